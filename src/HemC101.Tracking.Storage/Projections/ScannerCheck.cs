using System.Text.Json;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>What the last test of each scanner found: whether a device may be used, and how its codes are read, rests on it.</summary>
internal static class ScannerCheck
{
    private const string Prefix = "scanner/";

    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        List<ScannerStandingRow> expected = [];
        foreach (var device in await Told.KeysAsync(source, Prefix, ct))
        {
            var last = (await EventLedger.ReadStreamAsync(source, Prefix + device, ct))[^1];
            using var data = JsonDocument.Parse(last.Data);
            var said = data.RootElement;
            expected.Add(new()
            {
                Device = device,
                Version = last.Version,
                Station = last.Station,
                Place = said.GetProperty("place").GetString()!,
                StaffNo = Identity.StaffNumber.Parse(last.Actor),
                TestedAt = last.RecordedAt,
                Passed = said.GetProperty("passed").GetBoolean(),
                SendsSeparators = said.GetProperty("sendsSeparators").GetBoolean(),
                SeparatorReplacement = said.TryGetProperty("separatorReplacement", out var instead) ? instead.GetString() : null,
            });
        }

        return await RowComparison.FindAsync("scanner_standing", "?", expected, () => ScannerTests.ListStandingsAsync(source, ct), row => row.Device);
    }
}
