using HemC101.Tracking.Lifecycle;
using static HemC101.Tracking.Lifecycle.BagState;

namespace HemC101.Tracking.Tests.Lifecycle;

public sealed class DoseBagLifecycleTests
{
    private static readonly (BagState, BagTrigger, BagState)[] WayToTheVein =
    [
        (Labelled, BagTrigger.Store, Stored),
        (Stored, BagTrigger.Reserve, Reserved),
        (Reserved, BagTrigger.Issue, Issued),
        (Issued, BagTrigger.Depart, InTransit),
        (InTransit, BagTrigger.Receive, OnWard),
        (OnWard, BagTrigger.Clear, Cleared),
        (Cleared, BagTrigger.StartThaw, Thawing),
        (Thawing, BagTrigger.EndThaw, Thawed),
        (Thawed, BagTrigger.Verify, Verified),
        (Verified, BagTrigger.StartInfusion, Infusing),
        (Infusing, BagTrigger.Pause, Paused),
        (Paused, BagTrigger.Resume, Infusing),
        (Infusing, BagTrigger.Stop, PartiallyInfused),
        (Infusing, BagTrigger.End, Infused),
        (Paused, BagTrigger.Stop, PartiallyInfused),
        (Paused, BagTrigger.End, Infused),
    ];

    private static readonly (BagState, BagTrigger, BagState)[] WaysBack =
    [
        (Reserved, BagTrigger.Defer, Stored),
        (Issued, BagTrigger.Return, Returned),
        (InTransit, BagTrigger.Return, Returned),
        (OnWard, BagTrigger.Return, Returned),
        (Cleared, BagTrigger.Return, Returned),
        (Returned, BagTrigger.Restore, Stored),
        (Withheld, BagTrigger.Reinstate, Stored),
        (Cleared, BagTrigger.LapseClearance, OnWard),
        (Verified, BagTrigger.LapseVerification, Thawed),
    ];

    [Fact]
    public void Bag_EveryStateAndTrigger_MovesOnlyAlongItsTable() => MachineTable.Holds(
        [
            .. WayToTheVein,
            .. WaysBack,
            .. Exits(BagTrigger.Withhold, Withheld, Labelled, Stored, Reserved, Returned),
            .. Exits(BagTrigger.Expire, Expired,
                Labelled, Stored, Reserved, Issued, InTransit, OnWard, Cleared, Returned, Withheld),
            .. Exits(BagTrigger.Damage, Damaged,
                Labelled, Stored, Reserved, Issued, InTransit, OnWard, Cleared, Thawing, Thawed, Verified, Returned),
            .. Exits(BagTrigger.Recall, Recalled,
                Labelled, Stored, Reserved, Issued, InTransit, OnWard, Cleared, Returned, Withheld),
            .. Exits(BagTrigger.Discard, Discarded,
                Labelled, Stored, Issued, InTransit, OnWard, Cleared, Thawing, Thawed, Verified, Returned,
                Withheld, Expired, Damaged, Recalled),
            .. Exits(BagTrigger.Retain, Retained, Withheld, Expired, Damaged, Recalled),
        ],
        (state, guards) => new DoseBagLifecycle(state, guards),
        Transitions.Next);

    [Theory]
    [InlineData(Thawing)]
    [InlineData(Thawed)]
    [InlineData(Verified)]
    [InlineData(Infusing)]
    [InlineData(Paused)]
    public void Bag_OnceThawed_NeverFindsAWayBackToStorage(BagState thawed)
    {
        HashSet<BagState> reached = [thawed];
        while (reached.SelectMany(state => Enum.GetValues<BagTrigger>().Select(trigger => Transitions.Next(state, trigger)))
            .OfType<BagState>().Any(reached.Add))
        {
        }

        Assert.Empty(reached.Intersect([Labelled, Stored, Reserved, Issued, InTransit, OnWard, Cleared, Returned, Withheld]));
    }

    [Theory]
    [InlineData(Infused)]
    [InlineData(PartiallyInfused)]
    [InlineData(Discarded)]
    [InlineData(Retained)]
    public void Bag_AtItsEnd_StaysThere(BagState end) =>
        Assert.All(Enum.GetValues<BagTrigger>(), trigger => Assert.Null(Transitions.Next(end, trigger)));

    private static IEnumerable<(BagState, BagTrigger, BagState)> Exits(BagTrigger trigger, BagState to, params BagState[] from) =>
        from.Select(state => (state, trigger, to));
}
