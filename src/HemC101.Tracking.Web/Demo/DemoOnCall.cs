using HemC101.Tracking.Alarms;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Demo;

/// <summary>The demonstration's people on call; what is sent to them lies in a folder.</summary>
internal static class DemoOnCall
{
    private static readonly (AlarmGroup Group, Role Role)[] Called =
        [(AlarmGroup.Medical, Role.Investigator), (AlarmGroup.Quality, Role.QualityAssurance), (AlarmGroup.ColdChain, Role.Cryostore)];

    public static async Task AddAsync(Database database, IReadOnlyList<Person> crew, DateTimeOffset now, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        foreach (var (group, role) in Called)
        {
            foreach (var (at, person) in crew.Where(person => person.Has(role)).Index())
            {
                await AddAsync(uow, RowOf(group, person, at + 1, now), ct);
            }
        }

        await uow.CommitAsync(ct);
    }

    private static OnCallRow RowOf(AlarmGroup group, Person person, int place, DateTimeOffset now) => new()
    {
        OnCallId = $"demo-{group}-{place}",
        AlarmGroup = group,
        StaffNo = person.Number,
        Place = place,
        Mail = $"{person.Number}@demo.invalid",
        Salt = "demo",
        AddedAt = now,
    };

    private static async Task AddAsync(UnitOfWork uow, OnCallRow row, CancellationToken ct)
    {
        await OnCalls.AddAsync(uow, row, ct);
        await OnCallDesk.TellAddedAsync(uow, row, Doer.Console, ct);
    }
}
