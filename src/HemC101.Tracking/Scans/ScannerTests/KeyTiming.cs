using System.Text.Json.Serialization;

namespace HemC101.Tracking.Scans.ScannerTests;

/// <summary>The key that ended a scan.</summary>
public enum KeyEnd
{
    Enter,
    Tab,
    LineFeed,

    /// <summary>No key: the text simply stopped.</summary>
    Nothing,
}

/// <summary>How a text came into the field.</summary>
public enum ArrivedBy
{
    Keys,
    Clipboard,
    Camera,
}

/// <summary>What the page's script measured while one scan was typed.</summary>
/// <param name="Keys">Characters that came as key presses.</param>
/// <param name="MedianMs">Between one key and the next, milliseconds.</param>
public sealed record KeyTiming(
    int Keys,
    double MedianMs,
    KeyEnd End,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ArrivedBy Way = ArrivedBy.Keys)
{
    /// <summary>Inclusive: the median below which keys are a scanner's beyond doubt.</summary>
    public const double ScannerMs = 35;

    /// <summary>Inclusive: up to here a radio link or a remote desktop may have stretched a scan; beyond, a hand types as fast.</summary>
    public const double HandMs = 80;

    /// <summary>Fewer keys say nothing about a rhythm.</summary>
    private const int FewestKeys = 6;

    public bool IsMeasured => Keys >= FewestKeys && double.IsFinite(MedianMs) && MedianMs >= 0;
}
