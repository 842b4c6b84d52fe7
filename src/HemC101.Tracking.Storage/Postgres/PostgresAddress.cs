using Npgsql;

namespace HemC101.Tracking.Storage.Postgres;

/// <summary>What we make of an operator's connection string.</summary>
internal static class PostgresAddress
{
    /// <summary>A commit is answered when it is on disk, whatever the server's own setting; with a synchronous standby, on that one's too.</summary>
    private const string Durable = "-c synchronous_commit=on";

    /// <summary>
    /// The server ends a session of ours whose node froze or lost power in the middle of a step after seconds, not hours: others wait for
    /// the end of the ledger meanwhile.
    /// </summary>
    private const string EndsWithItsNode = $"-c idle_in_transaction_session_timeout=15000 {LookedAfter}";

    private const string LookedAfter = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=15000";

    private const int KeepAliveSeconds = 10;

    /// <summary>
    /// Of several servers the one that takes writes is read from, too: a standby may be behind. Not read-write, which our own reading
    /// connections are not.
    /// </summary>
    private const string Primary = "primary";

    /// <summary>So long nobody asks again which of them it is: after a failover everybody at a bed waits for it.</summary>
    private const int PrimaryKnownSeconds = 1;

    private const string ReadOnly = "-c default_transaction_read_only=on";

    /// <summary>Host, port and database, as they are shown to people.</summary>
    public static string NameOf(string connectionString)
    {
        var parts = Parse(connectionString);
        return HasSeveralHosts(parts) ? $"{parts.Host}/{parts.Database}" : $"{parts.Host}:{parts.Port}/{parts.Database}";
    }

    /// <summary>Connections for reading or writing, on one server or on whichever of several is the primary.</summary>
    public static NpgsqlDataSource Source(string prepared)
    {
        var parts = new NpgsqlConnectionStringBuilder(prepared);
        if (!HasSeveralHosts(parts))
        {
            return NpgsqlDataSource.Create(parts);
        }

        parts.TargetSessionAttributes = null;
        return new NpgsqlDataSourceBuilder(parts.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
    }

    public static string ForWriting(string connectionString, int connections) => With(connectionString, $"{Durable} {EndsWithItsNode}", connections);

    public static string ForReading(string connectionString, int connections) => With(connectionString, ReadOnly, connections);

    /// <summary>One connection that keeps a lock for as long as its node lives.</summary>
    public static string ForLeading(string connectionString) => With(connectionString, $"{ReadOnly} {LookedAfter}", 0);

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
        parts.TargetSessionAttributes = null;
        if (HasSeveralHosts(parts))
        {
            (parts.TargetSessionAttributes, parts.HostRecheckSeconds) = (Primary, PrimaryKnownSeconds);
        }

        parts.Pooling = connections > 0;
        parts.MaxPoolSize = Math.Max(connections, 1);
        parts.ApplicationName ??= "HemC101.Tracking";
        parts.IncludeErrorDetail = false;
        return parts.ConnectionString;
    }

    private static bool HasSeveralHosts(NpgsqlConnectionStringBuilder parts) => parts.Host!.Contains(',', StringComparison.Ordinal);

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
