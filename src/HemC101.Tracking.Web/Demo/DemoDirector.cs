using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Plays a participant's past by the scripts, through the real use cases, on the clock that is given.</summary>
internal sealed class DemoDirector(
    Database database,
    ChainDesk chains,
    SettingsDesk settings,
    DeviceScanner scanner,
    PersonalDataVault vault,
    SealedHalves halves,
    EscrowBook escrow,
    TemplateDesk templates,
    LabelOrders labels,
    LabelFit fit,
    IReadOnlyList<Person> crew,
    DemoClock clock)
{
    private const string RemarkedStep = "collection.complete";
    private const string Remark = "Скорость дважды снижали из-за покалывания в пальцах, кальций дан внутрь.";

    public async Task<CoiId> EnrolAsync(PersonalData person, CancellationToken ct)
    {
        var enrol = new Enrol(database, settings, scanner, vault, escrow, templates, labels, fit, clock);
        var form = new EnrolmentForm(
            person.BirthDate, MoscowTime.DayOf(clock.GetUtcNow()).AddDays(-2), "1.0", true, true, true, true, "ALL", 70);
        var outcome = await enrol.RunAsync(
            new EnrolInput($"demo-{Guid.NewGuid():N}", person, form, [Signing(Role.Investigator), Signing(Role.Coordinator)]), ct);
        return outcome is EnrolOutcome.Enrolled enrolled
            ? enrolled.Chain.Coi
            : throw new InvalidOperationException(
                $"The demonstration's participant was not enrolled: {(outcome is EnrolOutcome.Refused refused ? string.Join(' ', refused.Reasons.Select(reason => reason.Reason.En)) : outcome)}");
    }

    /// <summary>The labels around a thing are put on as soon as they are printed.</summary>
    public async Task DoAsync(CoiId coi, DemoLeg leg, CancellationToken ct)
    {
        clock.Advance(leg.Wait);
        await PutLabelsOnAsync(coi, ct);
        var blank = await FactsAsync(coi, ct);
        var target = leg.Target(blank) ?? throw new InvalidOperationException($"{leg} is not due.");
        await TakeAsync(new StepAddress(leg.Step, coi, target), blank, ct);
        await PutLabelsOnAsync(coi, ct);
    }

    private async Task PutLabelsOnAsync(CoiId coi, CancellationToken ct)
    {
        var facts = await FactsAsync(coi, ct);
        foreach (var target in DemoLabels.Waiting(facts).ToList())
        {
            await TakeAsync(new StepAddress(DemoLabels.Step, coi, target), await FactsAsync(coi, ct), ct);
        }
    }

    private async Task TakeAsync(StepAddress address, Facts blank, CancellationToken ct)
    {
        var script = await DemoScripts.WriteAsync(database, address, blank with { Target = address.Target }, crew, ct);
        var attempt = $"demo-{Guid.NewGuid():N}";
        await ScanAsync(script, attempt, ct);
        var answers = script.Entries.ToDictionary(entry => entry.Field.Name, entry => entry.Raw);
        if (address.Step.Id == RemarkedStep)
        {
            answers[TextField.Remark.Name] = Remark;
        }

        var takeStep = new TakeStep(database, chains, settings, scanner, vault, halves, labels, clock);
        var outcome = await takeStep.RunAsync(
            new StepInput(script.Address, attempt, answers, script.Signers, script.SignedIn!, null) { Half = script.Half }, ct);
        if (outcome is StepOutcome.Refused refused)
        {
            throw new InvalidOperationException(
                $"{address.Path}: {string.Join(" | ", refused.Reasons.Select(reason => reason.Code))} {string.Join(" | ", refused.FieldErrors.Keys)}");
        }
    }

    /// <summary>A keyboard-wedge scanner: a key every ten milliseconds, then Enter.</summary>
    public static EntryClaim Scanner(string raw) => new(Timing: new KeyTiming(raw.Length, 10, KeyEnd.Enter));

    private async Task ScanAsync(DemoScript script, string attempt, CancellationToken ct)
    {
        var takeScan = new TakeScan(database, chains, settings, scanner, new DemoMode(true), clock);
        foreach (var (demand, code) in script.Scans)
        {
            var raw = code?.Raw ?? throw new InvalidOperationException($"{script.Step.Id}: there is no free {demand.Wanted} left.");
            var scan = new ScanInput(script.Address, attempt, raw, Scanner(raw), $"{attempt}/{demand.Key}", script.SignedIn!.Number);
            if (await takeScan.RunAsync(scan, ct) is not { IsAccepted: true } and var verdict)
            {
                throw new InvalidOperationException($"{script.Step.Id}/{demand.Key}: {verdict}");
            }
        }
    }

    private async Task<Facts> FactsAsync(CoiId coi, CancellationToken ct)
    {
        var (book, now) = (await settings.BookAsync(database, ct), clock.GetUtcNow());
        return new() { Chain = (await chains.FindAsync(database, coi, ct))!, Settings = book.At(now).Settings, Book = book, Now = now };
    }

    private Signer Signing(Role role) => new(crew.First(person => person.Has(role)), AuthenticationMethod.BadgeAndPin);
}
