using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.House;

/// <param name="Attempt">One shown page is one decision, however often it is sent.</param>
/// <param name="Signers">Re-authenticated a moment ago.</param>
public sealed record LiftRecallInput(string Attempt, HouseId Thing, string Assessment, IReadOnlyList<Signer> Signers, Person SignedIn);

/// <summary>
/// Use case: a thing that was withdrawn and is cleared again gives back what it held, on every chain in one transaction. Each hold is
/// released by the rules of the step that releases one.
/// </summary>
public sealed class LiftRecall(Database database, ChainDesk chains, SettingsDesk settings, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>Of the events on the chains.</summary>
    public const string StepId = "recall.lift";

    public static Step Release { get; } = StepCatalogue.Get("hold.release");

    private static readonly Text NotCleared = new(
        "Не всё из этой серии допущено к использованию. Запреты снимают вместе, когда её проверили и вернули в статус «Допущена»; до того – по одной цепочке.",
        "Not everything of this lot is released for use. Its holds are lifted together once it was assessed and moved back to “released”; before that chain by chain.");

    private static readonly Text NothingHeld = new(
        "Запретов из-за этой вещи больше нет: их уже сняли.", "No hold stands because of this thing any more: they were lifted already.");

    private static readonly Text SomebodyElse = new(
        "Подписал другой сотрудник. Запреты снимает тот, кто вошёл в систему и видел след.",
        "Somebody else signed. Whoever is signed in and saw the trace lifts the holds.");

    private static readonly Text Stale = new(
        "Страница устарела. Ничего не записано. Откройте след заново и подпишите.", "The page is out of date. Nothing was recorded. Open the trace again and sign.");

    /// <returns>Of a cleared thing, the holds that its withdrawal placed and that still stand; empty while it is not cleared.</returns>
    public async Task<int> CountAsync(Source source, HouseId thing, CancellationToken ct)
    {
        var things = await ThingsAsync(source, thing, ct);
        return IsCleared(things) ? (await HeldAsync(source, thing, things, ct)).Sum(held => held.Holds.Count) : 0;
    }

    /// <returns>Why nothing was lifted; empty when everything was, now or before.</returns>
    public async Task<IReadOnlyList<Text>> RunAsync(LiftRecallInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var content = $"{input.Thing} {input.Assessment}";
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } before)
        {
            return before.Content == content ? [] : [Stale];
        }

        var now = Instants.CutToMilliseconds(time.GetUtcNow());
        var things = await ThingsAsync(uow, input.Thing, ct);
        var held = await HeldAsync(uow, input.Thing, things, ct);
        var (record, errors) = RecordValues.Parse(Release.Record, _ => input.Assessment);
        List<Text> reasons =
        [
            .. errors.Values,
            .. IsCleared(things) ? Array.Empty<Text>() : [NotCleared],
            .. held.Count > 0 ? Array.Empty<Text>() : [NothingHeld],
            .. input.Signers.Any(signer => signer.Person.Number != input.SignedIn.Number) ? [SomebodyElse] : Array.Empty<Text>(),
            .. input.Attempt.Length == 0 ? [Stale] : Array.Empty<Text>(),
        ];
        if (reasons.Count > 0)
        {
            return reasons;
        }

        var book = await settings.BookAsync(uow, ct);
        var decided = held.Select(one => (one.Chain, Decisions: one.Holds.Select(hold => Decide(one.Chain, hold, record, input, book, now)).ToList())).ToList();
        var refused = decided.SelectMany(one => one.Decisions).OfType<Decision.Refused>().SelectMany(no => no.Reasons).DistinctBy(reason => reason.Code).ToList();
        if (refused.Count > 0)
        {
            return [.. refused.Select(refusal => refusal.Reason)];
        }

        var taken = decided.ConvertAll(one => (one.Chain, Taken: one.Decisions.Cast<Decision.Taken>().ToList()));
        var version = await WriteAsync(uow, input, taken, book.At(now).Settings.Version, now, ct);
        await FinishedAttempts.TryFinishAsync(
            uow, new FinishedAttempt { AttemptId = input.Attempt, Stream = HouseThings.StreamOf(input.Thing), Version = version, Content = content, At = now }, ct);
        await uow.CommitAsync(ct);
        return [];
    }

    private static Decision Decide(ChainState chain, Hold hold, RecordValues record, LiftRecallInput input, SettingsBook book, DateTimeOffset now) =>
        RuleBook.Decide(Release, new Facts
        {
            Chain = chain,
            Target = $"{hold.Number}",
            Settings = book.At(now).Settings,
            Book = book,
            Now = now,
            Record = record,
            Signers = input.Signers,
            SignedIn = input.SignedIn,
        });

    private async Task<int> WriteAsync(
        UnitOfWork uow, LiftRecallInput input, List<(ChainState Chain, List<Decision.Taken> Taken)> decided, string version, DateTimeOffset now, CancellationToken ct)
    {
        List<RecallHold> lifted =
        [
            .. decided.SelectMany(one => one.Taken.SelectMany(taken => taken.Events).OfType<HoldReleased>()
                .Select(hold => new RecallHold(one.Chain.Coi, hold.Number, one.Chain.Holds.Find(known => known.Number == hold.Number)!.Of!))),
        ];
        var signed = decided[0].Taken[0].Signed[0];
        var who = signed.Signer.Person;
        var signature = signed.Sign(now, Hash(input, lifted));
        var by = Doer.At(who.Number, nameof(Tracking.Steps.Station.Quality), accessor.HttpContext);
        var act = new Act(who.Number, by.Station, now, now, StepId, [], [signature], version) { Workstation = by.Workstation };
        foreach (var (chain, taken) in decided)
        {
            var after = await ChainStreams.AppendAsync(uow, chain.Coi, chain, [.. taken.SelectMany(one => one.Events)], act, ct)
                ?? throw new InvalidOperationException($"The chain {chain.Coi} moved inside its own transaction.");
            await FinishedAttempts.TryFinishAsync(
                uow, new FinishedAttempt { AttemptId = $"{input.Attempt} {chain.Coi}", Stream = ChainStreams.StreamOf(chain.Coi), Version = after.Version, At = now }, ct);
        }

        return await HouseJournal.WriteAsync(
            uow, HouseThings.StreamOf(input.Thing), "RecallLifted", new { input.Assessment, Holds = lifted, Signatures = new[] { signature } }, by, now, ct);
    }

    /// <summary>SHA-256 over UTF-8 lines, each ended by LF: a heading, the thing, the assessment, then CoI and number of each hold.</summary>
    private static string Hash(LiftRecallInput input, IEnumerable<RecallHold> lifted) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        new[] { "HemC101.Tracking recall lift 1", $"{input.Thing}", input.Assessment }.Concat(lifted.Select(hold => $"{hold.Coi} {hold.Number}")).Select(line => line + '\n')))));

    private async Task<List<(ChainState Chain, IReadOnlyList<Hold> Holds)>> HeldAsync(
        Source source, HouseId thing, IReadOnlyDictionary<HouseId, HouseStatus> things, CancellationToken ct)
    {
        List<(ChainState, IReadOnlyList<Hold>)> held = [];
        foreach (var coi in (await ThingUses.ListAsync(source, thing, ct)).Select(use => use.Coi).Distinct())
        {
            var chain = await chains.FindAsync(source, coi, ct) ?? throw new InvalidOperationException($"There is no chain {coi}.");
            if (chain.Holds.FindAll(hold => hold.Thing is { } withdrawn && things.ContainsKey(withdrawn)) is { Count: > 0 } holds)
            {
                held.Add((chain, holds));
            }
        }

        return held;
    }

    /// <summary>With every other delivery of its lot.</summary>
    private static async Task<IReadOnlyDictionary<HouseId, HouseStatus>> ThingsAsync(Source source, HouseId thing, CancellationToken ct)
    {
        var deliveries = await HouseThings.ListDeliveriesAsync(source, thing, ct);
        var itself = await HouseThings.FindAsync(source, thing, ct);
        return deliveries.Concat(itself is null ? [] : [itself]).DistinctBy(row => row.HouseId).ToDictionary(row => row.HouseId, row => row.Status);
    }

    /// <summary>Whatever was taken out meanwhile may have been rejected before: then the holds are lifted chain by chain.</summary>
    private static bool IsCleared(IReadOnlyDictionary<HouseId, HouseStatus> things) => things.Values.All(status => status == HouseStatus.Released);
}
