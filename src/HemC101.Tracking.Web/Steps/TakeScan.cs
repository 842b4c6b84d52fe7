using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <param name="Entry">What the page says of how the code came in; the rules decide what to believe.</param>
/// <param name="ClientScanId">The same id is the same scan: repeated, it is harmless.</param>
public sealed record ScanInput(StepAddress Address, string Attempt, string Raw, EntryClaim Entry, string ClientScanId, StaffNumber By);

/// <summary>Use case: one scan for a step. An accepted scan waits for the step; a refused one is recorded as a near miss.</summary>
public sealed class TakeScan(
    Database database, ChainDesk chains, SettingsDesk settings, DeviceScanner scanner, DemoMode demo, TimeProvider time)
{
    private static readonly Text ScanAgain = new(
        "Это сканирование уже было и принято не было. Отсканируйте код ещё раз.",
        "This scan was sent before and was not accepted. Scan the code once more.");

    /// <returns>Null when there is no such chain.</returns>
    public async Task<ScanVerdict?> RunAsync(ScanInput input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var span = SiteMeter.Scans(input.Address.Step);
        var begun = Stopwatch.GetTimestamp();
        var verdict = await database.DecideAsync(uow => RunAsync(uow, input, ct), ct);
        if (verdict is not null)
        {
            SiteMeter.Scanned(input.Address.Step, verdict, begun);
            span?.SetTag("verdict", verdict.Kind);
        }

        return verdict;
    }

    private async Task<ScanVerdict?> RunAsync(UnitOfWork uow, ScanInput input, CancellationToken ct)
    {
        var step = input.Address.Step;
        var now = time.GetUtcNow();
        if (await chains.FindAsync(uow, input.Address.Coi, ct) is not { } chain)
        {
            return null;
        }

        var book = await settings.BookAsync(uow, ct);
        var blank = new Facts
        {
            Chain = chain,
            Target = input.Address.Target,
            Settings = book.At(now).Settings,
            Book = book,
            Now = now,
            Scanner = await scanner.FindAsync(uow, ct),
        };
        var (facts, _) = await AttemptScans.ReplayAsync(uow, step, blank, input.Attempt, ct);
        if (await StepScans.FindAsync(uow, input.ClientScanId, ct) is { } earlier)
        {
            if (IsSame(earlier, input))
            {
                return await AnsweredAsync(uow, step, facts, earlier, ct);
            }

            input = input with { ClientScanId = Guid.CreateVersion7(now).ToString("N") };
        }

        var entry = ScanEntry.Of(input.Raw, BarcodeReader.Read(input.Raw), input.Entry);
        var known = KnownOfScanner(input, entry, facts);
        var verdict = NotDue(step, blank, await AttemptScans.JudgeAsync(uow, step, facts, input.Raw, known, entry, demo.IsOn, ct));
        await StepScans.AddAsync(uow, Row(input, verdict, entry, known, now), ct);
        var leavesNothing = verdict.IsAccepted || verdict.WantsReason || verdict.Kind == Verdict.Duplicate;
        if (leavesNothing || await RecordRefusalAsync(uow, input, facts, verdict, ct))
        {
            await uow.CommitAsync(ct);
        }

        return verdict;
    }

    /// <summary>An id may be sent again only with what it was sent with; anything else is a scan of its own.</summary>
    private static bool IsSame(StepScanRow earlier, ScanInput input) =>
        (earlier.Raw == input.Raw || earlier.Raw == Fingerprint(input.Raw)) && earlier.AttemptId == input.Attempt && earlier.Step == input.Address.Step.Id && earlier.Coi == input.Address.Coi;

    /// <summary>The answer that got lost on the way: the verdict as it was given, explained by what is known now.</summary>
    private async Task<ScanVerdict> AnsweredAsync(UnitOfWork uow, Step step, Facts facts, StepScanRow earlier, CancellationToken ct)
    {
        var verdict = Enum.Parse<Verdict>(earlier.Verdict);
        var now = await AttemptScans.JudgeAsync(uow, step, facts, earlier.Raw, earlier.Scanner, ScanRows.EntryOf(earlier), demo.IsOn, ct);
        return verdict == Verdict.Accepted ? new ScanVerdict(verdict, step.Name, earlier.Demand, earlier.Code)
            : now.Kind == verdict ? now
            : new ScanVerdict(verdict, ScanAgain, earlier.Demand, earlier.Code);
    }

    /// <summary>For a step that is not possible now no scan is taken; a stop stays a stop.</summary>
    private static ScanVerdict NotDue(Step step, Facts facts, ScanVerdict judged) =>
        !judged.IsStop && RuleBook.Obstacles(step, facts) is [var first, ..]
            ? new ScanVerdict(Verdict.NotDue, first.Reason, judged.Demand, judged.Identifier)
            : judged;

    /// <summary>A test speaks for the scanner, not for a hand, which types no separator.</summary>
    private static ScannerSetup KnownOfScanner(ScanInput input, ScanEntry entry, Facts facts) =>
        entry.Method is EntryMethod.Scanned or EntryMethod.Camera || (entry.Method == EntryMethod.Unproven && input.Raw.StartsWith(']'))
            ? facts.ScannerSetup
            : ScannerSetup.Unproven;

    /// <returns>False when somebody else wrote first.</returns>
    private async Task<bool> RecordRefusalAsync(UnitOfWork uow, ScanInput input, Facts facts, ScanVerdict verdict, CancellationToken ct)
    {
        var act = ActOf(input, facts);
        if (await ChainStreams.AppendAsync(uow, facts.Chain.Coi, facts.Chain, Mismatch.Events(input.Address.Step, facts, verdict), act, ct) is null)
        {
            return false;
        }

        if (verdict.Kind == Verdict.Mismatch
            && BarcodeReader.Read(input.Raw) is Reading.Understood { Code: ContainerCode { Coi: { } owner } }
            && owner != facts.Chain.Coi
            && DoseBagId.TryParse(verdict.Identifier, out var bag)
            && await chains.FindAsync(uow, owner, ct) is { } other
            && Mismatch.LockAtOwner(other, bag) is { Count: > 0 } locks)
        {
            return await ChainStreams.AppendAsync(uow, owner, other, locks, act, ct) is not null;
        }

        return true;
    }

    private Act ActOf(ScanInput input, Facts facts) =>
        new(input.By, input.Address.Step.Station.ToString(), facts.Now, facts.Now, input.Address.Step.Id, [], [], facts.Settings.Version)
        {
            Workstation = scanner.Workstation,
        };

    /// <summary>What could not be read may be a name or a PIN in the wrong field: of that only a fingerprint is kept.</summary>
    private static string Kept(string raw, ScanVerdict verdict) => verdict.Identifier is null ? Fingerprint(raw) : raw;

    private static string Fingerprint(string raw) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)))}";

    private static StepScanRow Row(ScanInput input, ScanVerdict verdict, ScanEntry entry, ScannerSetup known, DateTimeOffset now) => new StepScanRow
    {
        ClientScanId = input.ClientScanId,
        AttemptId = input.Attempt,
        Coi = input.Address.Coi,
        Step = input.Address.Step.Id,
        Demand = verdict.Demand,
        Raw = Kept(input.Raw, verdict),
        Code = verdict.Identifier ?? "",
        EntryMethod = entry.Method.Key(),
        Verdict = verdict.Kind.ToString(),
        Person = input.By.ToString(),
        Station = input.Address.Step.Station.ToString(),
        At = now,
        SendsSeparators = known.SendsSeparators,
        SeparatorReplacement = known.SeparatorReplacement?.ToString(),
    }.With(entry);
}
