using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Use case: one step, decided by the rule book and written in one transaction with its prints and rows, or not at all.</summary>
public sealed class TakeStep(
    Database database,
    ChainDesk chains,
    SettingsDesk settings,
    DeviceScanner scanner,
    PersonalDataVault vault,
    SealedHalves halves,
    LabelOrders labels,
    TimeProvider time)
{
    private readonly StepFacts _facts = new(chains, settings, scanner, vault);
    private readonly WriteStep _write = new(scanner, vault, labels);

    public async Task<StepOutcome> RunAsync(StepInput input, CancellationToken ct)
    {
        using var span = SiteMeter.Takes(input.Address.Step);
        var outcome = await database.DecideAsync(uow => TryAsync(uow, input, ct), ct);
        span?.SetTag("outcome", outcome.GetType().Name);
        if (outcome is StepOutcome.Taken taken)
        {
            chains.Keep(taken.After);
        }
        else if (outcome is StepOutcome.Refused { Codes.Count: > 0, IsRecorded: false } refused)
        {
            await database.DecideAsync(uow => RecordAsync(uow, input, refused, ct), ct);
        }

        return outcome;
    }

    private async Task<StepOutcome> TryAsync(UnitOfWork uow, StepInput input, CancellationToken ct)
    {
        var step = input.Address.Step;
        var now = time.GetUtcNow();
        if (DeviceTimes.IsWrong(input.DeviceTime, now) && step.Kind is not (StepKind.Safety or StepKind.Exit))
        {
            return StepOutcome.Because(StepReasons.DeviceClock);
        }

        if (step.AttachesTags)
        {
            await EventLedger.HoldAsync(uow, ct);
        }

        var key = await StepPerson.FormKeyAsync(vault, uow, now, step, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } finished)
        {
            return finished.Content == SignedContent.HashOfForm(input, key)
                ? new StepOutcome.TakenBefore(await SealedChecks.IsHalfAsync(uow, input.Attempt, ct))
                : StepOutcome.Because(StepReasons.SentBefore);
        }

        var (blank, participant) = await _facts.ReadAsync(uow, input, now, ct);
        return blank is null ? new StepOutcome.NoSuchThing()
            : Obstacle(step, blank, input) is { } obstacle ? obstacle
            : await FillAsync(uow, input, blank, participant, key, ct);
    }

    private static StepOutcome.Refused? Obstacle(Step step, Facts blank, StepInput input) =>
        RuleBook.Obstacles(step, blank) is { Count: > 0 } obstacles ? StepOutcome.Because(obstacles)
        : IndependentCheck.Due(step, blank) != input.Half ? StepOutcome.Because(StepReasons.OtherHalf)
        : null;

    private async Task<StepOutcome> FillAsync(
        UnitOfWork uow, StepInput input, Facts blank, PersonalData? participant, byte[] key, CancellationToken ct)
    {
        var step = input.Address.Step;
        var asked = IndependentCheck.Asked(step, blank);
        var (record, errors) = RecordValues.Parse(asked.FieldsFor(blank), name => input.Raw.GetValueOrDefault(name));
        if (errors.Count > 0)
        {
            return new StepOutcome.Refused([], errors);
        }

        if (participant is not null && TextWarning.Find(record, participant, input) is { } warning)
        {
            return warning;
        }

        record = FreeTextVault.Identify(record, input.Attempt, key);
        var (facts, lapsed) = await AttemptScans.ReplayAsync(uow, step, blank with { Record = record }, input.Attempt, ct);
        return lapsed is not null
            ? StepOutcome.Because(new Refusal("scan-lapsed", lapsed.Sentence))
            : await HalveAsync(uow, input, facts, new Beside(key, TextWarning.Of(record, participant, input), null), ct);
    }

    private async Task<StepOutcome> HalveAsync(UnitOfWork uow, StepInput input, Facts facts, Beside beside, CancellationToken ct) => input.Half switch
    {
        null => await DecideAsync(uow, input, facts, beside, ct),
        CheckHalf.First => await DecideAsync(uow, input, facts, beside with { Half = halves.Seal(input, facts) }, ct),
        CheckHalf.Second => await DecideAsync(
            uow, input, facts with { First = await halves.OpenAsync(uow, input.Address.Step, facts, ct) }, beside, ct),
        var other => throw new InvalidOperationException($"Unexpected half {other}."),
    };

    private async Task<StepOutcome> DecideAsync(UnitOfWork uow, StepInput input, Facts facts, Beside beside, CancellationToken ct)
    {
        var step = input.Address.Step;
        if (IndependentCheck.Voided(step, facts) is { } voided)
        {
            return await VoidAsync(uow, input, facts, voided, ct);
        }

        if (step.Original is not null)
        {
            facts = await OnPaperAsync(uow, step, facts, ct);
        }

        facts = beside.Half is { } half
            ? facts with { SealedHash = half.SealedHash }
            : facts with { Fresh = await FreshNumbersFor.DrawAsync(uow, step, IndependentCheck.Joined(facts), ct) };
        return RuleBook.Decide(step, facts) switch
        {
            Decision.Taken taken => await _write.RunAsync(uow, input, facts, taken, beside, ct),
            Decision.Refused refused => StepOutcome.Because(refused.Reasons),
            var other => throw new InvalidOperationException($"Unexpected decision {other}."),
        };
    }

    /// <summary>What a sheet's line is judged by beyond the chain: whom it names, and whether the system was working all the while.</summary>
    private static async Task<Facts> OnPaperAsync(UnitOfWork uow, Step step, Facts facts, CancellationToken ct)
    {
        List<PersonAccount> accounts = [];
        foreach (var number in BackEntry.Named(step, facts.Record).Distinct())
        {
            if (await PersonAccounts.FindAsync(uow, number, ct) is { } account)
            {
                accounts.Add(account);
            }
        }

        return facts with
        {
            Named = [.. accounts.Select(account => account.Person)],
            Left = accounts.Where(account => !account.Active).Select(account => account.StaffNo).ToHashSet(),
            WasUp = facts.Record.Has(BackEntry.At)
                && await EventLedger.HasEntriesAsync(uow, facts.Value(BackEntry.At), facts.Value(BackEntry.At) + BackEntry.Pulse, ct),
        };
    }

    private async Task<StepOutcome> VoidAsync(UnitOfWork uow, StepInput input, Facts facts, Decision.Voided voided, CancellationToken ct)
    {
        var (step, coi, target) = input.Address;
        var attempt = new StepRefused(step.Id, target, [voided.Reason.Code]);
        if (await ChainStreams.AppendAsync(uow, coi, facts.Chain, [voided.What, attempt], RefusalBy(input, facts.Now, facts.Settings.Version), ct) is null)
        {
            return StepOutcome.Because(StepReasons.SomebodyWasFirst);
        }

        await uow.CommitAsync(ct);
        return StepOutcome.Because(voided.Reason) with { IsRecorded = true };
    }

    /// <summary>The record of the attempt, in a transaction of its own: whatever the refused step had drawn is given back.</summary>
    /// <returns>False when there is no such chain.</returns>
    private async Task<bool> RecordAsync(UnitOfWork uow, StepInput input, StepOutcome.Refused refused, CancellationToken ct)
    {
        var (step, coi, target) = input.Address;
        var now = time.GetUtcNow();
        if (await chains.FindAsync(uow, coi, ct) is not { } chain)
        {
            return false;
        }

        var act = RefusalBy(input, now, (await settings.BookAsync(uow, ct)).At(now).Settings.Version);
        var attempt = new StepRefused(step.Id, target, refused.Codes);
        if (await ChainStreams.AppendAsync(uow, coi, chain, [attempt], act, ct) is not null)
        {
            await uow.CommitAsync(ct);
        }

        return true;
    }

    private Act RefusalBy(StepInput input, DateTimeOffset now, string settings) => new(
        input.Signers.Count > 0 ? input.Signers[0].Person.Number : input.SignedIn.Number,
        input.Address.Step.Station.ToString(), now, now, input.Address.Step.Id, [], [], settings)
    {
        Workstation = scanner.Workstation,
    };
}
