namespace HemC101.Tracking.Scans.Isbt;

/// <summary>How the structures stand in the scan.</summary>
public enum IsbtForm
{
    Single,

    /// <summary>Two linear symbols side by side that the scanner read as one (ST-001, concatenation).</summary>
    Pair,

    /// <summary>DS 023.</summary>
    Compound,
}
