using HemC101.Tracking.Alarms;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>Chains as streams of the ledger; the rows beside it are written in the same transaction.</summary>
public static class ChainStreams
{
    private const string Prefix = "chain/";

    public static string StreamOf(CoiId coi) => Prefix + coi;

    internal static CoiId CoiOf(string stream) => CoiId.Parse(stream[Prefix.Length..]);

    public static bool IsChain(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.StartsWith(Prefix, StringComparison.Ordinal);
    }

    /// <returns>Every chain that the ledger knows, in the order of their identifiers.</returns>
    public static async Task<IReadOnlyList<CoiId>> ListAsync(Source source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var streams = await source.QueryAsync<string>("select stream from stream_head where stream like 'chain/%' order by stream", null, ct);
        return [.. streams.Select(stream => CoiId.Parse(stream[Prefix.Length..]))];
    }

    /// <summary>The whole history, oldest first; empty when there is no such chain.</summary>
    public static async Task<IReadOnlyList<Happened>> HistoryAsync(Source source, CoiId coi, CancellationToken ct) =>
        [.. (await EventLedger.ReadStreamAsync(source, StreamOf(coi), ct)).Select(Read)];

    /// <summary>What happened after what was folded before.</summary>
    /// <returns>Empty when nothing did; null when the history is no longer, or not yet, the one that was folded.</returns>
    public static async Task<IReadOnlyList<Happened>?> HistoryAfterAsync(Source source, ChainState? known, CoiId coi, CancellationToken ct) =>
        await EventLedger.ReadStreamAsync(source, StreamOf(coi), known is null ? Reached.Nothing : new(known.Version, known.Head), ct) is { } entries
            ? [.. entries.Select(Read)]
            : null;

    /// <param name="before">The state the decision was made on; null opens the chain.</param>
    /// <returns>The state after the events; null when somebody else wrote first, and nothing was written.</returns>
    public static async Task<ChainState?> AppendAsync(
        UnitOfWork uow, CoiId coi, ChainState? before, IReadOnlyList<ChainEvent> events, Act act, CancellationToken ct)
    {
        // As the ledger keeps them: what is folded now is what will be folded from it.
        act = act with { OccurredAt = Instants.CutToMilliseconds(act.OccurredAt), RecordedAt = Instants.CutToMilliseconds(act.RecordedAt) };
        var version = before?.Version ?? 0;
        var entries = events.Select(what => new NewEntry(
            EventCodec.TypeOf(what), EventCodec.SchemaVersion, act.OccurredAt, act.By.ToString(), act.Station, EventCodec.Write(what, act)));
        if (await EventLedger.LinkAsync(uow, StreamOf(coi), version, act.RecordedAt, [.. entries], ct) is not { Written: { Count: > 0 } written })
        {
            return null;
        }

        var happened = events.Zip(written, (what, entry) => new Happened(entry.Version, what, act) { Hash = entry.Hash }).ToList();
        var (after, raised) = EventAlarms.Fold(before, happened);
        await ChainProjection.WriteAsync(uow, before, after, act.RecordedAt, ct);
        await ThingUses.AddAsync(uow, coi, happened, ct);
        foreach (var alarm in raised)
        {
            await AlarmRows.RaiseAsync(uow, AlarmRow.Of(alarm), ct);
        }

        return after;
    }

    /// <summary>An entry of a chain's stream as the event it holds.</summary>
    public static Happened Read(LedgerEntry entry)
    {
        var happened = EventCodec.Read(
            entry.Version, entry.Type, entry.SchemaVersion, entry.Data, entry.Actor, entry.Station, entry.OccurredAt, entry.RecordedAt);
        return happened with { Hash = entry.Hash };
    }
}
