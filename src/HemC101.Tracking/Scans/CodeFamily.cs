namespace HemC101.Tracking.Scans;

public enum CodeFamily
{
    Isbt128,
    Gs1,

    /// <summary>Locally defined ISBT 128 identifiers of this house.</summary>
    House,

    /// <summary>The number of an RFID tag.</summary>
    Rfid,
}
