using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Plays the demonstration's past through the real use cases, on a clock of its own.</summary>
internal sealed class DemoDirector(
    Database database, ChainDesk chains, SettingsDesk settings, PersonalDataVault vault, LabelOrders labels, IReadOnlyList<Person> crew, DateTimeOffset start)
{
    private readonly DemoClock _clock = new(start);

    public async Task<CoiId> EnrolAsync(PersonalData person, CancellationToken ct)
    {
        var enrol = new Enrol(database, settings, vault, labels, _clock);
        var form = new EnrolmentForm(
            person.BirthDate, MoscowTime.DayOf(_clock.GetUtcNow()).AddDays(-2), "v1.0", true, true, true, true, "ALL", 70);
        var outcome = await enrol.RunAsync(
            new EnrolInput($"demo-{Guid.NewGuid():N}", person, form, [Signing(Role.Investigator), Signing(Role.Coordinator)]), ct);
        return outcome is EnrolOutcome.Enrolled enrolled
            ? enrolled.Chain.Coi
            : throw new InvalidOperationException($"The demonstration's participant was not enrolled: {outcome}.");
    }

    public async Task DoAsync(CoiId coi, DemoLeg leg, CancellationToken ct)
    {
        _clock.Advance(leg.Wait);
        var step = StepCatalogue.Get(leg.StepId);
        var blank = await FactsAsync(coi, ct);
        var target = Targets.Due(step, blank).First(due => Fits(blank with { Target = due }, leg.On));
        var facts = blank with { Target = target };
        var address = new StepAddress(step, coi, target);
        var attempt = $"demo-{Guid.NewGuid():N}";
        var takeScan = new TakeScan(database, chains, settings, new DemoMode(true), _clock);
        foreach (var demand in step.ScansFor(facts))
        {
            var raw = await DemoScans.AnswerAsync(database, step, demand, facts, ct);
            var verdict = await takeScan.RunAsync(
                new ScanInput(address, attempt, raw, "scanned", $"{attempt}/{demand.Key}", crew[0].Number), ct);
            if (verdict is not { IsAccepted: true })
            {
                throw new InvalidOperationException($"{step.Id}/{demand.Key}: {verdict}");
            }
        }

        var answers = step.RecordFor(facts).ToDictionary(field => field.Name, field => DemoAnswers.To(step, field, facts));
        var takeStep = new TakeStep(database, chains, settings, labels, _clock);
        var actor = crew.First(person => step.Roles.Any(person.Has));
        var outcome = await takeStep.RunAsync(new StepInput(address, attempt, answers, Signers(step, facts), actor, null), ct);
        if (outcome is StepOutcome.Refused refused)
        {
            throw new InvalidOperationException(
                $"{step.Id}: {string.Join(" | ", refused.Reasons.Select(reason => reason.Code))} {string.Join(" | ", refused.FieldErrors.Keys)}");
        }
    }

    private static bool Fits(Facts facts, string on) => on switch
    {
        "" => true,
        "1" or "2" when facts.Bag is { } bag => bag.Day.ToString(System.Globalization.CultureInfo.InvariantCulture) == on,
        _ => facts.Target == on,
    };

    private async Task<Facts> FactsAsync(CoiId coi, CancellationToken ct) => new()
    {
        Chain = (await chains.FindAsync(database, coi, ct))!,
        Settings = await settings.CurrentAsync(database, ct),
        Now = _clock.GetUtcNow(),
    };

    private List<Signer> Signers(Step step, Facts facts)
    {
        List<Person> chosen = [];
        var atTheBed = facts.Bag?.Rounds ?? [];
        foreach (var demand in step.Signatures)
        {
            chosen.Add(crew.First(person =>
                demand.Roles.Any(person.Has) && !chosen.Contains(person) && (step.Id != "bedside.second" || !atTheBed.Contains(person.Number))));
        }

        return [.. chosen.Select(person => new Signer(person, AuthenticationMethod.BadgeAndPin))];
    }

    private Signer Signing(Role role) => new(crew.First(person => person.Has(role)), AuthenticationMethod.BadgeAndPin);
}
