namespace HemC101.Tracking.Lifecycle;

/// <summary>One dose bag, from its label to a vein or a certificate of destruction.</summary>
public enum BagState
{
    Labelled,
    Stored,
    Reserved,
    Issued,
    InTransit,
    OnWard,

    /// <summary>Cleared at the bed, before the thaw: everything that can fail has been asked.</summary>
    Cleared,
    Thawing,
    Thawed,

    /// <summary>Two nurses, each alone, found band, bag and order to agree.</summary>
    Verified,
    Infusing,
    Paused,
    Infused,
    PartiallyInfused,

    /// <summary>Back from the ward, never thawed; waits for an assessment.</summary>
    Returned,
    Withheld,
    Expired,
    Damaged,
    Recalled,
    Discarded,
    Retained,
}

public enum BagTrigger
{
    Store,
    Reserve,
    Defer,
    Issue,
    Depart,
    Receive,
    Clear,
    LapseClearance,
    StartThaw,
    EndThaw,
    Verify,
    LapseVerification,
    StartInfusion,
    Pause,
    Resume,
    Stop,
    End,
    Return,
    Restore,
    Withhold,
    Reinstate,
    Expire,
    Damage,
    Recall,
    Discard,
    Retain,
}
