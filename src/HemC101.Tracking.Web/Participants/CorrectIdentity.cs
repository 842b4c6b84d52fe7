using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using Rows = HemC101.Tracking.Storage.Registry.Participants;

namespace HemC101.Tracking.Web.Participants;

/// <param name="Seen">Hash of the data that the form showed.</param>
/// <param name="Signers">Two people, re-authenticated a moment ago.</param>
public sealed record CorrectIdentityInput(
    string Attempt, CoiId Coi, PersonalData Person, string Seen, string Reason, string Document, IReadOnlyList<Signer> Signers);

public abstract record CorrectIdentityOutcome
{
    private CorrectIdentityOutcome() { }

    public sealed record Corrected(ChainState Chain) : CorrectIdentityOutcome;

    public sealed record CorrectedBefore : CorrectIdentityOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : CorrectIdentityOutcome;
}

/// <summary>Use case: name or birth date becomes what the document says; what was before it stays sealed, and the labels that say it are listed.</summary>
public sealed class CorrectIdentity(
    Database database, ChainDesk chains, SettingsDesk settings, DeviceScanner device, PersonalDataVault vault, LabelFit fit, TimeProvider time)
{
    public const string StepId = "identity.correct";

    public async Task<CorrectIdentityOutcome> RunAsync(CorrectIdentityInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var unfit = await UnfitAsync(input, ct);
        var outcome = await database.DecideAsync(uow => DecideAsync(uow, input, unfit, ct), ct);
        if (outcome is CorrectIdentityOutcome.Corrected corrected)
        {
            chains.Keep(corrected.Chain);
        }

        return outcome;
    }

    /// <summary>In the form that all labels of this chain have, whatever the settings ask for now. What a template lacks is no matter of the name.</summary>
    private async Task<IReadOnlyList<Refusal>> UnfitAsync(CorrectIdentityInput input, CancellationToken ct)
    {
        var (book, chain) = (await settings.BookAsync(database, ct), await FindAsync(database, input, ct));
        var refusals = await fit.RefusalsAsync(database, input.Person, book.At(time.GetUtcNow()).Settings, LabelForm.Of(chain.EnrolledUnder(book)), ct);
        return [.. refusals.Where(refusal => refusal.Code != LabelFit.FormCode)];
    }

    private async Task<ChainState> FindAsync(Source source, CorrectIdentityInput input, CancellationToken ct) =>
        await chains.FindAsync(source, input.Coi, ct) ?? throw new InvalidOperationException($"There is no chain {input.Coi}.");

    private async Task<CorrectIdentityOutcome> DecideAsync(UnitOfWork uow, CorrectIdentityInput input, IReadOnlyList<Refusal> unfit, CancellationToken ct)
    {
        await EventLedger.HoldAsync(uow, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is not null)
        {
            return new CorrectIdentityOutcome.CorrectedBefore();
        }

        var chain = await FindAsync(uow, input, ct);
        if (await vault.OpenAsync(uow, chain.Subject, chain.PersonalDataHash, ct) is not { } former)
        {
            return new CorrectIdentityOutcome.Refused([IdentityCorrection.Altered]);
        }

        var now = time.GetUtcNow();
        var digest = await vault.SamePerson.DigestAsync(uow, input.Person, now, ct);
        var known = (await Rows.ListSamePersonAsync(uow, digest, ct)).Any(row => row.SubjectNo != chain.Subject);
        var book = await settings.BookAsync(uow, ct);
        var form = new IdentityForm(IdentityParts.Changed(former, input.Person), input.Person.BirthDate, input.Seen, input.Reason, input.Document)
        {
            Undrawn = await PrintJobs.HoldUndrawnAsync(uow, chain.Coi, ct),
            InDoubt = [.. from job in await PrintJobs.ListOpenAsync(uow, chain.Coi, ct) where job.State is PrintJobState.Sending or PrintJobState.Unknown select job.Serial],
        };
        var (signed, refusals) = Signatories.Assign(IdentityCorrection.Signatures, input.Signers, now);
        refusals = [.. refusals, .. IdentityCorrection.Refusals(form, chain, known, book, now), .. unfit];
        return refusals.Count > 0
            ? new CorrectIdentityOutcome.Refused(refusals)
            : await WriteAsync(uow, input, form, chain, book, digest, signed, now, ct);
    }

    private async Task<CorrectIdentityOutcome> WriteAsync(
        UnitOfWork uow, CorrectIdentityInput input, IdentityForm form, ChainState chain, SettingsBook book, string digest, IReadOnlyList<SignedAs> signed,
        DateTimeOffset now, CancellationToken ct)
    {
        var hash = PersonalDataVault.HashOf(input.Person);
        var signatures = signed.Select(item => item.Sign(now, hash.ToString()));
        var act = new Act(signed[0].Signer.Person.Number, nameof(Station.Enrolment), now, now, StepId, [], [.. signatures], book.At(now).Settings.Version)
        {
            Workstation = device.Workstation,
        };
        if (await ChainStreams.AppendAsync(uow, chain.Coi, chain, IdentityCorrection.Events(form, chain, hash.ToString(), book), act, ct) is not { } after)
        {
            return new CorrectIdentityOutcome.Refused([StepReasons.SomebodyWasFirst]);
        }

        await ReplaceAsync(uow, input.Person, after, hash, digest, now, ct);
        await FinishedAttempts.TryFinishAsync(
            uow, new FinishedAttempt { AttemptId = input.Attempt, Stream = ChainStreams.StreamOf(chain.Coi), Version = after.Version, At = now }, ct);
        await uow.CommitAsync(ct);
        return new CorrectIdentityOutcome.Corrected(after);
    }

    /// <summary>The sealed bytes move as they are: nothing is sealed anew that was sealed before.</summary>
    private async Task ReplaceAsync(
        UnitOfWork uow, PersonalData person, ChainState after, Digest hash, string digest, DateTimeOffset now, CancellationToken ct)
    {
        var row = (await Rows.FindAsync(uow, after.Subject, ct))!;
        var former = new FormerIdentityRow
        {
            SubjectNo = after.Subject,
            Version = after.IdentityChanges[^1].Version,
            PersonalData = row.PersonalData,
            PersonalDataHash = row.PersonalDataHash,
            ReplacedAt = now,
        };
        await FormerIdentities.AddAsync(uow, former, ct);
        var surname = await vault.SameSurname.DigestAsync(uow, person, now, ct);
        await Rows.ReplacePersonalDataAsync(uow, after.Subject, vault.Seal(person), hash, digest, surname, ct);
    }
}
