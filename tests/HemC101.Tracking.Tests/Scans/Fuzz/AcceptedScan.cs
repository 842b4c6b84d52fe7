using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans.Fuzz;

/// <summary>What must hold of everything that the reader accepts, whatever it was made of.</summary>
internal static class AcceptedScan
{
    /// <returns>Null when all of it holds.</returns>
    public static string? Complaint(string raw, Reading.Understood reading)
    {
        var canonical = reading.Canonical;
        if (canonical.Any(c => c is not ((> ' ' and < '\x7F') or '\x1D')))
        {
            return $"accepted as {canonical}, which is not plain";
        }

        if (!Grammar.Allows(canonical, reading.Content.Family))
        {
            return $"accepted as {canonical}, which breaks the grammar";
        }

        if (!reading.Typed && reading.Repairs == Repairs.None && !raw.EndsWith(canonical, StringComparison.Ordinal))
        {
            return $"accepted as {canonical} without saying what was repaired";
        }

        if (Rewritten(reading.Content) is { } again && again != Bare(canonical))
        {
            return $"accepted as {canonical}, which is written {again}";
        }

        return BarcodeReader.Read(canonical, new ScannerSetup(SendsSeparators: true)) switch
        {
            Reading.Understood { Repairs: Repairs.None, Typed: false } same when same.Canonical == canonical && same.Content.SaysTheSameAs(reading.Content) => null,
            Reading.Unreadable { Refusal.Key: "scan.twoMeanings" } => null,
            _ => $"accepted as {canonical}, which reads differently",
        };
    }

    /// <returns>Null for a link, whose writing is free, and for GS1 with separators that need not be there.</returns>
    private static string? Rewritten(CodeContent content) => content switch
    {
        IsbtMessage message => IsbtWriter.Write(message),
        HouseContent house => house.Id.ToString(),
        Gs1Message => null,
        _ => throw new InvalidOperationException($"Unexpected content {content}."),
    };

    private static string Bare(string canonical) => canonical[0] == ']' ? canonical[3..] : canonical;
}
