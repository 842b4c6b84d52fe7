namespace HemC101.Tracking.Storage.Accounts;

/// <summary>How the journal of a station names what was done to its browser.</summary>
public static class StationEvents
{
    public const string Offered = "StationOffered";

    public const string Registered = "StationRegistered";

    public const string Revoked = "StationRevoked";

    public const string HandedOver = "StationHandedOver";

    /// <summary>In the journal of the person vouched for.</summary>
    public const string Vouched = "SessionVouched";
}
