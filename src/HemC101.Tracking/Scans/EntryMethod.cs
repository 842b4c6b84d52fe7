namespace HemC101.Tracking.Scans;

/// <summary>How a code came into its field.</summary>
public enum EntryMethod
{
    /// <summary>By a scanner that works as a keyboard, shown by its rhythm.</summary>
    Scanned,

    /// <summary>By the camera of the device.</summary>
    Camera,

    /// <summary>By a hand.</summary>
    Typed,

    /// <summary>From the clipboard.</summary>
    Pasted,

    /// <summary>A complete code that nobody saw arrive: no script ran, or it came at no scanner's rhythm.</summary>
    Unproven,
}
