using System.Text.Json;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Fallback;

/// <summary>Fallback sets as their entries in the ledger, and back.</summary>
internal static class FallbackJournal
{
    public const string PrintedType = "FallbackSetPrinted";
    public const string IssuedType = "FallbackSetIssued";
    public const string UsedType = "FallbackSetUsed";
    public const string DestroyedType = "FallbackSetDestroyed";
    public const string MissingType = "FallbackSetMissing";
    public const string CountedType = "FallbackSetsCounted";

    public static Task PrintedAsync(UnitOfWork uow, FallbackSet set, IReadOnlyList<Signature> signed, Doer by, CancellationToken ct) =>
        WriteAsync(uow, set, PrintedType, new { set.Number, Donation = $"{set.Donation}", Bag = $"{set.Bag}", Tag = $"{set.Tag}", Signatures = HouseJournal.Said(signed) }, by, set.ChangedAt, ct);

    public static Task IssuedAsync(UnitOfWork uow, FallbackSet set, IReadOnlyList<Signature> signed, Doer by, DateTimeOffset at, CancellationToken ct) =>
        WriteAsync(uow, set, IssuedType, new { set.Number, Signatures = HouseJournal.Said(signed) }, by, at, ct);

    public static Task DestroyedAsync(UnitOfWork uow, FallbackSet set, string reason, IReadOnlyList<Signature> signed, Doer by, DateTimeOffset at, CancellationToken ct) =>
        WriteAsync(uow, set, DestroyedType, new { set.Number, Reason = reason, Signatures = HouseJournal.Said(signed) }, by, at, ct);

    public static Task MissingAsync(UnitOfWork uow, FallbackSet set, string document, Doer by, DateTimeOffset at, CancellationToken ct) =>
        WriteAsync(uow, set, MissingType, new { set.Number, Document = document }, by, at, ct);

    /// <param name="counted">On the shelf.</param>
    public static Task CountedAsync(
        UnitOfWork uow, FallbackTally tally, IEnumerable<FallbackSet> counted, IEnumerable<FallbackSet> absent, string document, IReadOnlyList<Signature> signed, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(
            uow,
            FallbackSets.CountStream,
            CountedType,
            new
            {
                tally.Printed,
                tally.Used,
                tally.Destroyed,
                tally.Missing,
                Shelf = counted.Select(set => set.Number),
                Absent = absent.Select(set => set.Number),
                Document = document,
                Signatures = HouseJournal.Said(signed),
            },
            by,
            at,
            ct);

    /// <summary>In the transaction of the step that takes it.</summary>
    /// <returns>False when somebody else has done something to the set since it was scanned.</returns>
    public static async Task<bool> UsedAsync(UnitOfWork uow, FallbackSet set, CoiId coi, Doer by, DateTimeOffset at, CancellationToken ct)
    {
        await EventLedger.HoldAsync(uow, ct);
        if ((await FindAsync(uow, set.Donation, ct))?.Version != set.Version)
        {
            return false;
        }

        await WriteAsync(uow, set, UsedType, new { set.Number, Coi = $"{coi}" }, by, at, ct);
        return true;
    }

    /// <returns>Null when there is no such set.</returns>
    public static async Task<FallbackSet?> FindAsync(Source source, DonationNumber donation, CancellationToken ct)
    {
        FallbackSet? set = null;
        foreach (var entry in await EventLedger.ReadStreamAsync(source, FallbackSets.StreamOf(donation), ct))
        {
            using var data = JsonDocument.Parse(entry.Data);
            set = Next(set, entry, data.RootElement) with { Version = entry.Version, ChangedAt = entry.RecordedAt };
        }

        return set;
    }

    /// <returns>By their numbers.</returns>
    public static async Task<IReadOnlyList<FallbackSet>> ListAsync(Source source, CancellationToken ct)
    {
        List<FallbackSet> sets = [];
        foreach (var donation in await FallbackSets.ListAsync(source, ct))
        {
            sets.Add((await FindAsync(source, donation, ct))!);
        }

        return [.. sets.OrderBy(set => set.Number)];
    }

    /// <returns>When the shelf was counted last; null for never.</returns>
    public static async Task<DateTimeOffset?> CountedAtAsync(Source source, CancellationToken ct) =>
        (await EventLedger.ReadStreamAsync(source, FallbackSets.CountStream, ct)) is [.., var last] ? last.RecordedAt : null;

    private static FallbackSet Next(FallbackSet? set, LedgerEntry entry, JsonElement data) => entry.Type switch
    {
        PrintedType => new(
            data.GetProperty("Number").GetInt32(),
            DonationNumber.Parse(data.GetProperty("Donation").GetString()!),
            PrintSerial.Parse(data.GetProperty("Bag").GetString()!),
            PrintSerial.Parse(data.GetProperty("Tag").GetString()!))
        {
            PrintedAt = entry.RecordedAt,
            ChangedAt = entry.RecordedAt,
            Version = entry.Version,
        },
        IssuedType => set! with { State = FallbackState.Issued },
        UsedType => set! with { State = FallbackState.Used, UsedFor = CoiId.Parse(data.GetProperty("Coi").GetString()!) },
        DestroyedType => set! with { State = FallbackState.Destroyed },
        MissingType => set! with { State = FallbackState.Missing, Document = data.GetProperty("Document").GetString() },
        var other => throw new InvalidOperationException($"Only a newer program knows the entry {other} of a fallback set."),
    };

    private static Task<int> WriteAsync(UnitOfWork uow, FallbackSet set, string type, object data, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(uow, FallbackSets.StreamOf(set.Donation), type, data, by, at, ct);
}
