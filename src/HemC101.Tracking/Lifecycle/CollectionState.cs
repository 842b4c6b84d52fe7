namespace HemC101.Tracking.Lifecycle;

/// <summary>One apheresis donation (one DIN).</summary>
public enum CollectionState
{
    /// <summary>Participant identified at the chair, label printed, needle not yet in.</summary>
    Identified,
    Collecting,
    Collected,
    InTransit,
    Received,

    /// <summary>Received with a doubt about seal, temperature, time, papers or label; waits for QA.</summary>
    Quarantined,

    /// <summary>Taken into a batch.</summary>
    Used,
    Aborted,
    Rejected,
}

public enum CollectionTrigger
{
    Start,
    Complete,
    Abort,
    HandOver,
    Receive,
    Quarantine,
    Accept,
    Reject,
    Use,
}
