using System.Globalization;
using Dapper;
using Npgsql;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>A database of its own on a real server, in which every test has a schema of its own: that costs less than a database each.</summary>
public sealed class PostgresFixture : IStorageFixture, IDisposable
{
    /// <summary>Holds a connection string whose user may make databases.</summary>
    public const string Variable = "HEMC101_POSTGRES";

    /// <summary>The tests of a class run one after the other, and none uses more.</summary>
    private const int DatabasesOfOneTest = 4;

    private static int _names;

    private readonly string _server = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(Missing);
    private readonly List<string> _made = [];
    private readonly Queue<Database> _open = [];
    private readonly string _home;

    public PostgresFixture() => _home = NewEmpty();

    /// <summary>Null when there is a server to test on.</summary>
    public static string? Missing => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        ? $"{Variable} names no PostgreSQL server. Run the tests through tests/with-postgres, or set it to a connection string."
        : null;

    public Database NewDatabase()
    {
        while (_open.Count >= DatabasesOfOneTest)
        {
            Close(_open.Dequeue());
        }

        var schema = NewName();
        Execute(_home, $"create schema {schema}");
        var address = DatabaseAddress.OfServer(new NpgsqlConnectionStringBuilder(_home) { SearchPath = schema }.ToString());
        Migrator.Migrate(address);
        var database = new Database(address);
        _open.Enqueue(database);
        return database;
    }

    /// <summary>A database without any table.</summary>
    /// <param name="encoding">Of the database's text.</param>
    /// <returns>Its connection string.</returns>
    public string NewEmpty(string encoding = "UTF8")
    {
        var name = NewName();
        Execute(_server, $"create database {name} encoding '{encoding}' locale 'C' template template0");
        _made.Add(name);
        return new NpgsqlConnectionStringBuilder(_server) { Database = name }.ToString();
    }

    public void Tamper(Database database, string sql)
    {
        var connectionString = ((DatabaseAddress.PostgresServer)database.Address).ConnectionString;
        var obstacles = Ask<string>(
            connectionString,
            """
            select format('drop trigger %I on %s', tgname, tgrelid::regclass)
              from pg_trigger
              join pg_class on pg_class.oid = tgrelid
             where not tgisinternal
               and relnamespace = current_schema()::regnamespace
            union all
            select format('alter domain %s drop constraint %I', contypid::regtype, conname)
              from pg_constraint
             where contypid <> 0
               and connamespace = current_schema()::regnamespace
            """);
        obstacles.ForEach(drop => Execute(connectionString, drop));
        Execute(connectionString, sql);
    }

    public void Dispose()
    {
        while (_open.TryDequeue(out var database))
        {
            Close(database);
        }

        _made.ForEach(name => Execute(_server, $"drop database {name} with (force)"));
    }

    public static List<T> Ask<T>(string connectionString, string sql)
    {
        using var connection = Connect(connectionString);
        return connection.Query<T>(sql).AsList();
    }

    public static void Execute(string connectionString, string sql)
    {
        using var connection = Connect(connectionString);
        connection.Execute(sql);
    }

    private static NpgsqlConnection Connect(string connectionString) =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());

    private static string NewName() =>
        string.Create(CultureInfo.InvariantCulture, $"hemc101_test_{Environment.ProcessId}_{Interlocked.Increment(ref _names)}");

    private static void Close(Database database) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
