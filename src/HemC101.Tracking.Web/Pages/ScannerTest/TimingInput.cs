using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Web.Pages.ScannerTest;

/// <summary>What <c>scanner-test.js</c> measured; all empty without script.</summary>
public sealed class TimingInput
{
    public int? Keys { get; set; }

    /// <summary>Rounded up.</summary>
    public int? MedianMs { get; set; }

    public string? End { get; set; }

    public bool Pasted { get; set; }

    /// <param name="entry">What the script of the scan fields says; null without script.</param>
    public KeyTiming? Measured(string? entry) =>
        entry is "camera" ? new KeyTiming(0, 0, KeyEnd.Nothing, ArrivedBy.Camera)
        : Pasted || entry is "pasted" ? new KeyTiming(0, 0, KeyEnd.Nothing, ArrivedBy.Clipboard)
        : Keys is { } keys && MedianMs is { } median && Enum.TryParse<KeyEnd>(End, out var end) && Enum.IsDefined(end) ? new KeyTiming(keys, median, end)
        : null;
}
