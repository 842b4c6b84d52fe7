using System.Data.Common;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class ScannerTestsContract(IStorageFixture fixture)
{
    private const string Device = "0123456789abcdef0123456789abcdef";

    private readonly Database _database = fixture.NewDatabase();

    private static ScannerTestRow Test { get; } = new()
    {
        TestId = "test-1",
        Device = Device,
        Station = "Ward",
        Place = "POST-3",
        StaffNo = StaffNumber.Parse("A9999000017"),
        BegunAt = A.Moment,
    };

    private static ScannerTestScanRow Scan { get; } = new()
    {
        TestId = "test-1",
        Symbol = "supplier",
        Findings = """[{"fault":"SeparatorReplaced","detail":"|"}]""",
        SendsPrefix = true,
        SendsSeparators = true,
        SeparatorReplacement = "|",
        MedianMs = 7,
        At = A.Moment,
    };

    private static ScannerStandingRow Standing { get; } = new()
    {
        Device = Device,
        Version = 1,
        Station = "Ward",
        Place = "POST-3",
        StaffNo = StaffNumber.Parse("A9999000017"),
        TestedAt = A.Moment,
        Passed = true,
        SendsSeparators = true,
        SeparatorReplacement = "\u001E",
    };

    [Fact]
    public async Task Test_Begun_IsFoundByItsDeviceAlone()
    {
        await _database.WriteAsync(uow => BeginAsync(uow, Test));

        Assert.Equal(Test, await ScannerTests.FindAsync(_database, "test-1", Device, default));
        Assert.Null(await ScannerTests.FindAsync(_database, "test-1", "another device", default));
        Assert.Null(await ScannerTests.FindAsync(_database, "test-2", Device, default));
    }

    [Fact]
    public async Task Scan_OfOneSymbolManyTimesAtOnce_StandsOnce()
    {
        await _database.WriteAsync(uow => BeginAsync(uow, Test));

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => AddAsync(Scan with { MedianMs = at }))));
        await AddAsync(Scan with { Symbol = "donation", MedianMs = null, SeparatorReplacement = null, SendsSeparators = false });

        Assert.Single(added, true);
        Assert.Equal(["donation", "supplier"], (await ScannerTests.ListScansAsync(_database, "test-1", default)).Select(scan => scan.Symbol).Order());
        Assert.Empty(await ScannerTests.ListScansAsync(_database, "test-2", default));
    }

    [Fact]
    public async Task Scan_Written_IsReadAsItWas()
    {
        await _database.WriteAsync(uow => BeginAsync(uow, Test));
        await AddAsync(Scan);

        Assert.Equal([Scan], await ScannerTests.ListScansAsync(_database, "test-1", default));
    }

    [Fact]
    public async Task Scan_OfATestThatWasNeverBegun_IsRefused() => await Assert.ThrowsAnyAsync<DbException>(() => AddAsync(Scan));

    [Fact]
    public async Task Standing_PutAgain_IsTheLastOne()
    {
        Assert.Null(await ScannerTests.FindStandingAsync(_database, Device, default));
        await _database.WriteAsync(uow => PutAsync(uow, Standing));
        await _database.WriteAsync(uow => PutAsync(uow, Standing with { Device = "another device" }));

        var later = Standing with { Version = 2, Passed = false, SendsSeparators = false, SeparatorReplacement = null, TestedAt = A.Moment.AddHours(1) };
        await _database.WriteAsync(uow => PutAsync(uow, later));

        Assert.Equal(later, await ScannerTests.FindStandingAsync(_database, Device, default));
        Assert.Equal(Standing with { Device = "another device" }, await ScannerTests.FindStandingAsync(_database, "another device", default));
    }

    private static async Task<bool> BeginAsync(UnitOfWork uow, ScannerTestRow test)
    {
        await ScannerTests.BeginAsync(uow, test, default);
        return true;
    }

    private static async Task<bool> PutAsync(UnitOfWork uow, ScannerStandingRow standing)
    {
        await ScannerTests.PutStandingAsync(uow, standing, default);
        return true;
    }

    private Task<bool> AddAsync(ScannerTestScanRow scan) => _database.WriteAsync(uow => ScannerTests.AddScanAsync(uow, scan, default));
}

public sealed class ScannerTestsOnSqlite(SqliteFixture fixture) : ScannerTestsContract(fixture), IClassFixture<SqliteFixture>;
