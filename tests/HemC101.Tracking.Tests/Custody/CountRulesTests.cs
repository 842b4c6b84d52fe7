using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Custody;

/// <summary>X-42: what of a count disagrees with the records.</summary>
public sealed class CountRulesTests
{
    private readonly Story _story = Story.UpTo("bag.reserve", "1");
    private readonly InventoryCount _count;

    public CountRulesTests() => _count = new()
    {
        Number = 3,
        Positions = _story.Chain.Bags.Select(bag => bag.Position!.Value).ToHashSet(),
        OpenedAt = _story.Now,
        OpenedBy = Crew.Of(Role.Cryostore).Number,
    };

    [Fact]
    public void AllThere_AndNothingElse_IsNoFinding() => Assert.Empty(Findings(Scanned(1), Scanned(2)));

    [Fact]
    public void BagNotScanned_IsMissing() => Assert.Equal([(2, CountRules.Missing)], Findings(Scanned(1)));

    [Fact]
    public void BagOnAnotherPosition_IsNotRecordedHere()
    {
        var elsewhere = _count with { Positions = new HashSet<HouseId> { _story.Bag(1).Position!.Value } };

        Assert.Equal([(2, CountRules.NotRecorded)], Findings(elsewhere, Scanned(1), Scanned(2)));
        Assert.Empty(Findings(elsewhere, Scanned(1)));
    }

    [Fact]
    public void BagUnderAVoidLabel_IsAFinding_UntilItsLiveOneIsScanned()
    {
        Assert.Equal([(1, CountRules.Label)], Findings(Scanned(1) with { IsLive = false }, Scanned(2)));
        Assert.Empty(Findings(Scanned(1) with { IsLive = false }, Scanned(1), Scanned(2)));
    }

    [Fact]
    public void BagIssuedWhileTheCountWentOn_IsNoFinding_ScannedBeforeOrNot()
    {
        var before = Scanned(1);
        _story.AfterMinutes(5).Do("bag.reserve", "1").Do("bag.issue", "1").AfterMinutes(5);

        Assert.Empty(Findings(before, Scanned(2)));
        Assert.Empty(Findings(Scanned(2)));
    }

    [Fact]
    public void BagScannedAfterItWasIssued_IsNotRecordedThere()
    {
        _story.AfterMinutes(5).Do("bag.reserve", "1").Do("bag.issue", "1").AfterMinutes(5);

        Assert.Equal([(1, CountRules.NotRecorded)], Findings(Scanned(1), Scanned(2)));
    }

    [Fact]
    public void LabelOfNoChain_IsUnknown_AndHoldsNothing()
    {
        var count = _count with { Scanned = [new("X", null, false, _story.Now), new("X", null, false, _story.Now)] };

        Assert.Equal(["X"], CountRules.Unknown(count));
    }

    [Fact]
    public void EachFinding_HoldsItsBag_AndQualityAssuranceFreesIt()
    {
        List<CountFinding> findings = [new(_story.Chain.Coi, _story.Bag(1).Id, CountRules.Missing), new(_story.Chain.Coi, _story.Bag(2).Id, CountRules.Label)];

        var events = CountRules.Events(_story.Chain, 3, findings).ToList();

        Assert.Equal([1, 2], events.OfType<HoldPlaced>().Select(hold => hold.Number));
        Assert.All(events.OfType<HoldPlaced>(), hold => Assert.Equal(Hold.Inventory, hold.Reason));
        events.ForEach(what => _story.Happen(what, Crew.Of(Role.Cryostore), CountRules.StepId));
        Assert.Equal(["held"], _story.Try("bag.reserve", "1").Codes());
        _story.TryOn(Tracking.Steps.StepCatalogue.Get("hold.release"), "1").Take();
        Assert.Empty(_story.Try("bag.reserve", "1").Codes());
    }

    private Counted Scanned(int day) => new(_story.Bag(day).Id.ToString(), _story.Bag(day).Id, true, _story.Now);

    private IEnumerable<(int Day, string Finding)> Findings(params Counted[] scans) => Findings(_count, scans);

    private IEnumerable<(int Day, string Finding)> Findings(InventoryCount count, params Counted[] scans) =>
        CountRules.Findings(count with { Scanned = [.. scans] }, [_story.Chain], _story.Now).Select(found => (found.Bag.Day, found.Finding));
}
