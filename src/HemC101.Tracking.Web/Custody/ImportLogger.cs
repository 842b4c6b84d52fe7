using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Custody;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Custody;

/// <summary>
/// Use case: a logger's file is read, every container that it speaks of gets its part of it into its chain, and what was too warm or too cold
/// is held, over all chains in one transaction, or nothing at all.
/// </summary>
public sealed class ImportLogger(Database database, ChainDesk chains, SettingsDesk settings, CustodyWriter writer, TimeProvider time)
{
    public async Task<LoggerOutcome> RunAsync(LoggerInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var now = time.GetUtcNow();
        var (signed, refusals) = Signatories.Assign(LoggerRules.Signatures, input.Signers, now);
        if (refusals.Count > 0)
        {
            return new LoggerOutcome.Refused(refusals);
        }

        if (input.Place is null or LoggerPlace.Positions { All.Count: 0 } || input.Content.Length == 0)
        {
            return new LoggerOutcome.Refused([input.Content.Length == 0 ? LoggerRules.NoFile : LoggerRules.NothingChosen]);
        }

        return LoggerReader.Read(input.Content) switch
        {
            LoggerRead.Bad bad => new LoggerOutcome.Refused([LoggerRules.Unreadable(bad)]),
            LoggerRead.Good { File: var file } when file.Until > now => new LoggerOutcome.Refused([LoggerRules.InFuture]),
            LoggerRead.Good { File: var file } => await KeptAsync(await database.DecideAsync(uow => TryAsync(uow, input, file, signed, now, ct), ct), ct),
            var other => throw new InvalidOperationException($"Unexpected reading {other}."),
        };
    }

    private async Task<LoggerOutcome> TryAsync(
        UnitOfWork uow, LoggerInput input, LoggerFile file, IReadOnlyList<SignedAs> signed, DateTimeOffset now, CancellationToken ct)
    {
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is not null)
        {
            return new LoggerOutcome.ImportedBefore();
        }

        var current = (await settings.BookAsync(uow, ct)).At(now).Settings;
        var stays = await chains.ListAsync(uow, ct).Select(chain => (Chain: chain, Stays: Meant(chain, input.Place!, file))).Where(meant => meant.Stays.Count > 0).ToListAsync(ct);
        var found = stays
            .Select(meant => (meant.Chain, Found: meant.Stays
                .Select(stay => (Stay: stay, Exposure: LoggerRules.Wanted(meant.Chain, stay, file, current, now)))
                .Where(part => part.Exposure is not null)
                .Select(part => (part.Stay, Exposure: part.Exposure!))
                .ToList()))
            .Where(part => part.Found.Count > 0)
            .ToList();
        if (found.Count == 0)
        {
            return new LoggerOutcome.Refused(
                [stays.Exists(meant => meant.Stays.Exists(stay => LoggerRules.IsKnown(meant.Chain, stay, file.Hash))) ? LoggerRules.ImportedBefore : LoggerRules.NoOverlap]);
        }

        CustodyAct by = new(LoggerRules.StepId, input.At, input.Attempt, $"{file.Hash}", signed, current.Version, now);
        List<LoggedStay> logged = [];
        foreach (var (chain, parts) in found)
        {
            var events = LoggerRules.Events(chain, parts, file.Hash).ToList();
            if (!await writer.WriteAsync(uow, by, chain, events, isFirst: logged.Count == 0, ct))
            {
                return new LoggerOutcome.Refused([StepReasons.SomebodyWasFirst]);
            }

            logged.AddRange(parts.Select(part => new LoggedStay(chain.Coi, chain.Subject, part.Stay, part.Exposure, HoldOf(events, part.Stay))));
        }

        await uow.CommitAsync(ct);
        return new LoggerOutcome.Imported(file, logged);
    }

    /// <summary>The hold stands right behind what it is for.</summary>
    private static int? HoldOf(List<ChainEvent> events, Stay stay)
    {
        var at = events.FindIndex(what => what is TemperatureLogged logged && logged.Of == stay.Of && logged.Stay == stay.Version);
        return events.ElementAtOrDefault(at + 1) is HoldPlaced hold ? hold.Number : null;
    }

    private static List<Stay> Meant(ChainState chain, LoggerPlace place, LoggerFile file) => place switch
    {
        LoggerPlace.Leg leg => leg.Coi == chain.Coi ? [.. Whereabouts.Of(chain).Where(stay => stay.IsLeg && stay.Version == leg.Version)] : [],
        LoggerPlace.Positions tank =>
            [.. Whereabouts.Of(chain).Where(stay => !stay.IsLeg && tank.All.Contains(stay.Where) && stay.Overlaps(file.From, file.Until))],
        _ => throw new InvalidOperationException($"Unexpected place {place}."),
    };

    private async Task<LoggerOutcome> KeptAsync(LoggerOutcome outcome, CancellationToken ct)
    {
        foreach (var stay in outcome is LoggerOutcome.Imported imported ? imported.Stays.DistinctBy(stay => stay.Coi) : [])
        {
            await chains.FindAsync(database, stay.Coi, ct);
        }

        return outcome;
    }
}
