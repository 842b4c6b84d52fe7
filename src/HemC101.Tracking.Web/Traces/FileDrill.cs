using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Traces;

/// <param name="Attempt">One shown page is one drill, however often it is sent.</param>
/// <param name="Signers">Re-authenticated a moment ago.</param>
internal sealed record DrillInput(string Attempt, HouseId Thing, IReadOnlyList<Signer> Signers, Person SignedIn);

internal abstract record DrillOutcome
{
    private DrillOutcome() { }

    public sealed record Filed(RecallDrilled Drill) : DrillOutcome;

    public sealed record FiledBefore : DrillOutcome;

    public sealed record NoSuchThing : DrillOutcome;

    public sealed record Refused(IReadOnlyList<Text> Reasons) : DrillOutcome;
}

/// <summary>Use case: a mock recall. The thing is traced anew, timed, and the record of the drill is signed; nothing is held.</summary>
public sealed class FileDrill(Database database, IHttpContextAccessor accessor, TimeProvider time)
{
    public static IReadOnlyList<SignatureDemand> Demands { get; } = [new(Meaning.Reviewed, Role.QualityAssurance, Role.QualifiedPerson)];

    internal async Task<DrillOutcome> RunAsync(DrillInput input, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } before)
        {
            return before.Content == $"{input.Thing}" ? new DrillOutcome.FiledBefore() : new DrillOutcome.Refused([SignedPage.Stale]);
        }

        var now = Instants.CutToMilliseconds(time.GetUtcNow());
        var (signed, refusals) = Signatories.Assign(Demands, input.Signers, now);
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. SignedPage.Faults(input.Attempt, input.Signers, input.SignedIn),
        ];
        return reasons.Count > 0 ? new DrillOutcome.Refused(reasons)
            : await TraceDesk.FindAsync(uow, input.Thing, time, ct) is { } trace ? await WriteAsync(uow, input, trace, signed[0], now, ct)
            : new DrillOutcome.NoSuchThing();
    }

    private async Task<DrillOutcome> WriteAsync(UnitOfWork uow, DrillInput input, ForwardTrace trace, SignedAs signed, DateTimeOffset now, CancellationToken ct)
    {
        var (who, hash) = (signed.Signer.Person, trace.Hash());
        var drill = new RecallDrilled(
            trace.Thing, trace.Chains.Count, trace.Batches, trace.Bags, trace.Within, trace.Given, Math.Round(trace.Took.TotalMilliseconds, 1), trace.AsOf, hash, SignedPage.Signatures([signed], now, hash));
        var by = Doer.At(who.Number, nameof(Tracking.Steps.Station.Quality), accessor.HttpContext);
        var version = await HouseJournal.WriteAsync(uow, RecallDrilled.Stream, RecallDrilled.Type, drill, by, now, ct);
        await SignedPage.FinishAsync(uow, input.Attempt, RecallDrilled.Stream, version, $"{input.Thing}", now, ct);
        await uow.CommitAsync(ct);
        return new DrillOutcome.Filed(drill);
    }
}
