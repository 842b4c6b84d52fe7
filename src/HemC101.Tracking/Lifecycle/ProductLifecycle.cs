using static HemC101.Tracking.Lifecycle.ProductState;
using static HemC101.Tracking.Lifecycle.ProductTrigger;

namespace HemC101.Tracking.Lifecycle;

/// <summary>
/// The product lifecycle of one chain: apheresis, manufacture, release, split, both doses done.
/// Where bags are filled before the release, the split comes first: Formulated, Split, AwaitingRelease, Released.
/// A failed or rejected collection or batch may be followed by a new order under the same CoI.
/// </summary>
public sealed class ProductLifecycle : Lifecycle<ProductState, ProductTrigger>
{
    public ProductLifecycle(ProductState state, IEnumerable<Guard> guards)
        : base(state, guards)
    {
        From(Enrolled, (Order, Ordered), (Discontinue, Discontinued));
        From(Ordered, (Identify, Collecting), (Discontinue, Discontinued));
        From(Collecting, (Collect, Collected), (FailCollection, CollectionFailed), (Discontinue, Discontinued));
        From(Collected, (HandOver, InTransit), (FailCollection, CollectionFailed), (Discontinue, Discontinued));
        From(InTransit, (Receive, Received), (FailCollection, CollectionFailed), (Discontinue, Discontinued));
        From(Received, (OpenBatch, Manufacturing), (FailCollection, CollectionFailed), (Discontinue, Discontinued));
        From(Manufacturing, (Formulate, Formulated), (FailManufacturing, ManufacturingFailed), (Discontinue, Discontinued));
        From(Formulated,
            (Review, AwaitingRelease), (ProductTrigger.Split, ProductState.Split),
            (Reject, Rejected), (FailManufacturing, ManufacturingFailed), (Discontinue, Discontinued));
        From(AwaitingRelease,
            (Release, Released), (Reject, Rejected), (SupplyOutOfSpecification, SuppliedOutOfSpecification),
            (Reopen, Formulated), (ReopenSplit, ProductState.Split), (Discontinue, Discontinued));
        From(Released,
            (ProductTrigger.Split, ProductState.Split), (Complete, Completed), (Reject, Rejected),
            (SupplyOutOfSpecification, SuppliedOutOfSpecification), (Discontinue, Discontinued));
        From(ProductState.Split,
            (Review, AwaitingRelease), (Complete, Completed), (Reject, Rejected), (FailManufacturing, ManufacturingFailed), (Discontinue, Discontinued));
        From(SuppliedOutOfSpecification,
            (ProductTrigger.Split, SuppliedOutOfSpecification), (Complete, Completed), (Reject, Rejected), (Discontinue, Discontinued));
        From(CollectionFailed, (Order, Ordered), (Discontinue, Discontinued));
        From(ManufacturingFailed, (Order, Ordered), (OpenBatch, Manufacturing), (Discontinue, Discontinued));
        From(Rejected, (Order, Ordered), (Discontinue, Discontinued));
    }
}
