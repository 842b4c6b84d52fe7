using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Sqlite;

internal static class SqliteAddress
{
    public static string Of(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = mode == SqliteOpenMode.ReadWrite,
        }.ToString();
}
