using static HemC101.Tracking.Lifecycle.CollectionState;
using static HemC101.Tracking.Lifecycle.CollectionTrigger;

namespace HemC101.Tracking.Lifecycle;

/// <summary>One apheresis donation, from the identified participant to its place in a batch.</summary>
public sealed class CollectionLifecycle : Lifecycle<CollectionState, CollectionTrigger>
{
    public CollectionLifecycle(CollectionState state, IEnumerable<Guard> guards)
        : base(state, guards)
    {
        From(Identified, (Start, Collecting), (Abort, Aborted));
        From(Collecting, (Complete, Collected), (Abort, Aborted));
        From(Collected, (HandOver, InTransit), (CollectionTrigger.Reject, Rejected));
        From(InTransit, (Receive, Received), (Quarantine, Quarantined), (CollectionTrigger.Reject, Rejected));
        From(Received, (Use, Used), (Quarantine, Quarantined), (CollectionTrigger.Reject, Rejected));
        From(Quarantined, (Accept, Received), (CollectionTrigger.Reject, Rejected));
    }
}
