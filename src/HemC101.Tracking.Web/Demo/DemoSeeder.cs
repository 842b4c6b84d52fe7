using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Fills an empty database with synthetic crews, a house and participants at several stages; a filled one stays as it is.</summary>
/// <param name="services">Of a scope of its own.</param>
internal sealed class DemoSeeder(Database database, SettingsDesk settings, TemplateDesk templates, IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private static readonly (PersonalData Person, IReadOnlyList<DemoLeg> Way)[] Participants =
    [
        (Person("Кузнецов", "Алексей", "Иванович", 1968, 3, 14), DemoLeg.UpTo("band.bind")),
        (Person("Морозова", "Екатерина", "Павловна", 1979, 11, 2), DemoLeg.UpTo("collection.complete")),
        (Person("Васильев", "Григорий", "Семёнович", 1961, 7, 29), DemoLeg.UpTo("unit.complete", "UO-02")),
        (Person("Попова", "Светлана", null, 1985, 1, 9), DemoLeg.UpTo("batch.review")),
        (Person("Новиков", "Роман", "Эдуардович", 1990, 5, 21), DemoLeg.UpTo("lymphodepletion.complete")),
        (Person("Соловьёва", "Тамара", "Игнатьевна", 1966, 6, 3), DemoLeg.UpTo("bag.clear", "1")),
        (Person("Мельникова", "Алла", "Тимофеевна", 1972, 9, 17), DemoLeg.UpTo("infusion.end", "1")),
        (Person("Захаров", "Илья", "Константинович", 1958, 12, 30), DemoLeg.UpTo("infusion.end", "2")),
    ];

    /// <summary>A consistent set that lets a visitor play from the order to Day 2 in one sitting: no waiting days between the steps.</summary>
    public static StudySettings Settings { get; } = new() { Version = "demo-play-1", LymphodepletionMinDays = 0, DoseIntervalMinHours = 0 };

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await DemoMarker.FilledAtAsync(database, ct) is not null)
        {
            return;
        }

        var now = time.GetUtcNow();
        var past = new DemoClock(Participants.Min(each => Began(each.Way, now)).AddDays(-1));
        await DemoMarker.WriteAsync(database, past.GetUtcNow(), ct);
        await settings.AdoptFirstAsync(database, Settings, past.GetUtcNow(), ct);
        await DemoHouse.AddAsync(database, past.GetUtcNow(), ct);
        var crew = await DemoCrew.HireAsync(services, past, DemoPeople.All, ct);
        await DemoTemplates.ApproveAsync(database, templates, crew, past.GetUtcNow(), ct);
        await PlayAsync(crew, now, ct);
        await DemoOnCall.AddAsync(database, crew, now, ct);
        await DemoMarker.FinishAsync(database, now, ct);
    }

    /// <summary>What happened to all participants, in the order of time: the ledger never jumps back.</summary>
    private async Task PlayAsync(IReadOnlyList<Person> crew, DateTimeOffset now, CancellationToken ct)
    {
        var actors = Participants.Select(each => ActivatorUtilities.CreateInstance<DemoDirector>(services, crew, new DemoClock(Began(each.Way, now)))).ToList();
        var chains = new CoiId[Participants.Length];
        foreach (var (participant, leg, _) in Participants.SelectMany((each, at) => Scenes(at, each.Way, now)).OrderBy(scene => scene.At))
        {
            if (leg is null)
            {
                chains[participant] = await actors[participant].EnrolAsync(Participants[participant].Person, ct);
            }
            else
            {
                await actors[participant].DoAsync(chains[participant], leg, ct);
            }
        }
    }

    /// <summary>The enrolment, which is no leg, and then every leg.</summary>
    private static IEnumerable<(int Participant, DemoLeg? Leg, DateTimeOffset At)> Scenes(int participant, IReadOnlyList<DemoLeg> way, DateTimeOffset now)
    {
        var at = Began(way, now);
        yield return (participant, null, at);
        foreach (var leg in way)
        {
            at += leg.Wait;
            yield return (participant, leg, at);
        }
    }

    private static DateTimeOffset Began(IReadOnlyList<DemoLeg> way, DateTimeOffset now) =>
        way.Aggregate(now - Quiet, (began, leg) => began - leg.Wait);

    private static PersonalData Person(string surname, string given, string? patronymic, int year, int month, int day) =>
        new(surname, given, patronymic, new DateOnly(year, month, day));
}
