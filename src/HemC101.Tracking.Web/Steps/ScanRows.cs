using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Steps;

/// <summary>The way of entry as a scan's row holds it.</summary>
internal static class ScanRows
{
    public static StepScanRow With(this StepScanRow row, ScanEntry entry) => row with
    {
        EntryMethod = entry.Method.Key(),
        TypedReason = entry.Reason?.Key(),
        KeyCount = entry.Timing?.Keys,
        KeyMedianMs = entry.Timing?.MedianMs,
        KeyEnd = entry.Timing?.End.ToString(),
    };

    public static ScanEntry EntryOf(StepScanRow row) => new(
        EntryNames.Find(row.EntryMethod) ?? EntryMethod.Unproven, TypedReasonNames.Find(row.TypedReason), TimingOf(row));

    private static KeyTiming? TimingOf(StepScanRow row) =>
        row is { KeyCount: { } keys, KeyMedianMs: { } median } && Enum.TryParse<KeyEnd>(row.KeyEnd, out var end) ? new(keys, median, end) : null;
}
