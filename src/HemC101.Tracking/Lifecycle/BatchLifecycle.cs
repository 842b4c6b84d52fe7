using static HemC101.Tracking.Lifecycle.BatchState;
using static HemC101.Tracking.Lifecycle.BatchTrigger;

namespace HemC101.Tracking.Lifecycle;

/// <summary>
/// One manufacture: made, reviewed, released in two stages or rejected by the QP. What is counted after the release, and is less than the least
/// dose, may still be supplied out of specification.
/// </summary>
public sealed class BatchLifecycle : Lifecycle<BatchState, BatchTrigger>
{
    public BatchLifecycle(BatchState state, IEnumerable<Guard> guards)
        : base(state, guards)
    {
        From(InProcess, (Formulate, Formulated), (Fail, Failed));
        From(Formulated, (Review, AwaitingRelease), (Reject, Rejected), (Fail, Failed));
        From(AwaitingRelease,
            (ReleaseConditionally, ReleasedConditionally),
            (Release, Released),
            (Reject, Rejected),
            (SupplyOutOfSpecification, SuppliedOutOfSpecification),
            (Reopen, Formulated));
        From(ReleasedConditionally, (Certify, Released), (Reject, Rejected), (SupplyOutOfSpecification, SuppliedOutOfSpecification));
        From(Released, (Reject, Rejected), (SupplyOutOfSpecification, SuppliedOutOfSpecification));
        From(SuppliedOutOfSpecification, (Reject, Rejected));
    }
}

/// <summary>One unit operation of the master process.</summary>
public sealed class UnitLifecycle : Lifecycle<UnitState, UnitTrigger>
{
    public UnitLifecycle(UnitState state, IEnumerable<Guard> guards)
        : base(state, guards)
    {
        From(UnitState.Planned, (UnitTrigger.Start, UnitState.InProgress));
        From(UnitState.InProgress, (UnitTrigger.Complete, UnitState.Completed), (UnitTrigger.Fail, UnitState.Failed));
    }
}
