using static HemC101.Tracking.Lifecycle.BagState;
using static HemC101.Tracking.Lifecycle.BagTrigger;

namespace HemC101.Tracking.Lifecycle;

/// <summary>
/// One dose bag. A thawed bag never goes back to storage; from Thawing, Thawed, Verified and Infusing
/// a stop, end or discard is always reachable; expiry never changes a bag in Infusing.
/// </summary>
public sealed class DoseBagLifecycle : Lifecycle<BagState, BagTrigger>
{
    public DoseBagLifecycle(BagState state, IEnumerable<Guard> guards)
        : base(state, guards)
    {
        From(Labelled, (Store, Stored), (Withhold, Withheld), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));
        From(Stored, (Reserve, Reserved), (Withhold, Withheld), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));
        From(Reserved, (Issue, Issued), (Defer, Stored), (Withhold, Withheld), (Expire, Expired), (Damage, Damaged), (Recall, Recalled));
        From(Issued, (Depart, InTransit), (Return, Returned), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));
        From(InTransit, (Receive, OnWard), (Return, Returned), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));
        From(OnWard, (Clear, Cleared), (Return, Returned), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));
        From(Cleared, (StartThaw, Thawing), (LapseClearance, OnWard), (Return, Returned), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));

        From(Thawing, (EndThaw, Thawed), (Damage, Damaged), (Discard, Discarded));
        From(Thawed, (Verify, Verified), (Damage, Damaged), (Discard, Discarded));
        From(Verified, (StartInfusion, Infusing), (LapseVerification, Thawed), (Damage, Damaged), (Discard, Discarded));
        From(Infusing, (Pause, Paused), (Stop, PartiallyInfused), (End, Infused));
        From(Paused, (Resume, Infusing), (Stop, PartiallyInfused), (End, Infused));

        From(Returned, (Restore, Stored), (Withhold, Withheld), (Expire, Expired), (Damage, Damaged), (Recall, Recalled), (Discard, Discarded));
        From(Withheld, (Reinstate, Stored), (Expire, Expired), (Recall, Recalled), (Discard, Discarded), (Retain, Retained));
        From(Expired, (Discard, Discarded), (Retain, Retained));
        From(Damaged, (Discard, Discarded), (Retain, Retained));
        From(Recalled, (Discard, Discarded), (Retain, Retained));
    }
}
