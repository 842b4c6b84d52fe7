using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

/// <summary>What we make of an operator's connection string.</summary>
internal static class PostgresAddress
{
    /// <summary>A commit is answered when it is on disk, whatever the server's own setting; with a synchronous standby, on that one's too.</summary>
    private const string Durable = "-c synchronous_commit=on";

    private const int KeepAliveSeconds = 10;

    private const string ReadOnly = "-c default_transaction_read_only=on";

    /// <summary>Host, port and database, as they are shown to people.</summary>
    public static string NameOf(string connectionString)
    {
        var parts = Parse(connectionString);
        return $"{parts.Host}:{parts.Port}/{parts.Database}";
    }

    public static string ForWriting(string connectionString, int connections) => With(connectionString, Durable, connections);

    public static string ForReading(string connectionString, int connections) => With(connectionString, ReadOnly, connections);

    /// <summary>One connection that ends with its use.</summary>
    public static string ForGlancing(string connectionString) => With(connectionString, ReadOnly, 0);

    /// <summary>One connection that is listened on, and looked after so that a server that is gone is noticed.</summary>
    public static string ForListening(string connectionString) =>
        new NpgsqlConnectionStringBuilder(With(connectionString, ReadOnly, 0)) { KeepAlive = KeepAliveSeconds }.ConnectionString;

    /// <summary>One connection that ends with its use and may take its time.</summary>
    public static string ForMigrating(string connectionString) =>
        new NpgsqlConnectionStringBuilder(With(connectionString, Durable, 0)) { CommandTimeout = 0 }.ConnectionString;

    private static string With(string connectionString, string option, int connections)
    {
        var parts = Parse(connectionString);
        parts.Options = $"{parts.Options} {option}".TrimStart();
        parts.Pooling = connections > 0;
        parts.MaxPoolSize = Math.Max(connections, 1);
        parts.ApplicationName ??= "HemC101.Tracking";
        parts.IncludeErrorDetail = false;
        return parts.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return parts is { Host.Length: > 0, Database.Length: > 0 } ? parts : throw new DatabaseUnusableException(DatabaseReasons.NoAddress);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new DatabaseUnusableException(DatabaseReasons.NoAddress, e);
        }
    }
}
