namespace HemC101.Tracking.Access;

/// <summary>What a browser that is no registered station has to show.</summary>
public enum RemotePolicy
{
    /// <summary>What a station has to show: badge and PIN, a password, or a passkey.</summary>
    Open,

    /// <summary>A second factor as soon as there is a registered station to go to instead.</summary>
    SecondFactorOnceThereIsAStation,

    /// <summary>A second factor from the beginning.</summary>
    SecondFactor,
}
