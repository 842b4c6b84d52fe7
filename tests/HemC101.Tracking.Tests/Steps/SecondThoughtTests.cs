using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>A wrong number or a wrong result is taken back in the open, and costs nobody the product.</summary>
public sealed class SecondThoughtTests
{
    [Fact]
    public void Plan_WithAWrongCount_IsMadeAnew_AndItsLabelIsSuperseded()
    {
        var story = Story.UpTo("split.fill-day1");
        var before = story.Chain.CurrentBatch!.Plan!;
        var label = story.Chain.Prints.Values.Single(print => print is { Kind: Tracking.Steps.LabelKind.DoseBagDay1, State: PrintState.Printed });

        story.Try("split.replan").With("nucleated", "11").Take();

        Assert.NotEqual(before.Day1Ml, story.Chain.CurrentBatch!.Plan!.Day1Ml);
        Assert.Equal(PrintState.Superseded, story.Chain.Prints[label.Serial].State);
    }

    [Fact]
    public void Plan_AfterTheFirstFill_IsFinal() =>
        Assert.Equal(["not-replannable"], Story.UpTo("split.fill-day2").Try("split.replan").Codes());

    [Fact]
    public void Result_InvalidatedWithQualityAssurance_IsTestedAgain()
    {
        var story = Story.UpTo("qc.result", "gram").Try("qc.result", "gram").With("result", "0").Take();
        Assert.True(story.Chain.CurrentBatch!.HasFailedTest);

        story.Do("qc.invalidate", "gram");

        Assert.False(story.Chain.CurrentBatch!.HasFailedTest);
        story.Try("qc.result", "gram").With("result", "1").Take();
        Assert.Equal(2, story.History.Count(happened => happened.What is Tracking.Chain.Events.QcResultRecorded { Test: "gram" }));
    }

    [Fact]
    public void Result_OfARejectedBatch_StaysAsItIs()
    {
        var story = Story.UpTo("batch.release-conditionally").Do("batch.reject");

        Assert.Equal(BatchState.Rejected, story.Chain.CurrentBatch!.State);
        Assert.Equal(["no-result"], story.Try("qc.invalidate", "gram").Codes());
    }

    [Fact]
    public void Result_IsNotInvalidatedByTheLaboratoryAlone() =>
        Assert.Contains("role-missing", Story.UpTo("qc.result", "viability").Do("qc.result", "viability").Try("qc.invalidate", "viability")
            .By(Crew.Of(Role.QualityControl, 1), Crew.Of(Role.QualityControl, 2)).Codes());
}
