using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;

namespace HemC101.Tracking.Web.Participants;

/// <param name="Signers">Investigator and coordinator, re-authenticated a moment ago, in this order.</param>
public sealed record EnrolInput(string Attempt, PersonalData Person, EnrolmentForm Form, IReadOnlyList<Signer> Signers);

public abstract record EnrolOutcome
{
    private EnrolOutcome() { }

    public sealed record Enrolled(ChainState Chain) : EnrolOutcome;

    public sealed record EnrolledBefore : EnrolOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : EnrolOutcome;
}

/// <summary>Use case: a participant is enrolled, gets a subject number, a CoI, a patient key and the first wristband, or nothing at all.</summary>
public sealed class Enrol(
    Database database, SettingsDesk settings, DeviceScanner device, PersonalDataVault vault, EscrowBook escrow, TemplateDesk templates, LabelOrders labels,
    LabelFit fit, TimeProvider time)
{
    public const string StepId = "enrol";

    public async Task<EnrolOutcome> RunAsync(EnrolInput input, CancellationToken ct)
    {
        var study = await settings.CurrentAsync(database, ct);
        var unfit = await fit.RefusalsAsync(database, input.Person, study, LabelForm.Of(study), ct);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is not null)
        {
            return new EnrolOutcome.EnrolledBefore();
        }

        var now = time.GetUtcNow();
        var current = (await settings.BookAsync(uow, ct)).At(now).Settings;
        var digest = await vault.SamePerson.DigestAsync(uow, input.Person, now, ct);
        var known = (await Tracking.Storage.Registry.Participants.ListSamePersonAsync(uow, digest, ct)).Count > 0;
        var enrolled = (int)await Tracking.Storage.Registry.Participants.CountAsync(uow, ct);
        var (signed, refusals) = Signatories.Assign(Enrolment.Signatures, input.Signers, now);
        refusals = [.. await ObstaclesAsync(uow, ct), .. refusals, .. Enrolment.Refusals(input.Form, enrolled, known, current, now), .. unfit];
        return refusals.Count > 0
            ? new EnrolOutcome.Refused(refusals)
            : await WriteAsync(uow, input, current, digest, signed, now, ct);
    }

    /// <summary>Known before anything is filled in.</summary>
    public async Task<IReadOnlyList<Refusal>> ObstaclesAsync(Source source, CancellationToken ct) =>
    [
        .. await escrow.IsProvenAsync(source, time.GetUtcNow(), ct) ? Array.Empty<Refusal>() : [KeyEscrow.NotProven],
        .. await templates.ObstacleAsync(source, ct) is { } unsigned ? [unsigned] : Array.Empty<Refusal>(),
        .. (await settings.BookAsync(source, ct)).HoldsInForce.Select(StudyHoldRules.Refusal),
    ];

    private async Task<EnrolOutcome> WriteAsync(
        UnitOfWork uow, EnrolInput input, StudySettings current, string digest, IReadOnlyList<SignedAs> signed, DateTimeOffset now, CancellationToken ct)
    {
        var year = MoscowTime.DayOf(now).Year;
        var subject = SubjectNumber.Issue(current.SiteNumber, (int)await Numbers.NextAsync(uow, "subject", ct));
        var coi = CoiId.Issue(FacilityNumber.Parse(current.FacilityNumber), year, (int)await Numbers.NextAsync(uow, $"coi/{year}", ct));
        var patient = PatientKey.Issue(current.Gs1Prefix, await Numbers.NextAsync(uow, "patient", ct));
        var hash = PersonalDataVault.HashOf(input.Person);
        await Tracking.Storage.Registry.Participants.AddAsync(
            uow,
            new ParticipantRow
            {
                SubjectNo = subject,
                PersonalData = vault.Seal(input.Person),
                PersonalDataHash = hash,
                PersonDigest = digest,
                SurnameDigest = await vault.SameSurname.DigestAsync(uow, input.Person, now, ct),
                PatientKey = patient,
                CreatedAt = now,
            },
            ct);
        var serials = await FreshNumbersFor.SerialsAsync(uow, 1, ct);
        var events = Enrolment.Events(input.Form, coi, subject, patient, hash.ToString(), serials[0]);
        var signatures = signed.Select(item => item.Sign(now, hash.ToString()));
        var act = new Act(signed[0].Signer.Person.Number, nameof(Station.Enrolment), now, now, StepId, [], [.. signatures], current.Version)
        {
            Workstation = device.Workstation,
        };
        var chain = await ChainStreams.AppendAsync(uow, coi, null, events, act, ct)
            ?? throw new InvalidOperationException($"The number {coi} is taken already.");
        await labels.WriteAsync(uow, chain, events, act, ct);
        await FinishedAttempts.TryFinishAsync(
            uow, new FinishedAttempt { AttemptId = input.Attempt, Stream = ChainStreams.StreamOf(coi), Version = chain.Version, At = now }, ct);
        await uow.CommitAsync(ct);
        return new EnrolOutcome.Enrolled(chain);
    }
}
