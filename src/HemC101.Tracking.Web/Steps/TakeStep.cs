using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <param name="Attempt">One rendered form is one attempt; sent twice, it is taken once.</param>
/// <param name="Raw">What the form sent for each field.</param>
/// <param name="Signers">Re-authenticated a moment ago, in the order of the step's demands.</param>
/// <param name="DeviceTime">The device's clock; null without script.</param>
public sealed record StepInput(
    StepAddress Address,
    string Attempt,
    IReadOnlyDictionary<string, string> Raw,
    IReadOnlyList<Signer> Signers,
    Person SignedIn,
    DateTimeOffset? DeviceTime)
{
    /// <summary>About who is signed in; none while the session lives and is their own.</summary>
    public IReadOnlyList<ActDoubt> Doubts { get; init; } = [];

    /// <summary>Whoever sends it was warned that a text names the participant, and means it.</summary>
    public bool IsNameMeant { get; init; }

    /// <summary>The half of an independent check that the form was; null for every other step.</summary>
    public CheckHalf? Half { get; init; }
}

/// <summary>What became of a step.</summary>
public abstract record StepOutcome
{
    private StepOutcome() { }

    /// <param name="Names">Whether a text of the step names the participant.</param>
    /// <param name="IsHalf">The first half of an independent check is closed; the second person's is waited for.</param>
    public sealed record Taken(ChainState After, NameInText Names, bool IsHalf) : StepOutcome;

    /// <summary>The same attempt was taken before: nothing was done again.</summary>
    /// <param name="IsHalf">It was a first half.</param>
    public sealed record TakenBefore(bool IsHalf) : StepOutcome;

    /// <param name="FieldErrors">By field name.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons, IReadOnlyDictionary<string, Text> FieldErrors) : StepOutcome
    {
        /// <summary>The one reason is a text that names the participant: sent once more and meant, it is taken.</summary>
        public bool WantsNameMeant { get; init; }

        /// <summary>What the ledger says of it: nothing of a form that was only filled in wrong.</summary>
        public IReadOnlyList<string> Codes => WantsNameMeant ? [TextWarning.Code] : [.. Reasons.Select(reason => reason.Code)];

        /// <summary>The ledger has it already.</summary>
        public bool IsRecorded { get; init; }
    }

    /// <summary>No such chain, or nothing on it that the step could be done to.</summary>
    public sealed record NoSuchThing : StepOutcome;
}

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
    /// <summary>How far a device's clock may run ahead before a step other than Safety and Exit is refused.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(2);

    /// <summary>Longer, since a form may wait for the network.</summary>
    private static readonly TimeSpan MostBehind = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<string, Text> NoErrors = [];

    public async Task<StepOutcome> RunAsync(StepInput input, CancellationToken ct)
    {
        var outcome = await database.DecideAsync(uow => TryAsync(uow, input, ct), ct);
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
        var (step, coi, target) = input.Address;
        var now = time.GetUtcNow();
        if (IsWrong(input.DeviceTime, now) && step.Kind is not (StepKind.Safety or StepKind.Exit))
        {
            return Refused(StepReasons.DeviceClock);
        }

        var key = await StepPerson.FormKeyAsync(vault, uow, now, step, ct);
        if (await FinishedAttempts.FindAsync(uow, input.Attempt, ct) is { } finished)
        {
            return finished.Content == SignedContent.HashOfForm(input, key)
                ? new StepOutcome.TakenBefore(await SealedChecks.IsHalfAsync(uow, input.Attempt, ct))
                : Refused(StepReasons.SentBefore);
        }

        if (await chains.FindAsync(uow, coi, ct) is not { } chain)
        {
            return new StepOutcome.NoSuchThing();
        }

        var participant = await StepPerson.OpenAsync(vault, uow, chain, step, ct);
        var blank = new Facts
        {
            Chain = chain,
            Target = target,
            Settings = await settings.CurrentAsync(uow, ct),
            SettingsThen = await SettingsThenAsync(uow, input.Address, chain, ct),
            Now = now,
            Signers = input.Signers,
            SignedIn = input.SignedIn,
            Doubts = input.Doubts,
            Absent = await SafetyActList.AbsentAsync(uow, chain, ct),
            Scanner = await scanner.FindAsync(uow, ct),
            IsIdentityAltered = participant is null,
        };
        if (!Targets.Exists(step, blank))
        {
            return new StepOutcome.NoSuchThing();
        }

        if (RuleBook.Obstacles(step, blank) is { Count: > 0 } obstacles)
        {
            return new StepOutcome.Refused(obstacles, NoErrors);
        }

        if (IndependentCheck.Due(step, blank) != input.Half)
        {
            return Refused(StepReasons.OtherHalf);
        }

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
        if (lapsed is not null)
        {
            return Refused(new Refusal("scan-lapsed", lapsed.Sentence));
        }

        var beside = new Beside(key, TextWarning.Of(record, participant, input), null);
        return input.Half switch
        {
            null => await DecideAsync(uow, input, facts, beside, ct),
            CheckHalf.First => await DecideAsync(uow, input, facts, beside with { Half = halves.Seal(input, facts) }, ct),
            CheckHalf.Second => await DecideAsync(uow, input, facts with { First = await halves.OpenAsync(uow, step, facts, ct) }, beside, ct),
            var other => throw new InvalidOperationException($"Unexpected half {other}."),
        };
    }

    private static async Task<StudySettings?> SettingsThenAsync(UnitOfWork uow, StepAddress address, ChainState chain, CancellationToken ct) =>
        address.Step.Scope == Scope.Record && Recorded.Find(chain, address.Target)?.Entry.Act is { } act
            ? await SettingsDesk.FindAsync(uow, act.SettingsVersion, act.RecordedAt, ct)
            : null;

    private async Task<StepOutcome> DecideAsync(UnitOfWork uow, StepInput input, Facts facts, Beside beside, CancellationToken ct)
    {
        var step = input.Address.Step;
        if (IndependentCheck.Voided(step, facts) is { } voided)
        {
            return await VoidAsync(uow, input, facts, voided, ct);
        }

        facts = beside.Half is { } half
            ? facts with { SealedHash = half.SealedHash }
            : facts with { Fresh = await FreshNumbersFor.DrawAsync(uow, step, facts, ct) };
        return RuleBook.Decide(step, facts) switch
        {
            Decision.Taken taken => await WriteAsync(uow, input, facts, taken, beside, ct),
            Decision.Refused refused => new StepOutcome.Refused(refused.Reasons, NoErrors),
            var other => throw new InvalidOperationException($"Unexpected decision {other}."),
        };
    }

    private async Task<StepOutcome> VoidAsync(UnitOfWork uow, StepInput input, Facts facts, Decision.Voided voided, CancellationToken ct)
    {
        var (step, coi, target) = input.Address;
        var attempt = new StepRefused(step.Id, target, [voided.Reason.Code]);
        if (await ChainStreams.AppendAsync(uow, coi, facts.Chain, [voided.What, attempt], RefusalBy(input, facts.Now, facts.Settings.Version), ct) is null)
        {
            return Refused(StepReasons.SomebodyWasFirst);
        }

        await uow.CommitAsync(ct);
        return Refused(voided.Reason) with { IsRecorded = true };
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

        var act = RefusalBy(input, now, (await settings.CurrentAsync(uow, ct)).Version);
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

    /// <summary>Of a first half the ledger shows who signed it, and no scan; of the whole the scans of both, and both signatures as they were made.</summary>
    private Act ActOf(StepInput input, Facts facts, Decision.Taken taken, Beside beside) => new(
        taken.Signed.Count > 0 ? taken.Signed[0].Signer.Person.Number : input.SignedIn.Number,
        input.Address.Step.Station.ToString(),
        OccurredAt(input, facts.Now),
        facts.Now,
        input.Address.Step.Id,
        beside.Half is null ? [.. (facts.First?.Scans.Values ?? []).Concat(facts.Scans.Values).Select(scan => scan.Evidence)] : [],
        SignedContent.Sign(input, facts, taken.Signed, beside.Half),
        facts.Settings.Version)
    {
        Remark = facts.Record.Has(TextField.Remark) ? facts.Record.Get(TextField.Remark).Id : null,
        Names = beside.Names,
        Workstation = scanner.Workstation,
    };

    private async Task<StepOutcome> WriteAsync(
        UnitOfWork uow, StepInput input, Facts facts, Decision.Taken taken, Beside beside, CancellationToken ct)
    {
        var act = ActOf(input, facts, taken, beside);
        if (await ChainStreams.AppendAsync(uow, input.Address.Coi, facts.Chain, taken.Events, act, ct) is not { } after)
        {
            return Refused(StepReasons.SomebodyWasFirst);
        }

        if (!await MoveThingsAsync(uow, facts.Chain, after, ct))
        {
            return Refused(StepReasons.DeviceTaken);
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

    private static bool IsWrong(DateTimeOffset? device, DateTimeOffset now) => device - now > MostAhead || now - device > MostBehind;

    /// <summary>The device's time, unless its clock is wrong: then a stop or an exit goes by the server's.</summary>
    private static DateTimeOffset OccurredAt(StepInput input, DateTimeOffset now) =>
        input.DeviceTime is { } device && !IsWrong(device, now) ? device.ToUniversalTime() : now;

    private static StepOutcome.Refused Refused(Refusal refusal) => new([refusal], NoErrors);

    /// <summary>What a step leaves beside its events.</summary>
    /// <param name="TextKey">For the hash of the form.</param>
    /// <param name="Names">Whether a text of the step names the participant.</param>
    /// <param name="Half">Of an independent check, the first, as it will lie beside the ledger; null for everything else.</param>
    private sealed record Beside(byte[] TextKey, NameInText Names, SealedHalf? Half);
}
