using Dapper;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>Real SQLite files: one is migrated, every test works on a copy of it.</summary>
public sealed class SqliteFixture : IStorageFixture, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-storage-");
    private readonly string _template;
    private int _copies;

    public SqliteFixture()
    {
        _template = NewPath();
        Migrator.Migrate(_template);
    }

    public string NewPath() => Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _copies)}.db");

    /// <summary>A question to the migrated, empty file.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _template, Pooling = false }.ToString());
        return connection.Query<string>(sql).AsList();
    }

    public Database NewDatabase()
    {
        var path = NewPath();
        File.Copy(_template, path);
        return new Database(path);
    }

    public void Tamper(Database database, string sql)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database.Address.Name, Pooling = false }.ToString();
        using var connection = new SqliteConnection(connectionString);
        foreach (var trigger in connection.Query<string>("select name from sqlite_master where type = 'trigger'").AsList())
        {
            connection.Execute($"drop trigger {trigger}");
        }

        connection.Execute(sql);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
