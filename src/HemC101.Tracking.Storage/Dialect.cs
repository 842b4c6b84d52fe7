using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HemC101.Tracking.Storage;

/// <summary>All that cannot be said alike on every database.</summary>
internal sealed record Dialect
{
    public const string PrepareReader = "pragma busy_timeout = 10000; pragma query_only = on;";
    public const string PrepareWriter = "pragma busy_timeout = 10000; pragma query_only = off; pragma synchronous = full;";
    public const string PrepareFile = "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full;";

    public static readonly Dialect Sqlite = new() { HasOneWriter = true, ForUpdate = "" };
    public static readonly Dialect Postgres = new() { HasOneWriter = false, ForUpdate = " for update" };

    // https://sqlite.org/rescode.html
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    /// <summary>Nobody else writes during a unit of work: what it has read stays as it was.</summary>
    public required bool HasOneWriter { get; init; }

    /// <summary>Appended to a select whose row is to stay as it was read until the commit.</summary>
    public required string ForUpdate { get; init; }

    public static bool IsDuplicate(DbException e) => e
        is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Another unit of work was in the way; done again, the same may succeed.</summary>
    public static bool IsContention(DbException e) =>
        e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    /// <summary>The connection had died before anything was done on it, as after a restart of the server; another one may live.</summary>
    public static bool IsStale(DbException e) => e
        is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        or NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException };

    public static bool IsDamaged(DbException e) => e is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    public static bool IsUnreachable(DbException e) => e is SqliteException { SqliteErrorCode: CannotOpen };
}
