using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>Fills an empty database with synthetic crews, a house and participants at several stages; a filled one stays as it is.</summary>
public sealed class DemoSeeder(
    Database database, ChainDesk chains, SettingsDesk settings, PersonalDataVault vault, LabelOrders labels, PersonAdmin people, TimeProvider time)
{
    private static readonly (PersonalData Person, IReadOnlyList<DemoLeg> Way)[] Participants =
    [
        (Person("Кузнецов", "Алексей", "Иванович", 1968, 3, 14), DemoLeg.UpTo("band.bind")),
        (Person("Морозова", "Екатерина", "Павловна", 1979, 11, 2), DemoLeg.UpTo("collection.complete")),
        (Person("Васильев", "Григорий", "Семёнович", 1961, 7, 29), DemoLeg.UpTo("unit.complete", "UO-02")),
        (Person("Попова", "Светлана", null, 1985, 1, 9), DemoLeg.UpTo("batch.review")),
        (Person("Новиков", "Роман", "Эдуардович", 1990, 5, 21), DemoLeg.UpTo("lymphodepletion.complete")),
        (Person("Мельникова", "Алла", "Тимофеевна", 1972, 9, 17), DemoLeg.UpTo("infusion.end", "1")),
        (Person("Захаров", "Илья", "Константинович", 1958, 12, 30), DemoLeg.UpTo("infusion.end", "2")),
    ];

    /// <summary>A consistent set that lets a visitor play from the order to Day 2 in one sitting: no waiting days between the steps.</summary>
    public static StudySettings Settings { get; } = new() { Version = "demo-play-1", LymphodepletionMinDays = 0, DoseIntervalMinHours = 0 };

    public async Task SeedAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await DemoMarker.WriteAsync(database, now, ct);
        if (await settings.AdoptFirstAsync(database, Settings, now, ct))
        {
            await AddHouseAsync(now, ct);
            var crew = await AddCrewAsync(ct);
            foreach (var (person, way) in Participants)
            {
                var past = way.Aggregate(TimeSpan.Zero, (sum, leg) => sum + leg.Wait);
                var director = new DemoDirector(database, chains, settings, vault, labels, crew, now - past - TimeSpan.FromMinutes(10));
                var coi = await director.EnrolAsync(person, ct);
                foreach (var leg in way)
                {
                    await director.DoAsync(coi, leg, ct);
                }
            }

            await DemoMarker.FinishAsync(database, now, ct);
        }
    }

    private async Task AddHouseAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        foreach (var row in DemoHouse.Rows(now.AddDays(-60)))
        {
            await HouseThings.AddAsync(uow, row, ct);
        }

        await uow.CommitAsync(ct);
    }

    private async Task<IReadOnlyList<Person>> AddCrewAsync(CancellationToken ct)
    {
        List<Person> crew = [];
        foreach (var person in DemoPeople.All)
        {
            var added = await people.AddAsync(
                person.FullName, person.UserName, new HashSet<Role> { person.Role }, person.Password, person.Pin, "ru", ct);
            crew.Add(added is PersonChange.Done done
                ? done.Person
                : throw new InvalidOperationException($"{person.UserName}: {string.Join(" ", ((PersonChange.Refused)added).Reasons)}"));
        }

        return crew;
    }

    private static PersonalData Person(string surname, string given, string? patronymic, int year, int month, int day) =>
        new(surname, given, patronymic, new DateOnly(year, month, day));
}
