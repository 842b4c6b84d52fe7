using System.Text.Json;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Custody;

/// <summary>An inventory count as its entries in the ledger, and back.</summary>
internal static class CountJournal
{
    public const string OpenedType = "CountOpened";
    public const string ScannedType = "CountScanned";
    public const string ClosedType = "CountClosed";

    public static Task OpenedAsync(UnitOfWork uow, InventoryCount count, Doer by, CancellationToken ct) => HouseJournal.WriteAsync(
        uow, Counts.StreamOf(count.Number), OpenedType, new { count.Number, Positions = count.Positions.Select(place => $"{place}").Order(StringComparer.Ordinal) }, by, count.OpenedAt, ct);

    public static Task ScannedAsync(UnitOfWork uow, int number, Counted scan, EntryMethod entry, Doer by, CancellationToken ct) => HouseJournal.WriteAsync(
        uow, Counts.StreamOf(number), ScannedType, new { scan.Code, Bag = scan.Bag?.ToString(), scan.IsLive, Entry = entry.Key() }, by, scan.At, ct);

    public static Task ClosedAsync(
        UnitOfWork uow, InventoryCount count, IReadOnlyList<CountFinding> findings, IReadOnlyList<Signature> signatures, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(
            uow,
            Counts.StreamOf(count.Number),
            ClosedType,
            new
            {
                Bags = count.Scanned.Where(scan => scan.Bag is not null).Select(scan => scan.Bag).Distinct().Count(),
                Findings = findings.Select(found => $"{found.Coi} {found.Bag} {found.Finding}"),
                Unknown = CountRules.Unknown(count),
                Signatures = HouseJournal.Said(signatures),
            },
            by,
            at,
            ct);

    /// <returns>Null when there is no such count.</returns>
    public static async Task<InventoryCount?> FindAsync(Source source, int number, CancellationToken ct)
    {
        InventoryCount? count = null;
        foreach (var entry in await EventLedger.ReadStreamAsync(source, Counts.StreamOf(number), ct))
        {
            using var data = JsonDocument.Parse(entry.Data);
            count = Next(count, entry, data.RootElement);
        }

        return count;
    }

    private static InventoryCount Next(InventoryCount? count, LedgerEntry entry, JsonElement data) => entry.Type switch
    {
        OpenedType => new()
        {
            Number = data.GetProperty("Number").GetInt32(),
            Positions = data.GetProperty("Positions").EnumerateArray().Select(place => HouseId.Parse(place.GetString()!)).ToHashSet(),
            OpenedAt = entry.RecordedAt,
            OpenedBy = StaffNumber.Parse(entry.Actor),
        },
        ScannedType => count! with
        {
            Scanned = count.Scanned.Add(new(
                data.GetProperty("Code").GetString()!,
                data.TryGetProperty("Bag", out var bag) ? DoseBagId.Parse(bag.GetString()!) : null,
                data.GetProperty("IsLive").GetBoolean(),
                entry.RecordedAt)),
        },
        ClosedType => count! with { ClosedAt = entry.RecordedAt },
        var other => throw new InvalidOperationException($"Only a newer program knows the entry {other} of a count."),
    };
}
