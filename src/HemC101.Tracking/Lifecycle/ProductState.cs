namespace HemC101.Tracking.Lifecycle;

/// <summary>Where the one product of a chain stands; the lifecycle people see.</summary>
public enum ProductState
{
    Enrolled,
    Ordered,
    Collecting,
    Collected,
    InTransit,
    Received,
    Manufacturing,
    Formulated,
    AwaitingRelease,
    Released,
    Split,
    Completed,
    CollectionFailed,
    ManufacturingFailed,
    Rejected,

    /// <summary>Given on a physician's request although out of specification; never shown as released.</summary>
    SuppliedOutOfSpecification,
    Discontinued,
}

public enum ProductTrigger
{
    Order,
    Identify,
    Collect,
    FailCollection,
    HandOver,
    Receive,
    OpenBatch,
    Formulate,
    FailManufacturing,
    Review,

    /// <summary>What was reviewed is corrected before the release.</summary>
    Reopen,

    /// <summary>The same, of a product whose bags are filled already.</summary>
    ReopenSplit,
    Release,
    Reject,
    SupplyOutOfSpecification,
    Split,
    Complete,
    Discontinue,
}
