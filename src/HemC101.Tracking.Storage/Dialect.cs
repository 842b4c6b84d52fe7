using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage;

/// <summary>All that cannot be said alike on every database.</summary>
internal static class Dialect
{
    public const string PrepareReader = "pragma busy_timeout = 10000; pragma query_only = on;";
    public const string PrepareWriter = "pragma busy_timeout = 10000; pragma query_only = off; pragma synchronous = full;";
    public const string PrepareFile = "pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full;";

    /// <summary>Appended to a select whose row is to stay as it was read until the commit; SQLite has but one writer.</summary>
    public const string ForUpdate = "";

    // https://sqlite.org/rescode.html
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    public static bool IsDuplicate(DbException e) => e is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken };

    public static bool IsDamaged(DbException e) => e is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    public static bool IsUnreachable(DbException e) => e is SqliteException { SqliteErrorCode: CannotOpen };
}
