using System.Globalization;
using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>
/// Opens the world in which a scenario begins. Scenarios that begin alike share what went before: it is played once, and the database file
/// is copied.
/// </summary>
/// <param name="scratch">Empty; whoever made it deletes it.</param>
/// <param name="coming">All that will be opened: what two of them share is kept.</param>
internal sealed class ScenarioPasts(DirectoryInfo scratch, IReadOnlyList<Scenario> coming)
{
    /// <summary>A Monday morning, so that the same file always tells the same story.</summary>
    private static readonly DateTimeOffset Start = MoscowTime.At(new DateTime(2026, 3, 2, 9, 0, 0));

    private readonly Dictionary<string, Stage> _stages = [];
    private readonly HashSet<string> _wanted = [.. coming.Select(scenario => KeyOf(scenario.Settings, ScenarioPath.Of(scenario)))];
    private int _files;

    /// <param name="scenario">One of those that were coming.</param>
    /// <param name="file">Where its database is made; null for the scratch folder.</param>
    /// <param name="ring">Where its key ring goes; null leaves it in the scratch folder.</param>
    /// <param name="ct">Stops the playing.</param>
    public async Task<ScenarioWorld> OpenAsync(Scenario scenario, string? file, string? ring, CancellationToken ct)
    {
        var path = ScenarioPath.Of(scenario);
        for (var known = path.Count; ; known--)
        {
            if (_stages.GetValueOrDefault(KeyOf(scenario.Settings, path.Take(known))) is { } stage)
            {
                stage = await WalkAsync(stage, scenario.Settings, path, known, ct);
                return Open(stage, file ?? NewFile(), ring, isThrownAway: file is null);
            }

            if (known == 0)
            {
                _stages[KeyOf(scenario.Settings, [])] = await FoundAsync(scenario.Settings, ct);
                known++;
            }
        }
    }

    private async Task<Stage> WalkAsync(Stage stage, StudySettings settings, IReadOnlyList<ScenarioStride> path, int walked, CancellationToken ct)
    {
        while (walked < path.Count)
        {
            var end = Enumerable.Range(walked + 1, path.Count - walked).First(at => at == path.Count || _wanted.Contains(KeyOf(settings, path.Take(at))));
            await using (var world = Open(stage, NewFile(), null, isThrownAway: false))
            {
                await ScenarioPath.WalkAsync(world, path.Skip(walked).Take(end - walked), ct);
                stage = StageOf(world);
            }

            _stages[KeyOf(settings, path.Take(end))] = stage;
            walked = end;
        }

        return stage;
    }

    /// <summary>A house with its crew and nobody enrolled.</summary>
    private async Task<Stage> FoundAsync(StudySettings settings, CancellationToken ct)
    {
        var file = NewFile();
        Migrator.Migrate(DatabaseAddress.OfFile(file));
        await using var world = new ScenarioWorld(file, Ring, Start, new Dictionary<string, ScenarioParticipant>());
        var (database, clock) = (world.Database, world.Clock);
        await DemoMarker.WriteAsync(database, clock.GetUtcNow(), ct);
        await world.Get<SettingsDesk>().AdoptFirstAsync(database, settings, clock.GetUtcNow(), ct);
        await DemoHouse.AddAsync(database, clock.GetUtcNow(), ct);
        var crew = await DemoCrew.HireAsync(world.Scope, clock, ScenarioCast.Crew, ct);
        await DemoTemplates.ApproveAsync(database, world.Get<TemplateDesk>(), crew, clock.GetUtcNow(), ct);
        await KeepKeysAsync(world, crew[0].Number, ct);
        await DemoMarker.FinishAsync(database, clock.GetUtcNow(), ct);
        return StageOf(world);
    }

    /// <summary>As if the copies of the key ring had been proven: nobody is enrolled without.</summary>
    private static async Task KeepKeysAsync(ScenarioWorld world, StaffNumber witness, CancellationToken ct)
    {
        world.Get<IDataProtectionProvider>().CreateProtector("first").Protect([]);
        await using var uow = await world.Database.BeginAsync(ct);
        await world.Get<EscrowBook>().WriteAsync(uow, witness, Doer.Console, world.Clock.GetUtcNow(), ct);
        await uow.CommitAsync(ct);
    }

    private ScenarioWorld Open(Stage stage, string file, string? ring, bool isThrownAway)
    {
        File.Copy(stage.File, file);
        if (ring is not null)
        {
            Directory.CreateDirectory(ring);
            foreach (var key in Directory.EnumerateFiles(Ring))
            {
                File.Copy(key, Path.Combine(ring, Path.GetFileName(key)));
            }
        }

        return new(file, ring ?? Ring, stage.Now, stage.Participants) { IsThrownAway = isThrownAway };
    }

    private string Ring => Path.Combine(scratch.FullName, "keys");

    private string NewFile() => Path.Combine(scratch.FullName, string.Create(CultureInfo.InvariantCulture, $"{++_files}.db"));

    private static Stage StageOf(ScenarioWorld world) => new(
        world.File, world.Clock.GetUtcNow(), new Dictionary<string, ScenarioParticipant>(world.Participants));

    private static string KeyOf(StudySettings settings, IEnumerable<ScenarioStride> path) =>
        $"{JsonSerializer.Serialize(settings)} {string.Join(' ', path.Select(stride => stride.Key))}";

    /// <summary>A database as it was left; nobody writes to it any more.</summary>
    private sealed record Stage(string File, DateTimeOffset Now, IReadOnlyDictionary<string, ScenarioParticipant> Participants);
}
