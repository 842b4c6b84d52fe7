using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Web.Tests.Hosting;
using Npgsql;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>A PostgreSQL primary and its standby, or servers restored from a backup of it, made and handled by the example's scripts as an operator would.</summary>
internal sealed class TwoServers : IAsyncDisposable
{
    private const string Scripts = "postgres";

    /// <summary>With everything that has a meaning to a shell, to SQL or to a password file.</summary>
    private const string Password = """a'b:c\d $e""";

    /// <summary>So long a commit waits for the standby before the site gives it up.</summary>
    private const int AnswerSeconds = 10;

    private static readonly string[] Names = ["settings.sh", "primary.sh", "standby.sh", "synchronous.sh", "alone.sh", "promote.sh", "backup.sh", "restore.sh", "restore-check.sh"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-pair-");
    private readonly Dictionary<string, int> _ports = new() { ["a"] = SiteProcess.FreePort(), ["b"] = SiteProcess.FreePort() };

    public string ConnectionString => ConnectionStringOf("a", "b");

    public IReadOnlyList<string> Arguments => ArgumentsOf("a", "b");

    /// <summary>a takes writes and waits for b.</summary>
    public static async Task<TwoServers> StartAsync()
    {
        var pair = new TwoServers();
        await pair.PrepareAsync();
        await pair.DoAsync("primary.sh", "a");
        await pair.FollowAsync("b", "a");
        return pair;
    }

    /// <summary>a, and nobody it waits for.</summary>
    public static async Task<TwoServers> StartAloneAsync()
    {
        var alone = new TwoServers();
        await alone.PrepareAsync();
        await alone.DoAsync("primary.sh", "a");
        return alone;
    }

    /// <summary>How a site is told to use them.</summary>
    public IReadOnlyList<string> ArgumentsOf(params string[] servers) =>
        ["--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionStringOf(servers)}"];

    public string ConnectionStringOf(params string[] servers) => new NpgsqlConnectionStringBuilder
    {
        Host = string.Join(',', servers.Select(server => $"127.0.0.1:{_ports[server]}")),
        Database = "hemc101",
        Username = "hemc101",
        Password = Password,
        TargetSessionAttributes = "read-write",
        CommandTimeout = AnswerSeconds,
    }.ConnectionString;

    /// <summary>A server that a script will make.</summary>
    public void Add(string server) => _ports.Add(server, SiteProcess.FreePort());

    /// <summary>In the folder that the servers' user owns.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

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
        RunAsync(server, ["bash", PathOf(script), Data(server), .. arguments]);

    /// <param name="server">Whose port the script is told.</param>
    /// <param name="script">Its name.</param>
    /// <param name="arguments">All of them.</param>
    public Task<Ended> TryWithAsync(string server, string script, params IEnumerable<string> arguments) =>
        RunAsync(server, ["bash", PathOf(script), .. arguments]);

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

    private string Data(string server) => PathOf(server);

    /// <summary>Copied: the user who runs them need not be able to read this repository.</summary>
    private async Task PrepareAsync()
    {
        foreach (var name in Names)
        {
            File.Copy(Example.PathOf(Scripts, name), Path.Combine(_folder.FullName, name));
        }

        await File.WriteAllTextAsync(PathOf("password"), $"{Password}\n");
        await GiveAsync();
    }

    /// <summary>What lies in the folder, to the user who runs the scripts.</summary>
    public async Task GiveAsync()
    {
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
        var password = PathOf("password");
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
