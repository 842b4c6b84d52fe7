using System.Data.Common;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class StepScansContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_SameClientScanId_IsWrittenOnce()
    {
        Assert.True(await AddAsync(Scan("scan-1")));
        Assert.False(await AddAsync(Scan("scan-1") with { Verdict = "Mismatch" }));

        Assert.Equal([Scan("scan-1")], await StepScans.ListAsync(_database, "attempt-1", default));
        Assert.Equal(Scan("scan-1"), await StepScans.FindAsync(_database, "scan-1", default));
    }

    [StorageFact]
    public async Task Add_SameScanManyTimesAtOnce_IsWrittenOnce()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => AddAsync(Scan("scan-1")))));

        Assert.Single(added, true);
    }

    [StorageFact]
    public async Task List_SameMillisecond_KeepsTheOrderOfWriting()
    {
        foreach (var id in new[] { "z", "a", "m" })
        {
            await AddAsync(Scan(id));
        }

        await AddAsync(Scan("elsewhere") with { AttemptId = "attempt-2" });

        Assert.Equal(["z", "a", "m"], (await StepScans.ListAsync(_database, "attempt-1", default)).Select(scan => scan.ClientScanId));
    }

    [StorageFact]
    public async Task Add_ControlCharactersInRaw_AreKept()
    {
        var scan = Scan("scan-1") with { Raw = "]d2\u001d8018460000100000000073\u001d\r\nЖ", Coi = A.Coi, Demand = "Wristband" };

        await AddAsync(scan);

        Assert.Equal(scan, await StepScans.FindAsync(_database, "scan-1", default));
    }

    [StorageFact]
    public async Task Add_WhatWasKnownOfTheScanner_IsKept()
    {
        var scan = Scan("scan-1") with { SendsSeparators = true, SeparatorReplacement = "|" };

        await AddAsync(scan);

        Assert.Equal(new('|', SendsSeparators: true), (await StepScans.FindAsync(_database, "scan-1", default))!.Scanner);
        Assert.Equal(Scans.ScannerSetup.Unproven, Scan("scan-2").Scanner);
    }

    [StorageFact]
    public async Task Add_WithItsEntry_IsKept()
    {
        var typed = Scan("scan-1") with { EntryMethod = "typed", TypedReason = "label-damaged", KeyCount = 13, KeyMedianMs = 142.5, KeyEnd = "Enter" };

        await AddAsync(typed);

        Assert.Equal(typed, await StepScans.FindAsync(_database, "scan-1", default));
        Assert.Equal([typed], await StepScans.ListAsync(_database, "attempt-1", default));
    }

    [StorageTheory]
    [InlineData("update scan set verdict = 'Accepted'")]
    [InlineData("delete from scan")]
    public async Task Triggers_ChangeOrDelete_AreRefused(string sql)
    {
        await AddAsync(Scan("scan-1"));

        await Assert.ThrowsAnyAsync<DbException>(() => _database.WriteAsync(uow => uow.ExecuteAsync(sql, null, default)));
    }

    [StorageFact]
    public async Task TryFinish_DoubleClick_AnswersTheEarlierResult()
    {
        var first = new FinishedAttempt { AttemptId = "attempt-1", Stream = "chain", Version = 4, At = A.Moment };

        Assert.Null(await FinishAsync(first));
        Assert.Equal(first, await FinishAsync(first with { Version = 5 }));
        Assert.Equal(first, await FinishedAttempts.FindAsync(_database, "attempt-1", default));
        Assert.Null(await FinishedAttempts.FindAsync(_database, "attempt-2", default));
    }

    private static StepScanRow Scan(string clientScanId) => new()
    {
        ClientScanId = clientScanId,
        AttemptId = "attempt-1",
        Step = "ReceiveCollection",
        Raw = "=A99992600000100",
        Code = "Donation A999926000001",
        EntryMethod = "Scanned",
        Verdict = "Accepted",
        Person = "A9999000017",
        Station = "&w0000000001",
        At = A.Moment,
    };

    private Task<bool> AddAsync(StepScanRow scan) => _database.WriteAsync(uow => StepScans.AddAsync(uow, scan, default));

    private Task<FinishedAttempt?> FinishAsync(FinishedAttempt attempt) =>
        _database.WriteAsync(uow => FinishedAttempts.TryFinishAsync(uow, attempt, default));
}

public sealed class StepScansOnSqlite(SqliteFixture fixture) : StepScansContract(fixture), IClassFixture<SqliteFixture>;

public sealed class StepScansOnPostgres(PostgresFixture fixture) : StepScansContract(fixture), IClassFixture<PostgresFixture>;
