namespace HemC101.Tracking.Scans;

/// <summary>What had to be undone before a scan could be read.</summary>
[Flags]
public enum Repairs
{
    None = 0,

    /// <summary>The keyboard of the station was in the Russian layout.</summary>
    Layout = 1,

    CapsLock = 2,

    /// <summary>The group separator came as something else, or did not come.</summary>
    Gs = 4,

    /// <summary>CR, LF or TAB around the scan.</summary>
    Suffix = 8,

    /// <summary>The same scan stood more than once in the buffer.</summary>
    Duplicate = 16,
}
