using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Takes steps of the catalogue as people at a station would: they scan, fill in and sign, and the use cases of the pages answer.</summary>
internal sealed class ScenarioStep(ScenarioWorld world)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, StepInput> _sent = [];

    /// <summary>What two people check apart is done whole, unless one person alone is named.</summary>
    public async Task<ScenarioOutcome> TakeAsync(ScenarioLine line, CancellationToken ct)
    {
        var step = line.Step!;
        var address = await AddressAsync(line, ct);
        var before = await world.FactsAsync(address.Coi, address.Target, ct);
        var people = await PeopleAsync(line, ct);
        var outcome = await TurnAsync(line, address, step.Check == SecondCheck.Independent ? [.. people.Take(1)] : people, "", ct);
        if (outcome.IsHalf && people.Count != 1)
        {
            world.Clock.Advance(Moment);
            outcome = await TurnAsync(line, address, [.. people.Skip(1)], "/second", ct);
        }

        if (outcome.Word == ScenarioOutcome.Done)
        {
            world.Walked(line.Participant, address, before);
        }

        return outcome;
    }

    /// <summary>Scans and sends nothing.</summary>
    public async Task<ScenarioOutcome> ScanAsync(ScenarioLine line, CancellationToken ct)
    {
        var address = await AddressAsync(line, ct);
        var turn = await PrepareAsync(line, address, await PeopleAsync(line, ct), "", ct);
        return await ScanAsync(turn, ct) ?? new ScenarioOutcome(ScenarioOutcome.Accepted, []);
    }

    /// <summary>The form of an earlier line arrives once more, as it was or with another content.</summary>
    public async Task<ScenarioOutcome> ResendAsync(ScenarioLine line, CancellationToken ct)
    {
        var input = _sent.GetValueOrDefault(line.Attempt ?? "") ?? throw line.Fault(
            "такая попытка ещё не отправлялась: дайте строке выше «attempt» с тем же именем.", "no such attempt was sent: give a line above an \"attempt\" of the same name.");
        var raw = new Dictionary<string, string>(input.Raw);
        line.Data.ToList().ForEach(value => raw[value.Key] = value.Value ?? "");
        return ScenarioOutcome.Of(await world.Get<TakeStep>().RunAsync(input with { Raw = raw }, ct));
    }

    private async Task<ScenarioOutcome> TurnAsync(
        ScenarioLine line, StepAddress address, IReadOnlyList<Person> people, string suffix, CancellationToken ct)
    {
        var turn = await PrepareAsync(line, address, people, suffix, ct);
        if (address.Step is { Original: null, Id: "bedside.first" or "bedside.second" })
        {
            var (attempt, refused) = await OpenRoundAsync(turn, ct);
            if (attempt is null)
            {
                return new(ScenarioOutcome.RefusedWord, ["badge"], refused);
            }

            turn = turn with { Attempt = attempt };
        }

        return await ScanAsync(turn, ct) is { } stopped && stopped.Word != "not-due" ? stopped : await SendAsync(line, turn, ct);
    }

    private async Task<ScenarioOutcome> SendAsync(ScenarioLine line, ScenarioTurn turn, CancellationToken ct)
    {
        var input = new StepInput(turn.Address, turn.Attempt, turn.Answers, turn.Signers, turn.SignedIn, null) { Half = turn.Half };
        if (line.Attempt is { } name)
        {
            _sent[name] = input;
        }

        return ScenarioOutcome.Of(await world.Get<TakeStep>().RunAsync(input, ct));
    }

    private async Task<(string? Attempt, Text? Refused)> OpenRoundAsync(ScenarioTurn turn, CancellationToken ct)
    {
        var account = (await Storage.Accounts.PersonAccounts.FindAsync(world.Database, turn.SignedIn.Number, ct))!;
        var badge = BarcodeWriter.StaffBadge(account.StaffNo, account.BadgeSerial);
        return await world.Get<BedsideRounds>().OpenAsync(turn.Address, badge, DemoDirector.Scanner(badge), ct);
    }

    /// <returns>The first verdict that stops the person, else the first that is none to go on with; null when all was accepted.</returns>
    private async Task<ScenarioOutcome?> ScanAsync(ScenarioTurn turn, CancellationToken ct)
    {
        ScenarioOutcome? early = null;
        foreach (var (raw, at) in turn.Scans.Select((raw, at) => (raw, at)))
        {
            var scan = new ScanInput(
                turn.Address, turn.Attempt, raw, turn.Claim ?? DemoDirector.Scanner(raw),
                string.Create(CultureInfo.InvariantCulture, $"{turn.Attempt}/{at}"), turn.SignedIn.Number);
            var verdict = (await world.Get<TakeScan>().RunAsync(scan, ct))!;
            if (verdict.Kind is not (Verdict.Accepted or Verdict.NotDue))
            {
                return ScenarioOutcome.Of(verdict);
            }

            early ??= verdict.IsAccepted ? null : ScenarioOutcome.Of(verdict);
        }

        return early;
    }

    private async Task<ScenarioTurn> PrepareAsync(
        ScenarioLine line, StepAddress address, IReadOnlyList<Person> people, string suffix, CancellationToken ct)
    {
        var facts = await world.FactsAsync(address.Coi, address.Target, ct);
        var crew = people.Count > 0 ? people : await ScenarioCast.ListAsync(world.Database, ct);
        var exists = Targets.Exists(address.Step, facts);
        var script = exists ? await DemoScripts.WriteAsync(world.Database, address, facts, crew, ct) : null;
        var asked = IndependentCheck.Asked(address.Step, facts);
        var signers = people.Count > 0
            ? people.Take(asked.Signatures.Count).Select(person => new Signer(person, AuthenticationMethod.BadgeAndPin))
            : script?.Signers ?? [];
        var words = new ScenarioWords(world, line, facts);
        return new()
        {
            Address = address,
            Attempt = string.Create(CultureInfo.InvariantCulture, $"scenario-{line.Number}{suffix}"),
            Scans = await words.ScansAsync(script, asked, ct),
            Answers = await words.AnswersAsync(script, exists ? asked.FieldsFor(facts) : [], ct),
            Signers = [.. signers],
            SignedIn = people.Count > 0 ? people[0] : script?.SignedIn ?? crew[0],
            Half = exists ? IndependentCheck.Due(address.Step, facts) : null,
            Claim = line.Entry is null ? null : new EntryClaim(line.Entry, null, line.TypedBecause),
        };
    }

    private async Task<StepAddress> AddressAsync(ScenarioLine line, CancellationToken ct)
    {
        var coi = world.Participants.GetValueOrDefault(line.Participant)?.Coi ?? throw line.Fault(
            $"участник {line.Participant} ещё не включён. Поставьте выше «enrol» или «given».", $"participant {line.Participant} is not enrolled yet. Put an \"enrol\" or a \"given\" before it.");
        return new(line.Step!, coi, line.Target is null ? await DueAsync(line, coi, ct) : await NamedAsync(line, coi, line.Target, ct));
    }

    private async Task<string> NamedAsync(ScenarioLine line, CoiId coi, string target, CancellationToken ct)
    {
        var thing = await new ScenarioThings(world, line, await world.FactsAsync(coi, "", ct)).GetAsync(target, ct);
        return line.Step!.Scope == Scope.Print ? thing.Serial?.ToString() ?? thing.Identifier : thing.Identifier;
    }

    private async Task<string> DueAsync(ScenarioLine line, CoiId coi, CancellationToken ct)
    {
        var facts = await world.FactsAsync(coi, "", ct);
        return Targets.Due(line.Step!, facts).FirstOrDefault() ?? line.Step!.Scope switch
        {
            Scope.Chain => "",
            Scope.Collection => facts.Chain.CurrentCollection?.Donation.ToString(),
            Scope.Batch => facts.Chain.CurrentBatch?.Number.ToString(),
            _ => null,
        }
        ?? throw line.Fault(
            $"шаг {line.Step!.Id} сейчас ни с чем не назначен. Назовите объект: \"target\":\"{{bag:day1}}\", \"2\", \"UO-03\", \"viability\".",
            $"the step {line.Step!.Id} is due on nothing now. Name the thing: \"target\":\"{{bag:day1}}\", \"2\", \"UO-03\", \"viability\".");
    }

    private async Task<IReadOnlyList<Person>> PeopleAsync(ScenarioLine line, CancellationToken ct)
    {
        List<Person> people = [];
        foreach (var name in line.By)
        {
            people.Add((await ScenarioCast.GetAsync(world.Database, name, ct)).Person);
        }

        return people;
    }
}
