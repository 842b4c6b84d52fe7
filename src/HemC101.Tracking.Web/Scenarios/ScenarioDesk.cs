using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Protocol;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>What is done away from the chain's steps: enrolment, and the house's things and people.</summary>
internal sealed class ScenarioDesk(ScenarioWorld world)
{
    private static readonly string[] EnrolmentFields = ["born", "consented", "follow_up", "inclusion", "exclusion", "gene_therapy", "weight", "same_as", "surname_of"];

    public async Task<ScenarioOutcome> EnrolAsync(ScenarioLine line, CancellationToken ct)
    {
        AllowOnly(line, EnrolmentFields);
        var person = ScenarioCast.Participant(line.Data.GetValueOrDefault("same_as") ?? line.Participant);
        person = line.Data.GetValueOrDefault("surname_of") is { } other ? person with { Surname = ScenarioCast.Participant(other).Surname } : person;
        var born = Day(line, "born") ?? person.BirthDate;
        var form = new EnrolmentForm(
            born, Day(line, "consented") ?? MoscowTime.DayOf(world.Clock.GetUtcNow()), "1.0", Flag(line, "follow_up"), Flag(line, "inclusion"),
            Flag(line, "exclusion"), Flag(line, "gene_therapy"), "ALL", Number(line, "weight") ?? 70);
        var names = line.By.Count > 0 ? line.By : [nameof(Role.Investigator), nameof(Role.Coordinator)];
        List<Signer> signers = [];
        foreach (var name in names)
        {
            signers.Add(new((await ScenarioCast.GetAsync(world.Database, name, ct)).Person, AuthenticationMethod.BadgeAndPin));
        }

        var attempt = string.Create(CultureInfo.InvariantCulture, $"scenario-{line.Attempt ?? $"{line.Number}"}");
        var outcome = await world.Get<Enrol>().RunAsync(new(attempt, person with { BirthDate = born }, form, signers), ct);
        if (outcome is EnrolOutcome.Enrolled enrolled)
        {
            world.Participants[line.Participant] = new(enrolled.Chain.Coi, 0);
        }

        return ScenarioOutcome.Of(outcome);
    }

    /// <summary>By whoever may: quality assurance, unless somebody else is named.</summary>
    public async Task<ScenarioOutcome> MoveThingAsync(ScenarioLine line, CancellationToken ct)
    {
        AllowOnly(line, ["to", "basis", "hold"]);
        var thing = await new ScenarioThings(world, line, null).GetAsync(line.Target ?? "", ct);
        if (!HouseId.TryParse(thing.Identifier, out var id) || await HouseThings.FindAsync(world.Database, id, ct) is not { } row
            || !Enum.TryParse<HouseStatus>(line.Data.GetValueOrDefault("to"), out var to))
        {
            throw line.Fault(
                $"house.move: нужны \"target\" – вещь дома, и \"data\":{{\"to\":…}} – {string.Join(", ", Enum.GetNames<HouseStatus>())}.",
                $"house.move needs a \"target\", a thing of the house, and \"data\":{{\"to\":…}}: {string.Join(", ", Enum.GetNames<HouseStatus>())}.");
        }

        var by = (await ScenarioCast.GetAsync(world.Database, line.By.Count > 0 ? line.By[0] : nameof(Role.QualityAssurance), ct)).Person;
        var move = new HouseMove(id, row.Status, to, line.Data.GetValueOrDefault("basis") ?? "DEMO-1", line.Data.GetValueOrDefault("hold") == "true");
        return await world.Get<HouseRegister>().MoveAsync(move, new(by, AuthenticationMethod.BadgeAndPin), ct) switch
        {
            HouseOutcome.Done => ScenarioOutcome.Plain,
            HouseOutcome.Refused refused => ScenarioOutcome.Refused(refused.Reasons),
            var other => throw new InvalidOperationException($"Unexpected outcome {other}."),
        };
    }

    public async Task<ScenarioOutcome> HoldStudyAsync(ScenarioLine line, bool isRelease, CancellationToken ct)
    {
        AllowOnly(line, ["code", "document"]);
        var names = line.By.Count > 0 ? line.By : isRelease ? [nameof(Role.Investigator), nameof(Role.QualifiedPerson)] : [nameof(Role.QualityAssurance)];
        List<Signer> signers = [];
        foreach (var name in names)
        {
            signers.Add(new((await ScenarioCast.GetAsync(world.Database, name, ct)).Person, AuthenticationMethod.BadgeAndPin));
        }

        var latest = (await world.Get<SettingsDesk>().BookAsync(world.Database, ct)).Holds.Select(hold => hold.Number).DefaultIfEmpty().Max();
        var input = new HoldStudyInput(
            string.Create(CultureInfo.InvariantCulture, $"scenario-{line.Number}"), isRelease ? latest : null,
            line.Data.GetValueOrDefault("code") ?? (isRelease ? "no-risk" : "safety"), line.Data.GetValueOrDefault("document") ?? "DSMB-1", signers, signers[0].Person);
        var refused = await world.Get<HoldStudy>().RunAsync(input, ct);
        return refused.Count == 0 ? ScenarioOutcome.Plain : ScenarioOutcome.Refused(refused);
    }

    /// <summary>The target's first role is trained from a day until a day.</summary>
    public async Task<ScenarioOutcome> TrainAsync(ScenarioLine line, CancellationToken ct)
    {
        AllowOnly(line, ["from", "until"]);
        if (line.Target is not { } user || !ScenarioCast.IsKnown(user) || Day(line, "from") is not { } from)
        {
            throw line.Fault(
                "house.train: нужны \"target\" – сотрудник, и \"data\":{\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}.",
                "house.train needs a \"target\", one of the crew, and \"data\":{\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}.");
        }

        var account = await ScenarioCast.GetAsync(world.Database, user, ct);
        var training = new Dictionary<Role, Training> { [account.Roles.First()] = new(from, Day(line, "until")) };
        return await world.Get<PersonAdmin>().ChangeTrainingAsync(account.StaffNo, training, ct) is PersonChange.Refused refused
            ? ScenarioOutcome.Refused(refused.Reasons)
            : ScenarioOutcome.Plain;
    }

    internal static void AllowOnly(ScenarioLine line, IReadOnlyList<string> fields)
    {
        if (line.Data.Keys.FirstOrDefault(key => !fields.Contains(key)) is { } unknown)
        {
            throw line.Fault($"поля «{unknown}» здесь нет. Поля: {string.Join(", ", fields)}.", $"there is no field \"{unknown}\" here. Fields: {string.Join(", ", fields)}.");
        }
    }

    private static bool Flag(ScenarioLine line, string field) => line.Data.GetValueOrDefault(field) is not "false";

    private static decimal? Number(ScenarioLine line, string field) => line.Data.GetValueOrDefault(field) is not { } text ? null
        : decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : throw line.Fault($"«{field}»: нужно число.", $"\"{field}\" has to be a number.");

    internal static DateOnly? Day(ScenarioLine line, string field) => line.Data.GetValueOrDefault(field) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw line.Fault($"«{field}»: нужен день, 2026-03-02.", $"\"{field}\" has to be a day, 2026-03-02.");
}
