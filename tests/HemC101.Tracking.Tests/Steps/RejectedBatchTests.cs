using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>What the model check found: steps that went on with a batch that the QP had rejected, or of which a test had failed.</summary>
public sealed class RejectedBatchTests
{
    [Theory]
    [InlineData("split.fill-day1", "", "bulk-not-released")]
    [InlineData("split.fill-day2", "", "bulk-not-released")]
    [InlineData("bags.confirm", "", "not-released")]
    [InlineData("bag.depart", "1", "not-released")]
    public void RejectedBatch_GoesNoFurther(string stepId, string on, string code)
    {
        var story = Story.UpTo(stepId, on).Do("batch.reject").PutLabelsOn();

        Assert.Equal([code], story.Try(stepId, on).Codes());
        Assert.Equal(stepId == "bag.depart", Targets.Due(StepCatalogue.Get(stepId), story.Try(stepId, on).Bare).Any());
    }

    [Fact]
    public void IssuedBag_OfABatchWithALateFailedTest_LeavesNoMore_AndGoesBack()
    {
        var story = Story.UpTo("bag.depart", "1");
        story.Happen(
            new QcResultRecorded(story.Chain.CurrentBatch!.Number, "sterility-final", 0, QcVerdict.Fail), Crew.Of(Role.QualityControl), "qc.result");

        Assert.Equal(["failed-test"], story.Try("bag.depart", "1").Codes());
        Assert.Equal(BagState.Returned, story.Do("bag.return", "1").Bag(1).State);
    }

    /// <summary>Its successor is released; the children of the rejected one are not detached by that.</summary>
    [Fact]
    public void Detach_OfARejectedBatch_IsNotOpenedByTheReleaseOfAnother()
    {
        var attempt = Story.UpTo("split.detach").Try("split.detach");

        Assert.Equal(["bulk-not-released"], attempt.But(facts => facts with
        {
            Chain = facts.Chain with { Batches = [facts.Chain.CurrentBatch! with { State = BatchState.Rejected }] },
        }).Codes());
    }
}
