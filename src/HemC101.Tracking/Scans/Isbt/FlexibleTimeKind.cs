namespace HemC101.Tracking.Scans.Isbt;

/// <summary>What a time in DS 031 is the time of; the numbers are those of the structure.</summary>
public enum FlexibleTimeKind
{
    Expiry = 1,
    Collection = 2,
    Production = 3,
    CrossClamp = 4,
    Preservation = 5,
    Death = 6,
}
