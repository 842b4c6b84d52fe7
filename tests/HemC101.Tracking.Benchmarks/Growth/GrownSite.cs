using System.Diagnostics.CodeAnalysis;
using HemC101.Tracking.Benchmarks.Scans;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>
/// A copy of a site in which one participant who has gone the whole way stands many times more: as many rows in every table, and entries in
/// the ledger that verify, as if all of them had come one after the other.
/// </summary>
internal sealed class GrownSite : IDisposable
{
    private const string OlderRules = "older";

    private GrownSite(DirectoryInfo data) => Data = data;

    public DirectoryInfo Data { get; }

    public string Database => FreshSite.DatabaseIn(Data);

    public long Entries { get; private set; }

    /// <param name="from">The folder to copy; nobody writes in it meanwhile.</param>
    /// <param name="model">Who has gone the whole way.</param>
    /// <param name="participants">How many more.</param>
    public static async Task<GrownSite> GrowAsync(DirectoryInfo from, CoiId model, int participants)
    {
        var site = new GrownSite(Directory.CreateTempSubdirectory("hemc101-bench-grown-"));
        Copy(from, site.Data);
        await using var database = new Database(site.Database);
        var chain = await Participant.ChainAsync(database, model);
        using var connection = site.Open();
        Execute(connection, "pragma synchronous = off; pragma cache_size = -1000000");
        Execute(connection, "begin");
        site.Entries = Multiply(new Template(chain, connection), connection, participants);
        Execute(connection, "commit");
        Execute(connection, "pragma wal_checkpoint(truncate)");
        return site;
    }

    public long AtRestUnderOlderRules
    {
        get
        {
            using var connection = Open();
            return (long)Scalar(connection, $"select count(*) from chain where at_rest = '{OlderRules}'");
        }
    }

    /// <summary>As an upgrade finds it; the site stands still.</summary>
    public void LetRestUnderOlderRules()
    {
        using var connection = Open();
        Execute(connection, $"update chain set at_rest = '{OlderRules}' where at_rest is not null");
    }

    public void Dispose() => Data.Delete(recursive: true);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static long Multiply(Template template, SqliteConnection connection, int participants)
    {
        var position = (long)Scalar(connection, "select position from ledger_head");
        var writers = template.Rows.Select(rows => new RowWriter(rows, connection)).ToList();
        using var head = new SqliteCommand("insert into stream_head (stream, version, hash) values (@stream, @version, @hash)", connection);
        for (var n = 0; n < participants; n++)
        {
            foreach (var writer in writers)
            {
                writer.Write(n, ref position);
            }

            foreach (var (stream, version, hash) in writers[^1].Ends)
            {
                head.Parameters.Clear();
                head.Parameters.AddWithValue("@stream", stream);
                head.Parameters.AddWithValue("@version", version);
                head.Parameters.AddWithValue("@hash", hash.ToString());
                head.ExecuteNonQuery();
            }
        }

        writers.ForEach(writer => writer.Dispose());
        Execute(connection, $"update ledger_head set position = {position}");
        PutBehind(connection, "print", "'print'", "substr(serial, 2)", "label_print");
        PutBehind(connection, "coi/%", "'coi/20' || substr(coi, 8, 2)", "substr(coi, 10)", "chain");
        PutBehind(connection, "donation/%", "'donation/20' || substr(donation, 6, 2)", "substr(donation, 8, 6)", "collection");
        return position;
    }

    /// <summary>What was given to the copies is given to nobody else.</summary>
    private static void PutBehind(SqliteConnection connection, string names, string name, string number, string table) => Execute(
        connection,
        $"update number_sequence set next = max(next, 1 + (select coalesce(max(cast({number} as integer)), 0) from {table} where {name} = number_sequence.name)) where name like '{names}'");

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand here.")]
    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand here.")]
    private static object Scalar(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar()!;
    }
}
