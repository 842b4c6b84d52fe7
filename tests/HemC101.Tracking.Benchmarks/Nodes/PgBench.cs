using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Web.Tests.Deploy;
using Npgsql;

namespace HemC101.Tracking.Benchmarks.Nodes;

/// <summary>PostgreSQL's own load generator, which runs the statements of a step and nothing else.</summary>
internal sealed partial class PgBench : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly DirectoryInfo _scripts = Directory.CreateTempSubdirectory("hemc101-bench-pgbench-");
    private readonly List<string> _files = [];

    /// <param name="connectionString">A database of its own: the ledger it leaves has no hashes.</param>
    /// <param name="chains">Each transaction is a step on one of them.</param>
    /// <param name="bytes">Of an event's data.</param>
    public PgBench(string connectionString, IEnumerable<ChainState> chains, int bytes)
    {
        _server = new(connectionString);
        foreach (var chain in chains)
        {
            var file = Path.Combine(_scripts.FullName, string.Create(CultureInfo.InvariantCulture, $"{_files.Count}.sql"));
            File.WriteAllText(file, StepScript.Of(chain, bytes));
            _files.Add(file);
        }
    }

    /// <summary>Beside the server's programs, or in the path.</summary>
    public static string? Program =>
        Programs.Find(Programs.Postgres) is { } tool && Path.Combine(Path.GetDirectoryName(tool)!, "pgbench") is var beside && File.Exists(beside)
            ? beside
            : Programs.Find("pgbench");

    /// <returns>Transactions a second, connecting not counted.</returns>
    public async Task<double> RunAsync(int connections, TimeSpan duration)
    {
        var start = new ProcessStartInfo(Program!) { Environment = { ["PGPASSWORD"] = _server.Password ?? "" } };
        string[] arguments =
        [
            "--no-vacuum", "--protocol=prepared", "--host", _server.Host!, "--port", $"{_server.Port}", "--username", _server.Username!,
            "--client", $"{connections}", "--jobs", $"{Math.Min(connections, Environment.ProcessorCount)}",
            "--time", $"{Math.Ceiling(duration.TotalSeconds)}", .. _files.SelectMany(file => new[] { "--file", file }), _server.Database!,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var ended = await Programs.RunAsync(start);
        return ended.ExitCode == 0 && Tps().Match(ended.Output) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench: {ended.Output}");
    }

    public void Dispose() => _scripts.Delete(recursive: true);

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Tps();
}
