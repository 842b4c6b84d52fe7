using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Chain;

public sealed class ScansToReviewTests
{
    [Fact]
    public void Of_APathScannedThroughout_IsEmpty() => Assert.Empty(ScansToReview.Of(Story.ToTheEnd().History));

    [Theory]
    [InlineData(EntryMethod.Scanned, false)]
    [InlineData(EntryMethod.Camera, false)]
    [InlineData(EntryMethod.Typed, true)]
    [InlineData(EntryMethod.Pasted, true)]
    [InlineData(EntryMethod.Unproven, true)]
    public void Of_OneScan_IsListedByItsEntry(EntryMethod entry, bool listed) =>
        Assert.Equal(listed ? 1 : 0, ScansToReview.Of([.. With("collection.hand-over", ("seal", entry)).History]).Count);

    [Fact]
    public void Of_TypedScan_SaysWhoWhenWhereAndWhy()
    {
        var story = With("collection.hand-over", ("seal", EntryMethod.Typed));
        var handedOver = story.History.First(happened => happened.Act.StepId == "collection.hand-over");

        var item = Assert.Single(ScansToReview.Of(story.History));

        Assert.Equal((handedOver.Version, "collection.hand-over", "seal"), (item.Version, item.StepId, item.Scan.Demand));
        Assert.Equal((story.Now, TypedReason.OutOfReach), (item.Scan.At, item.Scan.TypedBecause));
        Assert.Equal(handedOver.Act.By, item.By);
        Assert.Equal(2, item.Confirmed.Count);
    }

    [Fact]
    public void Of_ScanBySomebodyElseThanTheFirstSigner_NamesTheOneWhoScanned()
    {
        var scanner = StaffNumber.Issue(FacilityNumber.Parse("A9999"), 77);
        var story = With("collection.hand-over", ("seal", EntryMethod.Typed));
        var last = story.History[^1];
        var scans = last.Act.Scans.Select(scan => scan with { By = scanner });

        Assert.Equal(scanner, Assert.Single(ScansToReview.Of([last with { Act = last.Act with { Scans = [.. scans] } }])).By);
    }

    [Fact]
    public void Of_StepThatLeavesSeveralEvents_ListsEachScanOnce()
    {
        var story = Story.UpTo("bedside.second", "1");
        var before = story.History.Count;
        story.Try("bedside.second", "1").But(facts => Enter(facts, [("band", EntryMethod.Unproven), ("bag", EntryMethod.Unproven)])).Take();
        Assert.True(story.History.Count > before + 1);

        Assert.Equal(["bag", "band"], ScansToReview.Of(story.History).Select(item => item.Scan.Demand).Order());
    }

    private static Story With(string step, params (string Demand, EntryMethod Entry)[] entries) =>
        Story.UpTo(step).Try(step).But(facts => Enter(facts, entries)).Take();

    private static Facts Enter(Facts facts, IEnumerable<(string Demand, EntryMethod Entry)> entries)
    {
        foreach (var (demand, entry) in entries)
        {
            var scan = facts.Scans[demand];
            var evidence = scan.Evidence with { Entry = entry, TypedBecause = entry == EntryMethod.Typed ? TypedReason.OutOfReach : null };
            facts = facts with { Scans = facts.Scans.SetItem(demand, scan with { Evidence = evidence }) };
        }

        return facts;
    }
}
