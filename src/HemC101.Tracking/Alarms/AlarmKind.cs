namespace HemC101.Tracking.Alarms;

/// <summary>What may stand. Names are stored and stand in keys; never renamed.</summary>
public enum AlarmKind
{
    // By the clock: as long as the state stands.
    IssuedUnverified,
    CollectionOverdue,
    BagOverdue,
    Thaw,
    StartAfterThaw,
    ReadinessEnds,
    BagExpires,
    ReleaseBlocked,
    Day2Undecided,
    ActUnconfirmed,

    // As long as the whole study is on hold; of no chain.
    StudyHeld,

    // By an event: until somebody acknowledges it.
    SterilityPositive,
    TestFailedLate,
    GoRevoked,
    IssuedBagRecalled,
    IssuedBagHeld,
    ConditionsExceeded,
    IdentityMismatch,
    GivenRecalled,
    LotRecalled,
    WhereaboutsUnknown,
}
