using System.Diagnostics;
using System.Globalization;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Hosting;
using Npgsql;

namespace HemC101.Tracking.Benchmarks.Crashes;

/// <summary>A PostgreSQL server that may be killed: nobody else is on it.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const int Tries = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-bench-server-");
    private readonly int _port = SiteProcess.FreePort();

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "hemc101",
        Database = "postgres",
    }.ConnectionString;

    public IReadOnlyList<string> Arguments => ["--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionString}"];

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Log => Path.Combine(_folder.FullName, "server.log");

    public static async Task<OwnServer> StartNewAsync()
    {
        var server = new OwnServer();
        if (Environment.IsPrivilegedProcess)
        {
            await Programs.RunAsync(new("chown", ["postgres", server._folder.FullName]));
        }

        var made = await server.RunAsync("initdb", "-U", "hemc101", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        return made.ExitCode == 0 ? await server.StartAsync() : throw new InvalidOperationException(made.Output);
    }

    /// <summary>After a kill, the processes it left have to be gone before.</summary>
    public async Task<OwnServer> StartAsync()
    {
        var listens = $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=100";
        for (var at = 1; ; at++)
        {
            var started = await RunAsync("pg_ctl", "-w", "-l", Log, "-o", listens, "start");
            if (started.ExitCode == 0)
            {
                return this;
            }

            if (at == Tries)
            {
                throw new InvalidOperationException(started.Output);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>SIGKILL of the server's first process; its others end when they notice.</summary>
    public async Task KillAsync()
    {
        var id = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "-m", "immediate", "-w", "stop");
        _folder.Delete(recursive: true);
    }

    /// <summary>As root, the server's programs run as the user its package made for it; what they say goes to the server's log.</summary>
    private Task<Ended> RunAsync(string tool, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(Path.GetDirectoryName(Programs.PathOf(Programs.Postgres))!, tool);
        string[] line = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", program, "-D", Data, .. arguments]
            : [program, "-D", Data, .. arguments];
        return Programs.RunAsync(new(line[0], line[1..]) { WorkingDirectory = _folder.FullName });
    }
}
