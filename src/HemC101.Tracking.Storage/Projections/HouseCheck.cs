using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>House things: what was registered of them, the status that was signed, and what is open in them.</summary>
internal static class HouseCheck
{
    /// <param name="source">Of one moment.</param>
    /// <param name="occupied">By the chains as they stand.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DivergedRow?> FindAsync(Source source, IReadOnlyDictionary<HouseId, CoiId> occupied, CancellationToken ct)
    {
        List<HouseThingRow> expected = [];
        foreach (var id in await Told.KeysAsync(source, "house/", ct))
        {
            var journal = await EventLedger.ReadStreamAsync(source, HouseThings.StreamOf(HouseId.Parse(id)), ct);
            expected.Add(RowOf(HouseId.Parse(id), journal, occupied));
        }

        return await RowComparison.FindAsync("house_thing", "?", expected, () => HouseThings.ListAllAsync(source, ct), row => $"{row.HouseId}")
            ?? (occupied.Keys.Except(expected.Select(row => row.HouseId)).Order(Comparer<HouseId>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))).ToList()
                is [var unknown, ..] ? new("house_thing", $"{unknown}", Divergence.Missing) : null);
    }

    private static HouseThingRow RowOf(HouseId id, IReadOnlyList<LedgerEntry> journal, IReadOnlyDictionary<HouseId, CoiId> occupied) => new()
    {
        HouseId = id,
        Kind = id.Kind,
        NameRu = TextOf(journal, "NameRu") ?? "",
        NameEn = TextOf(journal, "NameEn") ?? "",
        Status = Enum.Parse<HouseStatus>(Told.Last(journal, "Status", "To")!.Value.GetString()!),
        MaterialKind = TextOf(journal, "MaterialKind") is { } kind ? Enum.Parse<MaterialKind>(kind) : null,
        ManufacturerLot = TextOf(journal, "ManufacturerLot"),
        Gtin = TextOf(journal, "Gtin"),
        ExpiresOn = Told.Last(journal, "ExpiresOn")?.Deserialize<DateOnly>(),
        OccupiedBy = occupied.TryGetValue(id, out var coi) ? coi : null,
        CreatedAt = journal[0].RecordedAt,
    };

    private static string? TextOf(IReadOnlyList<LedgerEntry> journal, string name) => Told.Last(journal, name)?.GetString();
}
