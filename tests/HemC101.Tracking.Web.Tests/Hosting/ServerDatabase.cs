using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HemC101.Tracking.Storage;
using Npgsql;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>An empty PostgreSQL database of its own, gone afterwards.</summary>
internal sealed class ServerDatabase : IDisposable
{
    private static int _made;

    private readonly string _server = Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable)
        ?? throw new InvalidOperationException(PostgresFactAttribute.Missing);

    private readonly string _name;

    public ServerDatabase()
        : this(string.Create(CultureInfo.InvariantCulture, $"hemc101_site_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}"), "template0")
    {
    }

    private ServerDatabase(string name, string template)
    {
        _name = name;
        Execute($"create database {_name} encoding 'UTF8' template {template}");
        ConnectionString = new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ToString();
    }

    public string ConnectionString { get; }

    public DatabaseAddress Address => DatabaseAddress.OfServer(ConnectionString);

    /// <summary>How a site is told to use it.</summary>
    public IReadOnlyList<string> Arguments => ["--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionString}"];

    /// <summary>A database with the same rows, always of the same name; one at a time. Nobody may be connected to this one.</summary>
    public ServerDatabase Copy() => new($"{_name}_copy", _name);

    /// <summary>Runs statements in this database, behind the site's back.</summary>
    public void Run(string sql) => Execute(ConnectionString, sql);

    public void Dispose() => Execute($"drop database {_name} with (force)");

    private void Execute(string sql) => Execute(_server, sql);

    [SuppressMessage("Security", "CA2100", Justification = "Written by the tests.")]
    private static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
