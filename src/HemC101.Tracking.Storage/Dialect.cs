using System.Data.Common;
using System.Globalization;
using HemC101.Tracking.Storage.Copying;
using HemC101.Tracking.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HemC101.Tracking.Storage;

/// <summary>All that cannot be said alike on every database.</summary>
internal sealed record Dialect
{
    public const string PrepareReader = "pragma busy_timeout = 10000; pragma query_only = on;";
    public const string PrepareFile = "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full;";
    public const string LookThroughFile = "pragma quick_check(1)";

    public static readonly Dialect Sqlite = new() { HasOneWriter = true, ForUpdate = "", StoredRows = StoredRowsWith($"cast({TextsOfARow} as blob)") };

    public static readonly Dialect Postgres = new()
    {
        HasOneWriter = false,
        ForUpdate = " for update",
        StoredRows = StoredRowsWith($"convert_to({TextsOfARow}, 'UTF8')"),
        Tell = PostgresNotices.Tell,
    };

    /// <summary>
    /// One value instead of nine, and no characters made of bytes to be made bytes again: following the ledger takes half the time. What is
    /// null is left out, and one text too few is no row of ours.
    /// </summary>
    private const string TextsOfARow =
        "concat_ws('\u001f', stream, type, occurred_at, recorded_at, actor, station, data, previous_hash, hash)";

    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    /// <summary>
    /// The writer's log is carried into the file when it has grown to 16 megabytes, four times SQLite's own measure: pages that nearly every
    /// step writes are then carried there a quarter as often.
    /// </summary>
    public static string PrepareWriter(TimeSpan lockPatience) => string.Create(
        CultureInfo.InvariantCulture,
        $"pragma busy_timeout = {(int)lockPatience.TotalMilliseconds}; pragma synchronous = full; pragma temp_store = memory; pragma wal_autocheckpoint = 4000;");

    /// <summary>Nobody else writes during a unit of work: what it has read stays as it was.</summary>
    public required bool HasOneWriter { get; init; }

    /// <summary>Appended to a select whose row is to stay as it was read until the commit.</summary>
    public required string ForUpdate { get; init; }

    /// <summary>Reads the whole ledger as <see cref="Ledger.StoredRow"/> takes it: three numbers, and the texts in one.</summary>
    public required string StoredRows { get; init; }

    /// <summary>Tells the other nodes a <c>@notice</c> when the transaction is committed; null where there are none.</summary>
    public string? Tell { get; init; }

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

    /// <summary>The server did not answer in time; what was asked of it may have been done.</summary>
    public static bool IsLate(DbException e) => e is NpgsqlException { InnerException: TimeoutException };

    /// <returns>What the operator does about it, with a place for the name of the database; null for what is a bug of ours or a refusal.</returns>
    public static Text? Explain(DbException e) => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            Busy or Locked => DatabaseReasons.Locked,
            ReadOnly => DatabaseReasons.ReadOnly,
            InputOutput => DatabaseReasons.DiskFails,
            Full => DatabaseReasons.DiskFull,
            Corrupt or NotADatabase => DatabaseReasons.Damaged,
            CannotOpen => DatabaseReasons.Unreachable,
            Constraint when sqlite.Message.Contains(MovedSite.Said, StringComparison.Ordinal) => DatabaseReasons.MovedAway,
            _ => null,
        },
        PostgresException postgres => postgres.SqlState switch
        {
            PostgresErrorCodes.DiskFull => DatabaseReasons.ServerDiskFull,
            PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseReasons.Standby,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseReasons.ServerDamaged,
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
                or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword
                or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.ConnectionFailure => DatabaseReasons.NoServer,
            _ => null,
        },
        NpgsqlException late when IsLate(late) => DatabaseReasons.Late,
        NpgsqlException => DatabaseReasons.NoServer,
        _ => null,
    };

    /// <summary>What ends without anybody mending it.</summary>
    public static bool MayPass(DbException e) => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked,
        PostgresException postgres => postgres.SqlState
            is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true,
        _ => false,
    };

    public static bool IsDamaged(DbException e) => e is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    public static bool IsUnreachable(DbException e) => e is SqliteException { SqliteErrorCode: CannotOpen };

    private static string StoredRowsWith(string texts) => $"select position, version, schema_version, {texts} from ledger order by position";
}
