using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps;

/// <summary>What was found at the bed and is sure no longer: the clearance before the thaw, the match after it, and an open round with its scans.</summary>
internal static class Lapses
{
    public static IEnumerable<ChainEvent> Of(DoseBag bag, string why) => bag.State switch
    {
        BagState.Cleared => [new ClearanceLapsed(bag.Id, why)],
        BagState.Thawed => [new BedsideRoundVoided(bag.Id, why, Locks: false)],
        BagState.Verified => [new VerificationLapsed(bag.Id)],
        _ => [],
    };
}
