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
        if (canonical.Any(c => c is not ((> ' ' and < '\x7F') or '\u001D')))
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

        if (reading.Content is Gs1Message gs1 && (!IsWhole(gs1, Bare(canonical)) || gs1.Values.Any(value => !IsChecked(value))))
        {
            return $"accepted as {canonical}, whose elements are {string.Join(' ', gs1.Values.Select(value => $"({value.Ai}){value.Value}"))}";
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
        RfidContent => null,
        Gs1Message => null,
        _ => throw new InvalidOperationException($"Unexpected content {content}."),
    };

    /// <summary>Nothing of the text is left over, and nothing added but separators. A link is written in its own way.</summary>
    private static bool IsWhole(Gs1Message message, string bare) =>
        bare.Contains("://", StringComparison.Ordinal)
        || string.Concat(message.Values.Select(value => value.Ai + value.Value)) == bare.Replace("\u001D", "", StringComparison.Ordinal);

    /// <summary>Weights 3 and 1 from the right: the whole key sums to a multiple of ten.</summary>
    private static bool IsChecked(Gs1Element value) =>
        value.Ai is not ("00" or "01" or "02" or "03" or "8017" or "8018" or "402" or "410" or "414")
        || value.Value.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;

    private static string Bare(string canonical) => canonical[0] == ']' ? canonical[3..] : canonical;
}
