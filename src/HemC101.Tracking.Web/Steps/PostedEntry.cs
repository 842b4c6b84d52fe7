using System.Globalization;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What a form says of how its code came in. What cannot be is as if it had not been said.</summary>
internal static class PostedEntry
{
    /// <summary>More keys than any code has, and longer than anybody waits between two of them.</summary>
    private const int MostKeys = 100_000;
    private const double LongestGapMs = 600_000;

    public static EntryClaim Of(IFormCollection form) => new(
        EntryNames.Find(form["EntryMethod"]), TimingOf(form), TypedReasonNames.Find(form["TypedReason"]));

    private static KeyTiming? TimingOf(IFormCollection form) =>
        int.TryParse(form["KeyCount"], NumberStyles.None, CultureInfo.InvariantCulture, out var keys)
        && double.TryParse(form["KeyMedianMs"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var median)
        && keys is > 0 and <= MostKeys && median is >= 0 and <= LongestGapMs
            ? new(keys, Math.Round(median, 1), Enum.TryParse<KeyEnd>(form["KeyEnd"], out var end) && Enum.IsDefined(end) ? end : KeyEnd.Nothing)
            : null;
}
