namespace HemC101.Tracking.Storage.Registry;

public enum HouseThingStatus
{
    Quarantine,
    Released,
    InUse,
    Rejected,
    Recalled,

    /// <summary>Used up, broken or taken out of service.</summary>
    Retired,
}
