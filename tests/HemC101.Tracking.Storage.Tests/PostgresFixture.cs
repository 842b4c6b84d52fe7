using System.Globalization;
using Dapper;
using Npgsql;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>Databases of their own on a real server: one is migrated, every test works on a copy of it.</summary>
public sealed class PostgresFixture : IStorageFixture, IDisposable
{
    /// <summary>Holds a connection string whose user may make databases.</summary>
    public const string Variable = "HEMC101_POSTGRES";

    /// <summary>The tests of a class run one after the other, and none uses more.</summary>
    private const int DatabasesOfOneTest = 4;

    private static int _fixtures;

    private readonly string _server = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(Missing);
    private readonly string _prefix = string.Create(
        CultureInfo.InvariantCulture, $"hemc101_test_{Environment.ProcessId}_{Interlocked.Increment(ref _fixtures)}");

    private readonly Queue<Database> _databases = [];
    private readonly string _template;
    private int _copies;

    public PostgresFixture()
    {
        _template = NewName();
        Execute(_server, $"""create database {_template} encoding 'UTF8' template template0""");
        Migrator.Migrate(DatabaseAddress.OfServer(Of(_template)));
    }

    /// <summary>Null when there is a server to test on.</summary>
    public static string? Missing => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        ? $"{Variable} names no PostgreSQL server. Run the tests through tests/with-postgres, or set it to a connection string."
        : null;

    public Database NewDatabase()
    {
        while (_databases.Count >= DatabasesOfOneTest)
        {
            Forget(_databases.Dequeue());
        }

        var name = NewName();
        Execute(_server, $"create database {name} template {_template}");
        var database = new Database(DatabaseAddress.OfServer(Of(name)));
        _databases.Enqueue(database);
        return database;
    }

    /// <summary>An empty database, not migrated.</summary>
    /// <param name="options">As <c>create database</c> takes them.</param>
    /// <returns>Its connection string.</returns>
    public string NewEmpty(string options = "encoding 'UTF8' template template0")
    {
        var name = NewName();
        Execute(_server, $"create database {name} {options}");
        return Of(name);
    }

    public void Tamper(Database database, string sql)
    {
        var connectionString = Of(NameOf(database));
        var obstacles = Ask<string>(
            connectionString,
            """
            select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger where not tgisinternal
            union all
            select format('alter domain %s drop constraint %I', contypid::regtype, conname) from pg_constraint where contypid <> 0
            """);
        obstacles.ForEach(drop => Execute(connectionString, drop));
        Execute(connectionString, sql);
    }

    public void Dispose()
    {
        while (_databases.TryDequeue(out var database))
        {
            Forget(database);
        }

        Ask<string>(_server, $"select datname from pg_database where datname ~ '^{_prefix}_'").ForEach(Drop);
    }

    public static List<T> Ask<T>(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        return connection.Query<T>(sql).AsList();
    }

    private static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Execute(sql);
    }

    private static string NameOf(Database database) => database.Address.Name[(database.Address.Name.LastIndexOf('/') + 1)..];

    private string Of(string name) => new NpgsqlConnectionStringBuilder(_server) { Database = name }.ToString();

    private string NewName() => string.Create(CultureInfo.InvariantCulture, $"{_prefix}_{Interlocked.Increment(ref _copies)}");

    private void Forget(Database database)
    {
        database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Drop(NameOf(database));
    }

    private void Drop(string name) => Execute(_server, $"drop database if exists {name} with (force)");
}
