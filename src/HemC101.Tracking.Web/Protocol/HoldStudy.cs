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
    private static readonly Text SomebodyElse = new(
        "Вошедший на этом устройстве не подписал. Один из подписывающих – тот, кто вошёл.",
        "Whoever is signed in at this device has not signed. One of the signers is the person who is signed in.");

    private static readonly Text Stale = new(
        "Эта страница уже отправлена с другими данными. Ничего не записано. Откройте страницу заново.",
        "This page was sent before with other data. Nothing was recorded. Open the page anew.");

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
            return before.Content == content ? [] : [Stale];
        }

        var holds = (await settings.BookAsync(uow, ct)).Holds;
        var hold = input.Number is { } number ? holds.FirstOrDefault(known => known.Number == number) : null;
        var (signed, refusals) = Signatories.Assign(input.Demands, input.Signers, now);
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. Faults(input),
            .. input.Number is null ? [] : StudyHoldRules.ReleaseRefusals(hold, input.Signers).Select(refusal => refusal.Reason),
            .. input.Signers.Any(signer => signer.Person.Number == input.SignedIn.Number) ? Array.Empty<Text>() : [SomebodyElse],
            .. input.Attempt.Length == 0 ? [Stale] : Array.Empty<Text>(),
        ];
        if (reasons.Count > 0)
        {
            return reasons;
        }

        var version = await WriteAsync(uow, input, hold?.Number ?? (holds.Count + 1), signed, now, ct);
        await FinishedAttempts.TryFinishAsync(
            uow, new FinishedAttempt { AttemptId = input.Attempt, Stream = SettingsDesk.Stream, Version = version, Content = content, At = now }, ct);
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
        List<Signature> signatures =
        [
            .. signed.Select(item => new Signature(
                item.Signer.Person.Number, item.Signer.Person.FullName, item.Role, item.Meaning, now, item.Signer.Method, hash)),
        ];
        var by = Doer.At(signed[0].Signer.Person.Number, nameof(Tracking.Steps.Station.Quality), accessor.HttpContext);
        return input.Number is null
            ? HouseJournal.WriteAsync(uow, SettingsDesk.Stream, StudyHeld.Type, new StudyHeld(number, input.Code, input.Document, signatures), by, now, ct)
            : HouseJournal.WriteAsync(uow, SettingsDesk.Stream, StudyHoldLifted.Type, new StudyHoldLifted(number, input.Code, input.Document, signatures), by, now, ct);
    }
}
