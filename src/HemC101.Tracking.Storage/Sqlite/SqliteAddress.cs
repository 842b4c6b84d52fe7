using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Sqlite;

internal static class SqliteAddress
{
    public static string Of(string path, SqliteOpenMode mode) => Parts(path, mode, mode == SqliteOpenMode.ReadWrite).ToString();

    /// <summary>One connection, kept by its owner.</summary>
    public static string OfWriter(string path) => Parts(path, SqliteOpenMode.ReadWrite, pooled: false).ToString();

    private static SqliteConnectionStringBuilder Parts(string path, SqliteOpenMode mode, bool pooled) => new()
    {
        DataSource = path,
        Mode = mode,
        ForeignKeys = true,
        Pooling = pooled,
    };
}
