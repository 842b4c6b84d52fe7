using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Registered stations: the browser that was registered last, unless it was revoked since.</summary>
internal static class StationCheck
{
    private static readonly string Kind = HouseKinds.DataIdentifier(HouseKind.Station);

    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        var rows = (await StationDevices.ListAsync(source, ct)).ToDictionary(row => $"{row.HouseId}");
        foreach (var content in await Told.KeysAsync(source, $"house/{Kind}", ct))
        {
            var key = Kind + content;
            var told = ToldOf(await EventLedger.ReadStreamAsync(source, HouseThings.StreamOf(HouseId.Parse(key)), ct));
            var isThere = rows.Remove(key, out var row);
            if (told is null && isThere)
            {
                return new("station_device", key, Divergence.Foreign);
            }

            if (told is not null && $"{row?.Digest}" != told)
            {
                return new("station_device", key, isThere ? Divergence.Changed : Divergence.Missing);
            }
        }

        return rows.Count > 0 ? new("station_device", rows.Keys.Order(StringComparer.Ordinal).First(), Divergence.Foreign) : null;
    }

    /// <returns>The digest of the browser that is the station; null when none is.</returns>
    private static string? ToldOf(IReadOnlyList<LedgerEntry> journal)
    {
        string? told = null;
        foreach (var entry in journal)
        {
            using var data = JsonDocument.Parse(entry.Data);
            told = entry.Type switch
            {
                StationEvents.Registered => data.RootElement.GetProperty(StationDeviceRow.DigestName).GetString(),
                StationEvents.Revoked => null,
                _ => told,
            };
        }

        return told;
    }
}
