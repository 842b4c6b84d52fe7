using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Protocol;

/// <param name="Attempt">One shown page is one decision, however often it is sent.</param>
/// <param name="Number">Of the hold that is released; null to place a new one.</param>
/// <param name="Code">Of the reason, or of the decision to go on.</param>
/// <param name="Signers">In the order of the demands, re-authenticated a moment ago.</param>
public sealed record HoldStudyInput(string Attempt, int? Number, string Code, string Document, IReadOnlyList<Signer> Signers, Person SignedIn)
{
    public IReadOnlyList<SignatureDemand> Demands => Number is null ? StudyHoldRules.Placing : StudyHoldRules.Releasing;
}

/// <summary>Use case: the study is put on hold, or goes on, from the moment it is signed, for every participant at once .</summary>
public sealed class HoldStudy(Database database, SettingsDesk settings, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <returns>Why nothing was recorded; empty when it was, now or before.</returns>
    public async Task<IReadOnlyList<Text>> RunAsync(HoldStudyInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var now = Instants.CutToMilliseconds(time.GetUtcNow());
        var content = $"{input.Number} {input.Code} {input.Document}";
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } before)
        {
            return before.Content == content ? [] : [SignedPage.Stale];
        }

        var holds = (await settings.BookAsync(uow, ct)).Holds;
        var hold = input.Number is { } number ? holds.FirstOrDefault(known => known.Number == number) : null;
        var (signed, refusals) = Signatories.Assign(input.Demands, input.Signers, now);
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. Faults(input),
            .. input.Number is null ? [] : StudyHoldRules.ReleaseRefusals(hold, input.Signers).Select(refusal => refusal.Reason),
            .. SignedPage.Faults(input.Attempt, input.Signers, input.SignedIn),
        ];
        if (reasons.Count > 0)
        {
            return reasons;
        }

        var version = await WriteAsync(uow, input, hold?.Number ?? (holds.Count + 1), signed, now, ct);
        await SignedPage.FinishAsync(uow, input.Attempt, SettingsDesk.Stream, version, content, now, ct);
        await uow.CommitAsync(ct);
        return [];
    }

    private static IEnumerable<Text> Faults(HoldStudyInput input)
    {
        var choice = input.Number is null ? StudyHoldRules.Reason : StudyHoldRules.Assessment;
        return new[] { choice.Check(input.Code, out _), StudyHoldRules.Document.Check(input.Document, out _) }.OfType<Text>();
    }

    private Task<int> WriteAsync(UnitOfWork uow, HoldStudyInput input, int number, IReadOnlyList<SignedAs> signed, DateTimeOffset now, CancellationToken ct)
    {
        var hash = StudyHoldRules.ContentHash(input.Number is null, number, input.Code, input.Document);
        var signatures = SignedPage.Signatures(signed, now, hash);
        var by = Doer.At(signed[0].Signer.Person.Number, nameof(Tracking.Steps.Station.Quality), accessor.HttpContext);
        return input.Number is null
            ? HouseJournal.WriteAsync(uow, SettingsDesk.Stream, StudyHeld.Type, new StudyHeld(number, input.Code, input.Document, signatures), by, now, ct)
            : HouseJournal.WriteAsync(uow, SettingsDesk.Stream, StudyHoldLifted.Type, new StudyHoldLifted(number, input.Code, input.Document, signatures), by, now, ct);
    }
}
