using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Badges, plates and pre-printed sets: the rows of their labels, as the journals of people, things and sets leave them.</summary>
internal static class HousePrintCheck
{
    private const string PrintedSql =
        """
        select position, stream, version, type, schema_version, occurred_at, recorded_at, actor, station, data, previous_hash, hash
          from ledger
         where type in ('PersonAdded', 'BadgeReplaced', 'PlatePrinted', 'FallbackSetPrinted', 'FallbackSetDestroyed')
         order by position
        """;

    /// <returns>The labels of the pre-printed sets that a chain has taken, as they stand in it.</returns>
    public static IEnumerable<Print> TakenBy(ChainState state, IEnumerable<Happened> history) =>
        history.Select(happened => happened.What).OfType<FallbackSetTaken>()
            .SelectMany(taken => new[] { state.Prints[taken.BagLabel], state.Prints[taken.TagLabel] });

    /// <param name="source">Of one moment.</param>
    /// <param name="taken">Labels of sets that chains have taken.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DivergedRow?> FindAsync(Source source, IReadOnlyDictionary<PrintSerial, PrintState> taken, CancellationToken ct)
    {
        Dictionary<PrintSerial, LabelPrintRow> rows = [];
        var sets = 0;
        foreach (var entry in await source.QueryAsync<LedgerEntry>(PrintedSql, null, ct))
        {
            using var data = JsonDocument.Parse(entry.Data);
            Note(entry, data.RootElement, rows);
            sets = entry.Type == "FallbackSetPrinted" ? Math.Max(sets, data.RootElement.GetProperty("Number").GetInt32()) : sets;
        }

        foreach (var (serial, state) in taken.Where(label => rows.ContainsKey(label.Key)))
        {
            rows[serial] = rows[serial] with { State = ExpectedPrints.StateOf(state) };
        }

        return await RowComparison.FindAsync("label_print", "?", rows.Values, () => PrintsAsync(source, ct), row => $"{row.Serial}")
            ?? (sets > 0 && (await Numbers.PeekAsync(source, "fallback", ct) ?? 0) <= sets ? new DivergedRow("number_sequence", "fallback", Divergence.Changed) : null)
            ?? await RowComparison.LegibleAsync("print_job", "?", () => PrintJobCheck.FindAsync(source, rows, ct));
    }

    /// <summary>What the printer has to say left out, and why a label is void, which stands in the journal.</summary>
    private static async Task<IReadOnlyList<LabelPrintRow>> PrintsAsync(Source source, CancellationToken ct) =>
        [.. (await LabelPrints.ListOfHouseAsync(source, ct)).Select(row => ExpectedPrints.Comparable(row) with { Reason = null })];

    private static void Note(LedgerEntry entry, JsonElement data, Dictionary<PrintSerial, LabelPrintRow> rows)
    {
        var of = entry.Stream[(entry.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
        switch (entry.Type)
        {
            case "PersonAdded" or "BadgeReplaced":
                var (staff, badge) = (StaffNumber.Parse(of), Serial(data, "Badge"));
                PrintSerial? old = data.TryGetProperty("Instead", out _) && Serial(data, "Instead") is var before && rows.ContainsKey(before) ? before : null;
                rows[badge] = Row(entry, badge, LabelKind.StaffBadge, Carrier.Badge, BarcodeWriter.StaffBadge(staff, badge)) with { StaffNo = staff, Supersedes = old };
                Move(rows, old, LabelPrintState.Superseded);
                break;
            case "PlatePrinted":
                var (thing, plate) = (HouseId.Parse(of), Serial(data, "Serial"));
                rows[plate] = Row(entry, plate, LabelKind.HouseThing, Carrier.Plate, BarcodeWriter.House(thing)) with { HouseId = thing };
                break;
            case "FallbackSetPrinted":
                var set = DonationNumber.Parse(of);
                foreach (var (serial, carrier) in new[] { (Serial(data, "Bag"), Carrier.PrimaryBag), (Serial(data, "Tag"), Carrier.Tag) })
                {
                    rows[serial] = Row(entry, serial, LabelKind.FallbackSet, carrier, BarcodeWriter.Fallback(set, serial)) with { Donation = set };
                }

                break;
            default:
                foreach (var label in rows.Values.Where(row => row.Donation == DonationNumber.Parse(of)).ToList())
                {
                    Move(rows, label.Serial, LabelPrintState.Void);
                }

                break;
        }
    }

    private static void Move(Dictionary<PrintSerial, LabelPrintRow> rows, PrintSerial? serial, LabelPrintState to)
    {
        if (serial is { } known && rows.TryGetValue(known, out var row))
        {
            rows[known] = row with { State = to };
        }
    }

    private static PrintSerial Serial(JsonElement data, string name) => PrintSerial.Parse(data.GetProperty(name).GetString()!);

    private static LabelPrintRow Row(LedgerEntry entry, PrintSerial serial, LabelKind kind, Carrier carrier, string symbol) => new()
    {
        Serial = serial,
        Kind = kind,
        Carrier = carrier,
        State = LabelPrintState.Printed,
        Symbol = symbol,
        PrintedBy = entry.Actor,
        CreatedAt = entry.RecordedAt,
        ChangedAt = entry.RecordedAt,
    };
}
