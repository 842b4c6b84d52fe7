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

    /// <summary>Tables that are made anew bring their rows along.</summary>
    [Fact]
    public void Migrate_SiteWithAlarms_KeepsThemAndTheirMessages()
    {
        var path = fixture.NewPath();
        Migrator.Migrate(path);
        var journal = Ask<string>(path, "select sql from sqlite_master where name = 'SchemaVersions'")[0];
        var old = fixture.NewPath();
        Run(old, journal);
        foreach (var script in Migrator.ScriptsOf("Sqlite").Where(script => string.CompareOrdinal(script, "0038") < 0))
        {
            using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream($"HemC101.Tracking.Storage.Migrations.Sqlite.{script}")!);
            Run(old, reader.ReadToEnd());
            Run(old, $"insert into SchemaVersions (ScriptName, Applied) values ('{script}', '2026-01-01')");
        }

        Run(old,
            """
            insert into alarm (alarm_key, kind, alarm_group, coi, subject_no, version, raised_at, calls, next_at)
            values ('a', 'IdentityMismatch', 'Quality', 'c', 's', 4, '2026-03-01T09:00:00.000Z', 1, '2026-03-01T09:15:00.000Z');
            insert into alarm_message (message_id, alarm_key, call_no, staff_no, channel, address, state, attempts, may_have_gone, next_at, created_at, changed_at)
            values (41, 'a', 1, 'p', 'Mail', 'x@example.org', 'Waiting', 0, 0, '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z', '2026-03-01T09:00:00.000Z');
            insert into on_call (on_call_id, alarm_group, staff_no, place, mail, salt, added_at) values ('o', 'Quality', 'p', 1, 'x@example.org', 's', '2026-03-01T09:00:00.000Z');
            """);

        Migrator.Migrate(old);

        Assert.Equal(["a s 4 1 41 Waiting"], Ask<string>(old, "select alarm_key || ' ' || subject_no || ' ' || version || ' ' || calls || ' ' || message_id || ' ' || state from alarm join alarm_message using (alarm_key)"));
        Assert.Empty(Ask<string>(old, "select \"table\" from pragma_foreign_key_check"));
        Assert.Equal(Ask<string>(path, "select sql from sqlite_master order by name"), Ask<string>(old, "select sql from sqlite_master order by name"));
        Run(old, "insert into alarm_message (alarm_key, call_no, staff_no, channel, address, state, attempts, may_have_gone, next_at, created_at, changed_at) select alarm_key, 2, staff_no, channel, address, state, 0, 0, next_at, created_at, changed_at from alarm_message");
        Assert.Equal([41L, 42L], Ask<long>(old, "select message_id from alarm_message order by message_id"));
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

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Execute(sql);
    }

    private static List<T> Ask<T>(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        return connection.Query<T>(sql).AsList();
    }
}
