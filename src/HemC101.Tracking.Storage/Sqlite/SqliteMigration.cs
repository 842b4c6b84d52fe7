using System.Data.Common;
using Dapper;
using DbUp;
using HemC101.Tracking.Storage.Copying;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HemC101.Tracking.Storage.Sqlite;

internal static class SqliteMigration
{
    /// <summary>Bytes that are looked through in a fraction of a second; a larger file is looked through once the site is up.</summary>
    private const long LookedThroughAtOnce = 64L << 20;

    public static void Run(string path)
    {
        try
        {
            var connectionString = SqliteAddress.Of(path, SqliteOpenMode.ReadWriteCreate);
            Prepare(path, connectionString);
            Migrator.Upgrade(DeployChanges.To.SqliteDatabase(connectionString), "Sqlite");
        }
        catch (DbException e) when (Dialect.Explain(e) is { } reason)
        {
            throw new DatabaseUnusableException(reason.With(path), e);
        }
    }

    private static void Prepare(string path, string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
        {
            // Said before a log is laid beside it, which would be as read-only as the file and stay so.
            throw new DatabaseUnusableException(DatabaseReasons.ReadOnly.With(path));
        }

        if (MovedSite.ServerOf(connection) is { } server)
        {
            throw new DatabaseUnusableException(DatabaseReasons.Moved.With(path, server));
        }

        connection.Execute(Dialect.PrepareFile);
        if (new FileInfo(path).Length <= LookedThroughAtOnce && !IsWhole(connection))
        {
            throw new DatabaseUnusableException(DatabaseReasons.Damaged.With(path));
        }
    }

    private static bool IsWhole(SqliteConnection connection)
    {
        try
        {
            return connection.QueryFirst<string>(Dialect.LookThroughFile) == "ok";
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_ERROR)
        {
            // The damage lies in the text of the schema: a check that calls what is no function, for one.
            return false;
        }
    }
}
