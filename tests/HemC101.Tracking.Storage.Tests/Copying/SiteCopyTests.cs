using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Audit;
using HemC101.Tracking.Storage.Copying;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Copying;

public sealed class SiteCopyTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>, IDisposable
{
    private const int Batch = 3;

    private readonly SqliteFixture _files = new();

    public void Dispose() => _files.Dispose();

    [StorageFact]
    public async Task Run_EmptySite_IsCarriedOverAndStarts()
    {
        await using var source = _files.NewDatabase();
        var target = NewTarget();

        var report = await CopyAsync(source, target);

        Assert.Equal(0, report.Entries);
        Migrator.Migrate(target);
    }

    [StorageFact]
    public async Task Run_FilledSite_IsTheSameThere_AndGoesOn()
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();

        var report = await CopyAsync(source, target);

        Assert.Equal(10, report.Entries);
        Assert.Equal(1, report.Tables["participant"]);
        Assert.Equal(1, report.Tables["personal_data_look"]);
        Migrator.Migrate(target);
        await using var carried = new Database(target);
        await carried.AppendAsync("chain-1", 10, A.Entry());
        Assert.Equal((11, null), await VerifiedAsync(carried));
        await using var session = await carried.ReadAsync(default);
        Assert.Equal([0, 255, 1], (await Participants.FindAsync(session, A.Subject, default))!.PersonalData);
    }

    [StorageTheory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Run_StoppedAfterABatch_KeepsSitesOut_AndGoesOnFromThere(int batches)
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(source, target, new Listener { StopAfter = batches }));

        var refused = Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(target));
        var rest = new Listener();
        await CopyAsync(source, target, rest);

        Assert.Contains("not finished", refused.Text.En, StringComparison.Ordinal);
        Assert.Equal(BatchesOfTen() - Math.Min(batches, BatchesOfTen()), rest.CarriedLedger);
        Migrator.Migrate(target);
        await using var carried = new Database(target);
        Assert.Equal((10, null), await VerifiedAsync(carried));
    }

    [StorageFact]
    public async Task Run_WorkWentOnSinceItStopped_BringsTheNewToo()
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(source, target, new Listener { StopAfter = 7 }));
        await source.AppendAsync("chain-1", 10, A.Entry(), A.Entry());

        var report = await CopyAsync(source, target);

        Assert.Equal(12, report.Entries);
    }

    [StorageFact]
    public async Task Run_WorkGoesOnMeanwhile_IsNotFinished()
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();
        var written = false;
        var busy = new Listener
        {
            OnCompared = () =>
            {
                if (!written)
                {
                    written = true;
                    source.AppendAsync("chain-1", 10, A.Entry()).GetAwaiter().GetResult();
                }
            },
        };

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(source, target, busy));

        Assert.Contains("written to during the copy", refused.Text.En, StringComparison.Ordinal);
        Assert.Throws<DatabaseUnusableException>(() => Migrator.Migrate(target));
        Assert.Equal(11, (await CopyAsync(source, target)).Entries);
    }

    [StorageFact]
    public async Task Run_LedgerOfTheSourceAltered_CarriesNothing()
    {
        await using var source = await FilledAsync(10);
        _files.Tamper(source, "update ledger set actor = 'A9999-00018' where position = 4");
        var target = NewTarget();

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(source, target));

        Assert.Contains("does not verify", refused.Text.En, StringComparison.Ordinal);
        Assert.Empty(TablesOf(target));
    }

    [StorageFact]
    public async Task Run_BegunCopyAltered_IsRefused()
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(source, target, new Listener { StopAfter = 2 }));
        PostgresFixture.Execute(target.ConnectionString, "alter table ledger disable trigger user; update ledger set actor = 'A9999-00018' where position = 4");

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(source, target));

        Assert.Contains("table ledger", refused.Text.En, StringComparison.Ordinal);
    }

    [StorageFact]
    public async Task Run_AnotherSourceThanBegan_IsRefused()
    {
        await using var source = await FilledAsync(10);
        await using var other = await FilledAsync(9);
        var target = NewTarget();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(source, target, new Listener { StopAfter = 4 }));

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(other, target));

        Assert.Contains("of another database", refused.Text.En, StringComparison.Ordinal);
    }

    [StorageFact]
    public async Task Run_TargetInUse_IsRefusedAndLeftAlone()
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();
        Migrator.Migrate(target);
        await using var used = new Database(target);
        await used.AppendAsync("chain-9", 0, A.Entry());

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => CopyAsync(source, target));

        Assert.Contains("holds tables already", refused.Text.En, StringComparison.Ordinal);
        Assert.Equal((1, null), await VerifiedAsync(used));
    }

    [StorageFact]
    public async Task Run_TwoAtOnce_OneIsTurnedAway()
    {
        await using var source = await FilledAsync(10);
        var target = NewTarget();
        Task<CopyReport>? second = null;
        var first = new Listener { OnCarried = () => Task.WhenAny(second ??= Task.Run(() => CopyAsync(source, target))).GetAwaiter().GetResult() };

        await CopyAsync(source, target, first);

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => second!);
        Assert.Contains("under way", refused.Text.En, StringComparison.Ordinal);
    }

    [StorageFact]
    public async Task Run_NoFileOrNoSiteOfOurs_IsRefused()
    {
        var target = NewTarget();
        var other = _files.NewPath();
        await File.WriteAllTextAsync(other, "a letter, long enough to be taken for a header of one hundred bytes or so, and some more words after it");

        await Assert.ThrowsAsync<CopyRefusedException>(() => new SiteCopy(new Listener()).RunAsync(DatabaseAddress.OfFile(_files.NewPath()), target, default));
        await Assert.ThrowsAsync<CopyRefusedException>(() => new SiteCopy(new Listener()).RunAsync(DatabaseAddress.OfFile(other), target, default));
        Assert.Throws<CopyRefusedException>(() => SiteCopy.TargetOf("somewhere"));
        Assert.Empty(TablesOf(target));
    }

    [StorageFact]
    public void EveryTable_IsCarriedOver_OrSaidToBeLeft() =>
        Assert.Equal(
            _files.Ask("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").Order(StringComparer.Ordinal),
            CopiedTable.All.Select(table => table.Name).Concat(CopiedTable.LeftBehind).Order(StringComparer.Ordinal));

    private static int BatchesOfTen() => (10 + Batch - 1) / Batch;

    private static Task<CopyReport> CopyAsync(Database source, DatabaseAddress target, Listener? listener = null)
    {
        listener ??= new();
        return new SiteCopy(listener, Batch).RunAsync(source.Address, target, listener.Stop.Token);
    }

    private static List<string> TablesOf(DatabaseAddress.PostgresServer target) =>
        PostgresFixture.Ask<string>(target.ConnectionString, "select tablename from pg_tables where schemaname = current_schema()");

    private static async Task<(long, string?)> VerifiedAsync(Database database)
    {
        var report = await EventLedger.VerifyAsync(database, default);
        return (report.Rows, report.First?.Text.En);
    }

    private DatabaseAddress.PostgresServer NewTarget() => (DatabaseAddress.PostgresServer)DatabaseAddress.OfServer(fixture.NewEmpty());

    private async Task<Database> FilledAsync(int entries)
    {
        var source = _files.NewDatabase();
        await source.WriteAsync(uow => Participants.AddAsync(uow, A.Participant(), default));
        await source.WriteAsync(uow => LabelPrints.AddAsync(uow, A.Print(1), default));
        await source.WriteAsync(uow => PersonalDataLooks.AddAsync(
            uow, new() { StaffNo = StaffNumber.Parse("A9999000017"), SubjectNo = A.Subject, Place = "/Ward/Bedside", At = A.Moment }, default));
        for (var i = 0; i < entries; i++)
        {
            await source.AppendAsync("chain-1", i, A.Entry(data: $$"""{"bag":{{i}},"name":"Ёж «А»","of":{{entries}}}"""));
        }

        return source;
    }

    private sealed class Listener : ICopyListener
    {
        private int _batches;

        public CancellationTokenSource Stop { get; } = new();

        public int StopAfter { get; init; } = int.MaxValue;

        public Action? OnCarried { get; init; }

        public Action? OnCompared { get; init; }

        public int CarriedLedger { get; private set; }

        public void Carried(string table, long rows)
        {
            CarriedLedger += table == CopiedTable.Ledger ? 1 : 0;
            OnCarried?.Invoke();
            if (++_batches == StopAfter)
            {
                Stop.Cancel();
            }
        }

        public void Compared(string table, long rows) => OnCompared?.Invoke();
    }
}
