namespace HemC101.Tracking.People;

/// <summary>Why it is not sure that a step was taken by the person in whose name it stands; it was taken all the same.</summary>
public enum ActDoubt
{
    /// <summary>Nobody had used the session for long: the device may have been in other hands.</summary>
    LapsedSession,

    /// <summary>Signed out, ended from afar, or opened before rights or secrets changed.</summary>
    EndedSession,

    /// <summary>The training for the role was not valid.</summary>
    SuspendedRole,

    ClosedAccount,

    /// <summary>Somebody else had set or knew a secret of the account.</summary>
    SharedSecret,

    /// <summary>It stands on paper, and somebody else has entered it.</summary>
    OnPaper,
}
