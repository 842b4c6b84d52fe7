using Dapper;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Tests;

public sealed class MigratorTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Fact]
    public void Migrate_NoFile_CreatesEveryTable()
    {
        var path = fixture.NewPath();

        Migrator.Migrate(path);

        Assert.Contains("ledger", Ask<string>(path, "select name from sqlite_master where type = 'table'"));
    }

    [Fact]
    public void Migrate_EveryTableOfOurs_IsStrict()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);

        var loose = Ask<string>(
            path,
            "select name from pragma_table_list where schema = 'main' and not strict and name not like 'sqlite_%'");

        Assert.Equal(["SchemaVersions"], loose);
    }

    [Fact]
    public void Migrate_Again_ChangesNothing()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);
        var before = Ask<string>(path, "select sql from sqlite_master order by name");

        Migrator.Migrate(path);

        Assert.Equal(before, Ask<string>(path, "select sql from sqlite_master order by name"));
    }

    [Fact]
    public void Migrate_NewerSchema_IsRefusedInBothLanguages()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);
        Ask<string>(path, "insert into SchemaVersions (ScriptName, Applied) values ('9999_future.sql', '2099-01-01') returning ScriptName");

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(path));

        Assert.Contains("9999_future.sql", refused.Text.Ru, StringComparison.Ordinal);
        Assert.Contains("newer version", refused.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrate_FileIsNoDatabase_IsRefusedAndLeftAlone()
    {
        var path = fixture.NewPath();
        File.WriteAllText(path, new string('x', 5000));

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(path));

        Assert.Contains("повреждён", refused.Text.Ru, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
    }

    [Fact]
    public void Migrate_PageInTheMiddleOverwritten_IsRefused()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);
        SqliteConnection.ClearAllPools();
        using (var file = File.OpenWrite(path))
        {
            file.Position = 4096;
            file.Write(new byte[4096].Select(_ => (byte)0xA5).ToArray());
        }

        Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(path));
    }

    [Fact]
    public void Migrate_FolderIsMissing_IsRefusedWithThePath()
    {
        var path = Path.Combine(fixture.NewPath(), "nowhere", "tracking.db");

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(path));

        Assert.Contains(path, refused.Text.En, StringComparison.Ordinal);
    }

    private static List<T> Ask<T>(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        return connection.Query<T>(sql).AsList();
    }
}
