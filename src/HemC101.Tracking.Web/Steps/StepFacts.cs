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
        var blank = new Facts
        {
            Chain = chain,
            Target = target,
            Settings = await settings.CurrentAsync(uow, ct),
            SettingsThen = await ThenAsync(uow, input.Address, chain, ct),
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

    private static async Task<StudySettings?> ThenAsync(UnitOfWork uow, StepAddress address, ChainState chain, CancellationToken ct) =>
        address.Step.Scope == Scope.Record && Recorded.Find(chain, address.Target)?.Entry.Act is { } act
            ? await SettingsDesk.FindAsync(uow, act.SettingsVersion, act.RecordedAt, ct)
            : null;
}
