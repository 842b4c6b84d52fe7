using System.Diagnostics;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Scenarios;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Plays files of scenarios through the use cases of the pages, each on a scratch database of its own. No site's database is touched.</summary>
internal sealed class ScenarioCommand : ICommand
{
    private const string Memory = "/dev/shm";
    private const long EnoughMemory = 1L << 30;

    public string Name => "scenario";

    public string Usage => $"<file.jsonl>… [--{DatabaseFile.Option} <new file, for one scenario>]";

    public Text Purpose => new(
        "сыграть сценарии на временной базе и сверить каждый исход с ожидаемым", "play scenarios on a scratch database and hold each outcome against what is expected");

    public IReadOnlyCollection<string> Options => [DatabaseFile.Option];

    public async Task<int> RunAsync(CommandLine line, CommandScreen screen, CancellationToken ct)
    {
        var kept = line.Option(DatabaseFile.Option);
        if (line.Words.Count == 0 || (kept is not null && line.Words.Count > 1))
        {
            return CommandDesk.Misused(this, screen);
        }

        if (Unusable(line.Words, kept) is { } reason)
        {
            screen.Refuse(reason);
            return ExitCode.Unusable;
        }

        var scratch = Scratch();
        try
        {
            IReadOnlyList<Scenario> scenarios = [.. line.Words.Select(file => ScenarioReader.Read(file, File.ReadLines(file)))];
            return await PlayAsync(scenarios, new(scratch, scenarios), kept, screen, ct) ? ExitCode.Good : ExitCode.No;
        }
        catch (ScenarioFaultException e)
        {
            screen.Refuse(e.Text);
            return ExitCode.Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Refuse(new($"Файл не прочитать или не записать: {e.Message}", $"A file cannot be read or written: {e.Message}"));
            return ExitCode.Unusable;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static Text? Unusable(IReadOnlyList<string> files, string? kept) =>
        files.FirstOrDefault(file => !File.Exists(file)) is { } missing ? new($"Файла нет: {missing}", $"There is no such file: {missing}")
        : kept is not null && (File.Exists(kept) || Directory.Exists(RingBeside(kept))) ? new(
            $"Сценарий играют только на новой базе, а {kept} или папка ключей рядом уже есть. Назовите файл в пустой папке.",
            $"A scenario is played on a new database only, and {kept} or the folder of keys beside it is there. Name a file in an empty folder.")
        : null;

    private static string RingBeside(string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys");

    /// <summary>In memory where there is some to spare: nothing of it outlives the run, so no step need wait for a disk.</summary>
    private static DirectoryInfo Scratch() =>
        OperatingSystem.IsLinux() && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= EnoughMemory
            ? Directory.CreateDirectory(Path.Combine(Memory, $"hemc101-scenario-{Guid.NewGuid():N}"))
            : Directory.CreateTempSubdirectory("hemc101-scenario-");

    /// <returns>True when all was as expected.</returns>
    private static async Task<bool> PlayAsync(
        IReadOnlyList<Scenario> scenarios, ScenarioPasts pasts, string? kept, CommandScreen screen, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var failed = 0;
        foreach (var scenario in scenarios)
        {
            await using var world = await OpenAsync(scenario, pasts, kept, screen, ct);
            failed += world is null ? 1 : await PlayAsync(scenario, world, screen, ct);
        }

        screen.Out.WriteLine(ScenarioResult.WriteSummary(scenarios.Count, scenarios.Sum(scenario => scenario.Lines.Count), failed, Stopwatch.GetElapsedTime(began)));
        return failed == 0;
    }

    /// <returns>Null, and said why, when the main path is closed before the scenario begins.</returns>
    private static async Task<ScenarioWorld?> OpenAsync(Scenario scenario, ScenarioPasts pasts, string? kept, CommandScreen screen, CancellationToken ct)
    {
        try
        {
            return await pasts.OpenAsync(scenario, kept, kept is null ? null : RingBeside(kept), ct);
        }
        catch (InvalidOperationException e)
        {
            screen.Refuse(new($"{scenario.File}: до начала не дойти: {e.Message}", $"{scenario.File}: its beginning cannot be reached: {e.Message}"));
            return null;
        }
    }

    /// <returns>How many lines did not go as expected; one more when the database is not sound afterwards.</returns>
    private static async Task<int> PlayAsync(Scenario scenario, ScenarioWorld world, CommandScreen screen, CancellationToken ct)
    {
        var player = new ScenarioPlayer(world);
        var past = scenario.Past.Count();
        var failed = 0;
        foreach (var (line, at) in scenario.Lines.Select((line, at) => (line, at)))
        {
            var result = await player.PlayAsync(line, isPlayedBefore: at < past, ct);
            screen.Out.WriteLine(result.Write());
            failed += result.IsGood ? 0 : 1;
        }

        return failed + (await IsSoundAsync(world.Database, screen, ct) ? 0 : 1);
    }

    /// <summary>Whatever was played: the ledger holds, and the tables agree with it.</summary>
    private static async Task<bool> IsSoundAsync(Database database, CommandScreen screen, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var broken = (await EventLedger.VerifyAsync(database, ct)).First?.Text ?? (await ProjectionCheck.FindAsync(session, ct))?.Text;
        if (broken is not null)
        {
            screen.Refuse(broken);
        }

        return broken is null;
    }
}
