using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What a step leaves beside its events.</summary>
/// <param name="TextKey">For the hash of the form.</param>
/// <param name="Names">Whether a text of the step names the participant.</param>
/// <param name="Half">Of an independent check, the first, as it will lie beside the ledger; null for everything else.</param>
internal sealed record Beside(byte[] TextKey, NameInText Names, SealedHalf? Half);

/// <summary>Writes a step that the rule book takes: its events, prints and rows, in the transaction that decided.</summary>
internal sealed class WriteStep(DeviceScanner scanner, PersonalDataVault vault, LabelOrders labels)
{
    public async Task<StepOutcome> RunAsync(
        UnitOfWork uow, StepInput input, Facts facts, Decision.Taken taken, Beside beside, CancellationToken ct)
    {
        var act = ActOf(input, facts, taken, beside);
        if (await ChainStreams.AppendAsync(uow, input.Address.Coi, facts.Chain, taken.Events, act, ct) is not { } after)
        {
            return StepOutcome.Because(StepReasons.SomebodyWasFirst);
        }

        if (taken.Events.OfType<FallbackSetTaken>().Any()
            && !await FallbackJournal.UsedAsync(uow, facts.FallbackSet!, after.Coi, new(act.By.ToString(), act.Station, act.Workstation), facts.Now, ct))
        {
            return StepOutcome.Because(StepReasons.SomebodyWasFirst);
        }

        if (!await MoveThingsAsync(uow, facts.Chain, after, ct))
        {
            return StepOutcome.Because(StepReasons.DeviceTaken);
        }

        await labels.WriteAsync(uow, after, taken.Events, act, ct);
        await vault.Texts.KeepAsync(uow, ChainStreams.StreamOf(after.Coi), facts.Record, facts.Now, ct);
        await FinishAsync(uow, input, after, facts.Now, beside, ct);
        await uow.CommitAsync(ct);
        return new StepOutcome.Taken(after, beside.Names, IsHalf: beside.Half is not null);
    }

    private static async Task FinishAsync(
        UnitOfWork uow, StepInput input, ChainState after, DateTimeOffset now, Beside beside, CancellationToken ct)
    {
        await FinishedAttempts.TryFinishAsync(
            uow,
            new FinishedAttempt
            {
                AttemptId = input.Attempt,
                Stream = ChainStreams.StreamOf(after.Coi),
                Version = after.Version,
                Content = SignedContent.HashOfForm(input, beside.TextKey),
                At = now,
            },
            ct);
        if (beside.Half is { } half)
        {
            await SealedChecks.AddAsync(
                uow,
                new SealedCheckRow { Coi = after.Coi, Version = after.Version, AttemptId = input.Attempt, Sealed = half.Sealed, At = now },
                ct);
        }
    }

    private static async Task<bool> MoveThingsAsync(UnitOfWork uow, ChainState before, ChainState after, CancellationToken ct)
    {
        if (after.LeftThingsAsIn(before) || before.OccupiedThings.SequenceEqual(after.OccupiedThings))
        {
            return true;
        }

        var (was, now) = (before.OccupiedThings.ToHashSet(), after.OccupiedThings.ToHashSet());
        foreach (var freed in was.Except(now))
        {
            await HouseThings.FreeAsync(uow, freed, after.Coi, ct);
        }

        foreach (var taken in now.Except(was))
        {
            if (!await HouseThings.OccupyAsync(uow, taken, after.Coi, ct))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of a line from paper whoever entered it: the hands on the sheet stand among the signatures.</summary>
    private static StaffNumber ActorOf(StepInput input, Decision.Taken taken) =>
        taken.Paper is not null ? taken.Signed[^1].Signer.Person.Number
        : taken.Signed.Count > 0 ? taken.Signed[0].Signer.Person.Number
        : input.SignedIn.Number;

    /// <summary>Of a first half the ledger shows who signed it, and no scan; of the whole the scans of both, and both signatures as they were made.</summary>
    private Act ActOf(StepInput input, Facts facts, Decision.Taken taken, Beside beside) => new(
        ActorOf(input, taken),
        input.Address.Step.Station.ToString(),
        taken.Paper?.At ?? DeviceTimes.OccurredAt(input, facts.Now),
        facts.Now,
        input.Address.Step.Id,
        beside.Half is null ? [.. (facts.First?.Scans.Values ?? []).Concat(facts.Scans.Values).Select(scan => scan.Evidence)] : [],
        SignedContent.Sign(input, facts, taken, beside.Half),
        facts.SettingsAt(taken.Paper?.At ?? facts.Now).Version)
    {
        Remark = facts.Record.Has(TextField.Remark) ? facts.Record.Get(TextField.Remark).Id : null,
        Names = beside.Names,
        Workstation = scanner.Workstation,
        Paper = taken.Paper?.Line,
    };
}
