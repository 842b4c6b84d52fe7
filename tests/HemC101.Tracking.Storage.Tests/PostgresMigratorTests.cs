using Npgsql;

namespace HemC101.Tracking.Storage.Tests;

public sealed class PostgresMigratorTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private const string Columns =
        "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and table_name <> 'schemaversions'";

    [StorageFact]
    public void Migrate_Empty_HasTheTablesAndColumnsOfTheSqliteTwin()
    {
        var server = fixture.NewEmpty();
        Migrator.Migrate(DatabaseAddress.OfServer(server));

        using var file = new SqliteFixture();

        Assert.Equal(SqliteColumns(file).Order(StringComparer.Ordinal), PostgresFixture.Ask<string>(server, Columns).Order(StringComparer.Ordinal));
    }

    [StorageFact]
    public void Migrate_Again_ChangesNothing()
    {
        var server = fixture.NewEmpty();
        Migrator.Migrate(DatabaseAddress.OfServer(server));
        var before = Journal(server);

        Migrator.Migrate(DatabaseAddress.OfServer(server));

        Assert.Equal(before, Journal(server));
    }

    [StorageFact]
    public async Task Migrate_ManyNodesAtOnce_AllFindItDone()
    {
        var server = fixture.NewEmpty();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Migrator.Migrate(DatabaseAddress.OfServer(server)))));

        Assert.Equal(Journal(server).Distinct(), Journal(server));
    }

    [StorageFact]
    public void Migrate_NewerSchema_IsRefusedInBothLanguages()
    {
        var server = fixture.NewEmpty();
        Migrator.Migrate(DatabaseAddress.OfServer(server));
        PostgresFixture.Execute(server, "insert into schemaversions (scriptname, applied) values ('9999_future.sql', '2099-01-01')");

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(DatabaseAddress.OfServer(server)));

        Assert.Contains("9999_future.sql", refused.Text.Ru, StringComparison.Ordinal);
        Assert.Contains("newer version", refused.Text.En, StringComparison.Ordinal);
    }

    [StorageFact]
    public void Migrate_OtherEncoding_IsRefusedAndLeftAlone()
    {
        var server = fixture.NewEmpty("LATIN1");

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(DatabaseAddress.OfServer(server)));

        Assert.Contains("LATIN1", refused.Text.En, StringComparison.Ordinal);
        Assert.Empty(PostgresFixture.Ask<string>(server, Columns));
    }

    [StorageFact]
    public void Migrate_FailingScript_LeavesNothingOfTheOthers()
    {
        var server = fixture.NewEmpty();
        PostgresFixture.Execute(server, "create table print_job (mine text)");

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(DatabaseAddress.OfServer(server)));

        Assert.Contains("0005_print_queue.sql", refused.Text.En, StringComparison.Ordinal);
        Assert.Equal(["print_job.mine"], PostgresFixture.Ask<string>(server, Columns));
    }

    [StorageFact]
    public void Migrate_NobodyListens_IsRefusedWithTheServerAndWithoutThePassword()
    {
        var nobody = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Database = "hemc101", Username = "lab", Password = "geheim" };

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(DatabaseAddress.OfServer(nobody.ToString())));

        Assert.Contains("127.0.0.1:1/hemc101", refused.Text.Ru, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.ToString(), StringComparison.Ordinal);
    }

    [StorageFact]
    public void Writer_ServerWouldAnswerEarly_WaitsForTheDiskAllTheSame()
    {
        var server = fixture.NewEmpty();
        var name = new NpgsqlConnectionStringBuilder(server).Database;
        PostgresFixture.Execute(server, $"alter database {name} set synchronous_commit = off");
        Migrator.Migrate(DatabaseAddress.OfServer(server));
        Assert.Equal(["off"], PostgresFixture.Ask<string>(server, "show synchronous_commit"));

        Assert.Equal("on", SynchronousCommitOfAWriter(server));
    }

    [StorageFact]
    public async Task Glance_EmptyMigratedAndFilled_CountsWithoutChangingAnything()
    {
        var address = DatabaseAddress.OfServer(fixture.NewEmpty());
        Assert.False(await LedgerGlance.ExistsAsync(address, default));
        Assert.Null(await LedgerGlance.CountAsync(address, "demo", default));

        Migrator.Migrate(address);
        await using var database = new Database(address);
        await database.AppendAsync("demo", 0, A.Entry(), A.Entry());

        Assert.True(await LedgerGlance.ExistsAsync(address, default));
        Assert.Equal(2, await LedgerGlance.CountAsync(address, "demo", default));
        Assert.Equal(0, await LedgerGlance.CountAsync(address, "nothing", default));
    }

    private static string SynchronousCommitOfAWriter(string server)
    {
        using var connection = new NpgsqlConnection(Postgres.PostgresAddress.ForWriting(server, 1));
        connection.Open();
        using var command = new NpgsqlCommand("show synchronous_commit", connection);
        return (string)command.ExecuteScalar()!;
    }

    private static List<string> Journal(string server) =>
        PostgresFixture.Ask<string>(server, "select scriptname from schemaversions order by schemaversionsid");

    private static IReadOnlyList<string> SqliteColumns(SqliteFixture file) => file.Ask(
        """
        select tables.name || '.' || columns.name
          from sqlite_master as tables, pragma_table_info(tables.name) as columns
         where tables.type = 'table'
           and tables.name not like 'sqlite_%'
           and tables.name <> 'SchemaVersions'
        """);
}
