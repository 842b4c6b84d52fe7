namespace HemC101.Tracking.Access;

/// <summary>How far a session reaches from a browser that is no registered station. Safety steps are within every reach.</summary>
public enum RemoteReach
{
    Everything,

    /// <summary>The pages of the ward, and what they lead to.</summary>
    Ward,

    /// <summary>Nothing but Safety steps.</summary>
    Safety,
}
