using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.Steps;

public sealed class QualityTests
{
    [Theory]
    [InlineData("batch.release-conditionally")]
    [InlineData("bags.confirm")]
    public void QualifiedPerson_WithHandsInTheBatch_IsRefused(string stepId)
    {
        var story = Story.UpTo(stepId);
        var hand = story.Chain.CurrentBatch!.Hands.First();
        var involved = new Person(hand, "Hands and QP", new HashSet<Role> { Role.QualifiedPerson });

        Assert.Equal(["qp-hands"], story.Try(stepId).By(involved).Codes());
    }

    [Fact]
    public void Hold_ReleasedByWhoPlacedIt_IsRefused()
    {
        var story = Story.UpTo("bag.clear").Try("hold.place").By(Crew.Of(Role.QualityAssurance, 2)).Take();
        var placer = Crew.All.Single(person => person.Number == story.Chain.Holds[0].PlacedBy.Single());

        Assert.Equal(["own-hold"], story.Try("hold.release").By(placer).Codes());
        Assert.Empty(story.Do("hold.release").Chain.Holds);
        Assert.Empty(story.Try("bag.clear", "1").Codes());
    }

    [Fact]
    public void AnotherAccount_OfTheSameName_NeitherReleasesTheOwnHold_NorDecidesOnTheOwnWork()
    {
        var story = Story.UpTo("batch.release-conditionally");
        var hand = story.History.SelectMany(happened => happened.Act.Signatures).Last(signature => story.Chain.CurrentBatch!.Hands.Contains(signature.By));
        var decider = Crew.Of(Role.QualifiedPerson, 4) with { FullName = hand.FullName.ToUpperInvariant() };
        Assert.Equal(["qp-hands"], story.Try("batch.release-conditionally").By(decider).Codes());

        story.Try("hold.place").By(Crew.Of(Role.QualityAssurance, 2)).Take();
        var releaser = Crew.Of(Role.QualityAssurance, 3) with { FullName = Crew.Of(Role.QualityAssurance, 2).FullName };
        Assert.Equal(["own-hold"], story.Try("hold.release").By(releaser).Codes());
    }

    [Fact]
    public void Hold_OverOneBag_LeavesTheOtherAlone()
    {
        var story = Story.UpTo("bag.clear").Try("hold.place").With("hold_over", "day2").Take();

        Assert.Empty(story.Try("bag.clear", "1").Codes());
        Assert.Contains("held", story.Try("bag.reserve", "2").Codes());
    }

    [Fact]
    public void Hold_OverWhatDoesNotExist_IsRefused() =>
        Assert.Equal(["nothing-to-hold"], Story.UpTo("batch.open").Try("hold.place").With("hold_over", "batch").Codes());

    [Fact]
    public void Hold_ThatStopsManufacture_StopsUnitsButNoTestResult()
    {
        var story = Story.UpTo("unit.start").Try("hold.place").With("stop_manufacture", "true").Take();
        Assert.Equal(["manufacture-stopped"], story.Try("unit.start", "UO-01").Codes());

        story = Story.UpTo("qc.result").Try("hold.place").With("stop_manufacture", "true").Take();
        Assert.Empty(story.Try("qc.result", "gram").Codes());
    }

    [Fact]
    public void Release_WithATestOpenOrFailed_IsRefused()
    {
        Assert.Equal(["stage2-open"], Story.UpTo("batch.release-conditionally").Try("batch.release").Codes());

        var story = Story.UpTo("qc.result", "gram").Try("qc.result", "gram").With("result", "0").Take();
        foreach (var test in story.Chain.CurrentBatch!.Specification.Tests.Where(test => !story.Chain.CurrentBatch.Results.ContainsKey(test.Code)))
        {
            story.Do("qc.result", test.Code);
        }

        Assert.Equal(["batch-failed"], story.Do("batch.review").Try("batch.release").Codes());
        Assert.Equal(BatchState.Rejected, story.Do("batch.reject").Chain.CurrentBatch!.State);
        Assert.Equal(ProductState.Ordered, story.Do("apheresis.order").Chain.Product);
    }

    [Fact]
    public void Bag_ReturnedNeverThawed_ComesBackToStorage()
    {
        var story = Story.UpTo("thaw.start").Do("bag.return", "1").Do("bag.restore", "1");

        Assert.Equal(BagState.Stored, story.Bag(1).State);
        Assert.Equal(BagState.Reserved, story.Do("bag.reserve", "1").Bag(1).State);
    }

    [Fact]
    public void Day2_WithheldAndDiscarded_CompletesTheTherapy()
    {
        var story = Story.UpTo("tolerance.decide").Do("bag.withhold", "2").Do("bag.discard", "2");

        Assert.Equal(ProductState.Completed, story.Chain.Product);
        Assert.IsType<TherapyCompleted>(story.History[^1].What);
    }

    [Fact]
    public void Day2_WithheldAndReinstated_GoesOn()
    {
        var story = Story.UpTo("bag.reserve", "2").Do("bag.withhold", "2").Do("bag.reinstate", "2").Do("bag.reserve", "2");

        Assert.Equal(BagState.Reserved, story.Bag(2).State);
    }

    [Fact]
    public void Collection_ReceivedWithDoubts_WaitsInQuarantine()
    {
        var story = Story.UpTo("collection.receive").Try("collection.receive").With("seal_good", "").With("max_c", "8.1").Take();

        Assert.Equal(["seal", "temperature"], story.History.Select(happened => happened.What).OfType<CollectionQuarantined>().Single().Doubts);
        Assert.NotEmpty(story.Try("batch.open").Codes());
        Assert.Empty(story.Do("collection.accept").Try("batch.open").Codes());
    }

    [Theory]
    [InlineData("cd3", "0.1", "cd3-low")]
    [InlineData("access", "inadequate", "access-inadequate")]
    [InlineData("marker_hiv", "active", "infection-active")]
    public void Order_OfAnUnfitParticipant_IsRefused(string field, string value, string code) =>
        Assert.Equal([code], Story.UpTo("apheresis.order").Try("apheresis.order").With(field, value).Codes());

    [Fact]
    public void Discontinue_WithTheNeedleInOrTheBagRunning_IsRefused()
    {
        Assert.Equal(["collecting"], Story.UpTo("collection.complete").Try("chain.discontinue").Codes());
        Assert.Equal(["infusing"], Story.UpTo("infusion.end").Try("chain.discontinue").Codes());
    }
}
