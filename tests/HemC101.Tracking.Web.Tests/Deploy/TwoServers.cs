using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Web.Tests.Hosting;
using Npgsql;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>A PostgreSQL primary and its standby, made and handled by the example's scripts as an operator would.</summary>
internal sealed class TwoServers : IAsyncDisposable
{
    private const string Scripts = "postgres";

    /// <summary>With everything that has a meaning to a shell, to SQL or to a password file.</summary>
    private const string Password = """a'b:c\d $e""";

    /// <summary>So long a commit waits for the standby before the site gives it up.</summary>
    private const int AnswerSeconds = 10;

    private static readonly string[] Names = ["settings.sh", "primary.sh", "standby.sh", "synchronous.sh", "promote.sh"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-pair-");
    private readonly Dictionary<string, int> _ports = new() { ["a"] = SiteProcess.FreePort(), ["b"] = SiteProcess.FreePort() };

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = $"127.0.0.1:{_ports["a"]},127.0.0.1:{_ports["b"]}",
        Database = "hemc101",
        Username = "hemc101",
        Password = Password,
        TargetSessionAttributes = "read-write",
        CommandTimeout = AnswerSeconds,
    }.ConnectionString;

    public IReadOnlyList<string> Arguments => ["--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionString}"];

    /// <summary>a takes writes and waits for b.</summary>
    public static async Task<TwoServers> StartAsync()
    {
        var pair = new TwoServers();
        await pair.PrepareAsync();
        await pair.DoAsync("primary.sh", "a");
        await pair.FollowAsync("b", "a");
        return pair;
    }

    /// <summary>Makes a new standby and lets the primary wait for it.</summary>
    public async Task FollowAsync(string standby, string primary)
    {
        await DoAsync("standby.sh", standby, "127.0.0.1", _ports[primary].ToString(CultureInfo.InvariantCulture));
        await DoAsync("synchronous.sh", primary);
    }

    public async Task DoAsync(string script, string server, params IEnumerable<string> arguments)
    {
        var ended = await TryAsync(script, server, arguments);
        Assert.True(ended.ExitCode == 0, $"{script} {server}: {ended.Output}");
    }

    public Task<Ended> TryAsync(string script, string server, params IEnumerable<string> arguments) =>
        RunAsync(server, ["bash", Path.Combine(_folder.FullName, script), Data(server), .. arguments]);

    /// <summary>SIGKILL, as when the power fails.</summary>
    public async Task KillAsync(string server)
    {
        var id = File.ReadLines(Path.Combine(Data(server), "postmaster.pid")).First();
        using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task StopAsync(string server) => await ControlAsync(server, "stop", "-m", "fast", "-w");

    public async Task StartAgainAsync(string server) => await ControlAsync(server, "start", "-w", "-l", Path.Combine(Data(server), "server.log"));

    /// <summary>The folder of a server that will not come back.</summary>
    public void MoveAway(string server) => Directory.Move(Data(server), $"{Data(server)}.old");

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _ports.Keys.Where(server => File.Exists(Path.Combine(Data(server), "postmaster.pid"))))
        {
            await RunAsync(server, [Tool("pg_ctl"), "-D", Data(server), "stop", "-m", "immediate", "-w"]);
        }

        _folder.Delete(recursive: true);
    }

    private static string Tool(string name) => Path.Combine(Path.GetDirectoryName(Programs.PathOf(Programs.Postgres))!, name);

    private string Data(string server) => Path.Combine(_folder.FullName, server);

    /// <summary>Copied: the user who runs them need not be able to read this repository.</summary>
    private async Task PrepareAsync()
    {
        foreach (var name in Names)
        {
            File.Copy(Example.PathOf(Scripts, name), Path.Combine(_folder.FullName, name));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "password"), $"{Password}\n");
        if (Environment.IsPrivilegedProcess)
        {
            var given = await Programs.RunAsync(new("chown", ["-R", "postgres", _folder.FullName]));
            Assert.True(given.ExitCode == 0, given.Output);
        }
    }

    private async Task ControlAsync(string server, params IEnumerable<string> arguments)
    {
        var ended = await RunAsync(server, [Tool("pg_ctl"), "-D", Data(server), .. arguments]);
        Assert.True(ended.ExitCode == 0, ended.Output);
    }

    /// <summary>As root, the server's programs run as the user its package made for it.</summary>
    private async Task<Ended> RunAsync(string server, IReadOnlyList<string> command)
    {
        IReadOnlyList<string> line = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command] : command;
        var password = Path.Combine(_folder.FullName, "password");
        return await Programs.RunAsync(new(line[0], line.Skip(1))
        {
            WorkingDirectory = _folder.FullName,
            Environment =
            {
                ["HEMC101_PORT"] = _ports[server].ToString(CultureInfo.InvariantCulture),
                ["HEMC101_SITE_PASSWORD_FILE"] = password,
                ["HEMC101_STANDBY_PASSWORD_FILE"] = password,
                ["HEMC101_KEEP_LOG"] = "256MB",
            },
        });
    }
}
