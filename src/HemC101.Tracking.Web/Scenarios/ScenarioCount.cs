using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Counts the whole store: opens, scans what the line names, and closes.</summary>
internal sealed class ScenarioCount(ScenarioWorld world)
{
    public async Task<ScenarioOutcome> CountAsync(ScenarioLine line, CancellationToken ct)
    {
        List<Signer> people = [];
        foreach (var name in line.By.Count > 0 ? line.By : [nameof(Role.Cryostore), nameof(Role.LabOperator)])
        {
            people.Add(new((await ScenarioCast.GetAsync(world.Database, name, ct)).Person, AuthenticationMethod.BadgeAndPin));
        }

        var desk = world.Get<CountDesk>();
        var positions = DemoHouse.Rows(world.Clock.GetUtcNow()).Select(row => row.HouseId).Where(id => id.Kind == HouseKind.Location).ToHashSet();
        if (await desk.OpenAsync(positions, people[0].Person, ct) is not CountOutcome.Opened opened)
        {
            throw line.Fault("предыдущий пересчёт не закрыт.", "the count before it is not closed.");
        }

        var things = new ScenarioThings(world, line, null);
        foreach (var name in line.Scans ?? [])
        {
            var raw = (await things.GetAsync(name, ct)).Raw;
            await desk.ScanAsync(opened.Number, raw, DemoDirector.Scanner(raw), people[0].Person, ct);
        }

        return await desk.CloseAsync(opened.Number, people, ct) switch
        {
            CountOutcome.Closed => ScenarioOutcome.Plain,
            CountOutcome.Refused refused => ScenarioOutcome.Refused(refused.Reasons),
            var other => throw new InvalidOperationException($"Unexpected outcome {other}."),
        };
    }
}
