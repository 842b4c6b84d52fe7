using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What is known about a step before its form is read: nothing scanned, nothing recorded.</summary>
internal sealed class StepFacts(ChainDesk chains, SettingsDesk settings, DeviceScanner scanner, PersonalDataVault vault)
{
    /// <returns>Facts are null when there is no such chain or thing; the participant when the name kept now is not the one enrolled.</returns>
    public async Task<(Facts? Blank, PersonalData? Participant)> ReadAsync(UnitOfWork uow, StepInput input, DateTimeOffset now, CancellationToken ct)
    {
        var (step, coi, target) = input.Address;
        if (await chains.FindAsync(uow, coi, ct) is not { } chain)
        {
            return (null, null);
        }

        var participant = await StepPerson.OpenAsync(vault, uow, chain, step, ct);
        var book = await settings.BookAsync(uow, ct);
        var blank = new Facts
        {
            Chain = chain,
            Target = target,
            Settings = book.At(now).Settings,
            Book = book,
            SettingsThen = Then(book, input.Address, chain),
            Now = now,
            Signers = input.Signers,
            SignedIn = input.SignedIn,
            Doubts = input.Doubts,
            Absent = await SafetyActList.AbsentAsync(uow, chain, ct),
            Scanner = await scanner.FindAsync(uow, ct),
            IsIdentityAltered = participant is null,
        };
        return (Targets.Exists(step, blank) ? blank : null, participant);
    }

    private static StudySettings? Then(SettingsBook book, StepAddress address, ChainState chain) =>
        address.Step.Scope == Scope.Record && Recorded.Find(chain, address.Target)?.Entry.Act is { } act
            ? book.Find(act.SettingsVersion, act.RecordedAt)
            : null;
}
