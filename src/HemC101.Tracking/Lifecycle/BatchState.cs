namespace HemC101.Tracking.Lifecycle;

/// <summary>One manufacture (серия) of a chain's product; a failed batch never speaks for its successor.</summary>
public enum BatchState
{
    InProcess,
    Formulated,
    AwaitingRelease,

    /// <summary>Stage 1 passed, final sterility and other stage 2 tests pending.</summary>
    ReleasedConditionally,
    Released,
    Failed,
    Rejected,
    SuppliedOutOfSpecification,
}

public enum BatchTrigger
{
    Formulate,
    Review,

    /// <summary>What was reviewed is corrected before the release.</summary>
    Reopen,
    ReleaseConditionally,
    Release,
    Certify,
    Fail,
    Reject,
    SupplyOutOfSpecification,
}

/// <summary>One unit operation of the master process inside a batch.</summary>
public enum UnitState
{
    Planned,
    InProgress,
    Completed,
    Failed,
}

public enum UnitTrigger
{
    Start,
    Complete,
    Fail,
}
