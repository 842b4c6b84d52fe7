using HemC101.Tracking.Lifecycle;
using static HemC101.Tracking.Lifecycle.ProductState;

namespace HemC101.Tracking.Tests.Lifecycle;

public sealed class ProductLifecycleTests
{
    private static readonly (ProductState, ProductTrigger, ProductState)[] Way =
    [
        (Enrolled, ProductTrigger.Order, Ordered),
        (Ordered, ProductTrigger.Identify, Collecting),
        (Collecting, ProductTrigger.Collect, Collected),
        (Collected, ProductTrigger.HandOver, InTransit),
        (InTransit, ProductTrigger.Receive, Received),
        (Received, ProductTrigger.OpenBatch, Manufacturing),
        (Manufacturing, ProductTrigger.Formulate, Formulated),
        (Formulated, ProductTrigger.Review, AwaitingRelease),
        (AwaitingRelease, ProductTrigger.Release, Released),
        (Released, ProductTrigger.Split, ProductState.Split),
        (ProductState.Split, ProductTrigger.Complete, Completed),
    ];

    /// <summary>Bags filled before the release: what differs.</summary>
    private static readonly (ProductState, ProductTrigger, ProductState)[] AtFill =
    [
        (Formulated, ProductTrigger.Split, ProductState.Split),
        (ProductState.Split, ProductTrigger.Review, AwaitingRelease),
        (AwaitingRelease, ProductTrigger.ReopenSplit, ProductState.Split),
        (ProductState.Split, ProductTrigger.FailManufacturing, ManufacturingFailed),
        (Released, ProductTrigger.Complete, Completed),
    ];

    private static readonly (ProductState, ProductTrigger, ProductState)[] Exits =
    [
        (Collecting, ProductTrigger.FailCollection, CollectionFailed),
        (Collected, ProductTrigger.FailCollection, CollectionFailed),
        (InTransit, ProductTrigger.FailCollection, CollectionFailed),
        (Received, ProductTrigger.FailCollection, CollectionFailed),
        (Manufacturing, ProductTrigger.FailManufacturing, ManufacturingFailed),
        (Formulated, ProductTrigger.FailManufacturing, ManufacturingFailed),
        (Formulated, ProductTrigger.Reject, Rejected),
        (AwaitingRelease, ProductTrigger.Reject, Rejected),
        (Released, ProductTrigger.Reject, Rejected),
        (Released, ProductTrigger.SupplyOutOfSpecification, SuppliedOutOfSpecification),
        (ProductState.Split, ProductTrigger.Reject, Rejected),
        (AwaitingRelease, ProductTrigger.Reopen, Formulated),
        (AwaitingRelease, ProductTrigger.SupplyOutOfSpecification, SuppliedOutOfSpecification),
        (SuppliedOutOfSpecification, ProductTrigger.Split, SuppliedOutOfSpecification),
        (SuppliedOutOfSpecification, ProductTrigger.Complete, Completed),
        (SuppliedOutOfSpecification, ProductTrigger.Reject, Rejected),
        (CollectionFailed, ProductTrigger.Order, Ordered),
        (ManufacturingFailed, ProductTrigger.Order, Ordered),
        (ManufacturingFailed, ProductTrigger.OpenBatch, Manufacturing),
        (Rejected, ProductTrigger.Order, Ordered),
    ];

    [Fact]
    public void Product_EveryStateAndTrigger_MovesOnlyAlongItsTable() => MachineTable.Holds(
        [
            .. Way,
            .. AtFill,
            .. Exits,
            .. Enum.GetValues<ProductState>().Except([Completed, Discontinued])
                .Select(state => (state, ProductTrigger.Discontinue, Discontinued)),
        ],
        (state, guards) => new ProductLifecycle(state, guards),
        Transitions.Next);

    [Fact]
    public void Product_SuppliedOutOfSpecification_IsNeverReleased() =>
        Assert.All(Enum.GetValues<ProductTrigger>(), trigger =>
            Assert.NotEqual(Released, Transitions.Next(SuppliedOutOfSpecification, trigger)));
}
