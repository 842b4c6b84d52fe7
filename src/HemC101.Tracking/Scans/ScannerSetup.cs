namespace HemC101.Tracking.Scans;

/// <summary>What is known about a station's scanner.</summary>
/// <param name="SeparatorReplacement">The character it was set to send in place of GS; null when it sends GS itself.</param>
/// <param name="SendsSeparators">
/// True when the station's scanner test has shown that GS arrives. Until then a GS1 code without any separator may have lost one,
/// and is refused if it could be cut in a second way.
/// </param>
public sealed record ScannerSetup(char? SeparatorReplacement = null, bool SendsSeparators = false)
{
    public static ScannerSetup Unproven { get; } = new();
}
