using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-07: out of specification is rejected, unless a physician asks and four records stand behind the supply.</summary>
public sealed class SupplyTests
{
    internal static readonly string[] FourRecords = ["supply.request", "supply.evaluate", "supply.accept", "supply.inform"];

    [Fact]
    public void FailedBatch_IsNotReleased_AndIsRejectedByDefault()
    {
        var story = Failed();

        Assert.Equal(["batch-failed"], story.Try("batch.release-conditionally").Codes());
        Assert.Equal(BatchState.Rejected, story.Do("batch.reject").Chain.CurrentBatch!.State);
    }

    [Fact]
    public void AskedForAndAccepted_IsSuppliedSplitAndInfused_AndNeverReleased()
    {
        var story = Supplied();
        Assert.Equal((ProductState.SuppliedOutOfSpecification, false), (story.Chain.Product, story.Chain.CurrentBatch!.IsReleased));

        WalkToTheBed(story);
        foreach (var step in new[] { "bag.clear", "bedside.first", "bedside.second" })
        {
            Assert.Equal(["record-missing"], story.Try(step, "1").With("out_of_specification", "").Codes());
            story.Do(step, "1");
            if (step == "bag.clear")
            {
                story.AfterMinutes(2).Do("thaw.start", "1").AfterMinutes(2).Do("thaw.end", "1").AfterMinutes(2);
            }
        }

        story.Do("infusion.start", "1").AfterMinutes(5).Do("infusion.end", "1");
        Assert.Equal(BagState.Infused, story.Bag(1).State);
        Assert.Equal(ProductState.SuppliedOutOfSpecification, story.Chain.Product);
        Assert.Equal(ChainState.Fold(story.History)!.Product, story.Chain.Product);
    }

    [Theory]
    [InlineData(0, "not-asked")]
    [InlineData(1, "risk-not-evaluated")]
    [InlineData(2, "supply-not-accepted")]
    [InlineData(3, "sponsor-not-informed")]
    public void WithOneRecordShort_IsNotSupplied(int made, string code)
    {
        var story = Failed();
        foreach (var step in FourRecords.Take(made))
        {
            story.Do(step);
        }

        Assert.Contains(code, story.Try("batch.supply").Codes());
        Assert.Equal(BatchState.AwaitingRelease, story.Chain.CurrentBatch!.State);
    }

    [Fact]
    public void RiskThatCannotBeBorne_EndsThePath()
    {
        var story = Failed().Do("supply.request").Try("supply.evaluate").With("risk", "not-acceptable").Take();

        Assert.Equal(["risk-not-evaluated"], story.Try("supply.accept").Codes());
    }

    [Fact]
    public void AnotherFailure_AfterTheRequest_IsAskedForAnew()
    {
        var story = Failed().Do("supply.request").Do("supply.evaluate").Do("supply.accept").Do("supply.inform");
        story.Try("qc.result", "sterility-final").With("result", "0").Take();

        Assert.Contains("not-asked", story.Try("batch.supply").Codes());
        var asked = story.Do("supply.request").Chain.CurrentBatch!.Exception!;
        Assert.Equal((2, false), (asked.Failures.Count, asked.IsAccepted));
    }

    [Fact]
    public void AnotherFailure_AfterTheSupply_StopsTheDose()
    {
        var story = Supplied();
        WalkToTheBed(story);

        story.Do("qc.invalidate", "sterility-final").Try("qc.result", "sterility-final").With("result", "0").Take();

        Assert.Contains("failed-test", story.Try("bag.clear", "1").Codes());
    }

    [Fact]
    public void SameTest_RepeatedWithAnotherFailingValue_StopsTheDose()
    {
        var story = Supplied();

        story.Do("qc.invalidate", "viability").Try("qc.result", "viability").With("result", "41").Take();

        Assert.True(story.Chain.CurrentBatch!.HasFailedTest);
    }

    [Fact]
    public void WhereTheStudyDoesNotAllowIt_NothingOfItIsPossible()
    {
        var story = Failed().With(new StudySettings());

        Assert.All([.. FourRecords, "batch.supply"], step => Assert.Equal(["supply-off"], story.Try(step).Codes()));
    }

    [Fact]
    public void BatchThatPassed_NeedsNoException() =>
        Assert.Equal(["nothing-failed"], Story.UpTo("batch.release-conditionally").With(Allowed).Try("supply.request").Codes());

    [Fact]
    public void QpWithHandsInTheBatch_DoesNotSupply()
    {
        var story = Failed().Do("supply.request").Do("supply.evaluate").Do("supply.accept").Do("supply.inform");
        var maker = story.Chain.CurrentBatch!.Hands.First();

        var both = Crew.All.First(person => person.Number == maker) with { Roles = new HashSet<Role> { Role.QualifiedPerson } };

        Assert.Equal(["qp-hands"], story.Try("batch.supply").By(both).Codes());
    }

    [Fact]
    public void Supplied_IsNotCertified() => Assert.Contains("wrong-state", Supplied().Try("batch.certify").Codes());

    [Fact]
    public void SponsorInformed_InTheFuture_IsRefused()
    {
        var story = Failed().Do("supply.request").Do("supply.evaluate").Do("supply.accept");

        Assert.Equal(["informed-later"], story.Try("supply.inform").With("informed_at", "2031-01-01T10:00").Codes());
    }

    internal static StudySettings Allowed => new() { ExceptionalSupply = true };

    /// <summary>Reviewed, with a viability of 60 %.</summary>
    internal static Story Failed()
    {
        var story = Story.UpTo("qc.result", "viability").With(Allowed).Try("qc.result", "viability").With("result", "60").Take();
        foreach (var test in Specification.Demo.Tests.Where(test => test.Stage == 1 && story.Chain.CurrentBatch!.Results.ContainsKey(test.Code) is false))
        {
            story.AfterMinutes(2).Do("qc.result", test.Code);
        }

        return story.Do("batch.review");
    }

    internal static Story Supplied()
    {
        var story = Failed();
        foreach (var step in FourRecords)
        {
            story.AfterMinutes(1).Do(step);
        }

        return story.Do("batch.supply");
    }

    /// <summary>Everything of the main path between release and pre-thaw clearance but what stage 2 certifies.</summary>
    private static void WalkToTheBed(Story story)
    {
        var way = Leg.Main.SkipWhile(leg => leg.StepId != "split.plan").TakeWhile(leg => leg.StepId != "bag.clear");
        foreach (var leg in way.Where(leg => leg.StepId != "batch.certify"))
        {
            story.After(leg.Wait).Do(leg.StepId, leg.On);
        }

        story.AfterMinutes(2);
    }
}
