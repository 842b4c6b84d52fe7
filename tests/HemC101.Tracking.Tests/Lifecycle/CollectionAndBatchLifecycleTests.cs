using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Tests.Lifecycle;

public sealed class CollectionAndBatchLifecycleTests
{
    [Fact]
    public void Collection_EveryStateAndTrigger_MovesOnlyAlongItsTable() => MachineTable.Holds(
        [
            (CollectionState.Identified, CollectionTrigger.Start, CollectionState.Collecting),
            (CollectionState.Identified, CollectionTrigger.Abort, CollectionState.Aborted),
            (CollectionState.Collecting, CollectionTrigger.Complete, CollectionState.Collected),
            (CollectionState.Collecting, CollectionTrigger.Abort, CollectionState.Aborted),
            (CollectionState.Collected, CollectionTrigger.HandOver, CollectionState.InTransit),
            (CollectionState.Collected, CollectionTrigger.Reject, CollectionState.Rejected),
            (CollectionState.InTransit, CollectionTrigger.Receive, CollectionState.Received),
            (CollectionState.InTransit, CollectionTrigger.Quarantine, CollectionState.Quarantined),
            (CollectionState.InTransit, CollectionTrigger.Reject, CollectionState.Rejected),
            (CollectionState.Received, CollectionTrigger.Use, CollectionState.Used),
            (CollectionState.Received, CollectionTrigger.Quarantine, CollectionState.Quarantined),
            (CollectionState.Received, CollectionTrigger.Reject, CollectionState.Rejected),
            (CollectionState.Quarantined, CollectionTrigger.Accept, CollectionState.Received),
            (CollectionState.Quarantined, CollectionTrigger.Reject, CollectionState.Rejected),
        ],
        (state, guards) => new CollectionLifecycle(state, guards),
        Transitions.Next);

    [Fact]
    public void Batch_EveryStateAndTrigger_MovesOnlyAlongItsTable() => MachineTable.Holds(
        [
            (BatchState.InProcess, BatchTrigger.Formulate, BatchState.Formulated),
            (BatchState.InProcess, BatchTrigger.Fail, BatchState.Failed),
            (BatchState.Formulated, BatchTrigger.Review, BatchState.AwaitingRelease),
            (BatchState.Formulated, BatchTrigger.Reject, BatchState.Rejected),
            (BatchState.Formulated, BatchTrigger.Fail, BatchState.Failed),
            (BatchState.AwaitingRelease, BatchTrigger.ReleaseConditionally, BatchState.ReleasedConditionally),
            (BatchState.AwaitingRelease, BatchTrigger.Release, BatchState.Released),
            (BatchState.AwaitingRelease, BatchTrigger.Reject, BatchState.Rejected),
            (BatchState.AwaitingRelease, BatchTrigger.Reopen, BatchState.Formulated),
            (BatchState.AwaitingRelease, BatchTrigger.SupplyOutOfSpecification, BatchState.SuppliedOutOfSpecification),
            (BatchState.ReleasedConditionally, BatchTrigger.Certify, BatchState.Released),
            (BatchState.ReleasedConditionally, BatchTrigger.Reject, BatchState.Rejected),
            (BatchState.Released, BatchTrigger.Reject, BatchState.Rejected),
            (BatchState.ReleasedConditionally, BatchTrigger.SupplyOutOfSpecification, BatchState.SuppliedOutOfSpecification),
            (BatchState.Released, BatchTrigger.SupplyOutOfSpecification, BatchState.SuppliedOutOfSpecification),
            (BatchState.SuppliedOutOfSpecification, BatchTrigger.Reject, BatchState.Rejected),
        ],
        (state, guards) => new BatchLifecycle(state, guards),
        Transitions.Next);

    [Fact]
    public void Unit_EveryStateAndTrigger_MovesOnlyAlongItsTable() => MachineTable.Holds(
        [
            (UnitState.Planned, UnitTrigger.Start, UnitState.InProgress),
            (UnitState.InProgress, UnitTrigger.Complete, UnitState.Completed),
            (UnitState.InProgress, UnitTrigger.Fail, UnitState.Failed),
        ],
        (state, guards) => new UnitLifecycle(state, guards),
        Transitions.Next);
}
