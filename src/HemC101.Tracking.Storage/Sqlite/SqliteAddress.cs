using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Sqlite;

internal static class SqliteAddress
{
    public static string Of(string path, SqliteOpenMode mode) => Parts(path, mode).ToString();

    /// <param name="path">Of the file.</param>
    /// <param name="lockPatience">How long another program's lock is waited for; the provider counts in whole seconds.</param>
    /// <returns>For one connection, kept by its owner.</returns>
    public static string OfWriter(string path, TimeSpan lockPatience)
    {
        var parts = Parts(path, SqliteOpenMode.ReadWrite);
        parts.DefaultTimeout = Math.Max(1, (int)lockPatience.TotalSeconds);
        return parts.ToString();
    }

    private static SqliteConnectionStringBuilder Parts(string path, SqliteOpenMode mode) => new()
    {
        DataSource = path,
        Mode = mode,
        ForeignKeys = true,
        Pooling = false,
    };
}
