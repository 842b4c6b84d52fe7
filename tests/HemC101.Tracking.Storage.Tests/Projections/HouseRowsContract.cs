using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Projections;

/// <summary>Rows beside the streams that belong to no chain, held against these streams.</summary>
public abstract class HouseRowsContract(IStorageFixture fixture)
{
    private const string Signed = """{"Number":1,"Bag":"P000000001","Tag":"P000000002","Signatures":[{"By":"A999900017K"}]}""";

    private readonly Database _database = fixture.NewDatabase();

    public static TheoryData<string, string> Acts => new()
    {
        { "study-settings", "StudySettingsIssued" },
        { "study-settings", "StudyHoldPlaced" },
        { "study-settings", "StudyHoldReleased" },
        { "label-templates", "LabelTemplatesApproved" },
        { "house/&e0000000001", "RecallLifted" },
        { "recall-drill", "MockRecallFiled" },
        { "audit/2026", "TrailReviewed" },
        { "fallback/A999926000001", "FallbackSetIssued" },
        { "fallback/A999926000001", "FallbackSetDestroyed" },
        { "fallback-count", "FallbackSetsCounted" },
    };

    [StorageTheory]
    [MemberData(nameof(Acts))]
    public async Task Attempt_OfASignedPage_TakenAwayMovedOrDoubled_IsFound(string stream, string type)
    {
        await _database.AppendAsync(stream, 0, A.Entry("Before"), A.Entry(type, Signed));
        await FinishAsync(stream, 2);
        Assert.Null(await AttemptsAsync());

        fixture.Tamper(_database, "insert into finished_attempt (attempt_id, stream, version, content, at) select 'z', stream, version, content, at from finished_attempt");
        Assert.Equal(new("finished_attempt", "z", Divergence.Foreign), await AttemptsAsync());
        fixture.Tamper(_database, "delete from finished_attempt where attempt_id = 'z'; update finished_attempt set version = 1");
        Assert.Equal(new("finished_attempt", $"{stream} 2", Divergence.Changed), await AttemptsAsync());
        fixture.Tamper(_database, "update finished_attempt set version = 2, at = '2026-03-01T09:30:15.124Z'");
        Assert.Equal(new("finished_attempt", $"{stream} 2", Divergence.Changed), await AttemptsAsync());
        fixture.Tamper(_database, "delete from finished_attempt");
        Assert.Equal(new("finished_attempt", $"{stream} 2", Divergence.Missing), await AttemptsAsync());
    }

    [StorageFact]
    public async Task Attempt_OfSeveralSetsPrintedAtOnce_IsOne_AndOfTheNextPrintAnother()
    {
        await PrintSetsAsync(1, 2);
        await PrintSetsAsync(3, 4);
        await FinishAsync("fallback/A999926000001", 1);
        Assert.Equal(new("finished_attempt", "fallback/A999926000003 1", Divergence.Missing), await AttemptsAsync());

        await FinishAsync("fallback/A999926000003", 1);

        Assert.Null(await AttemptsAsync());
    }

    [StorageFact]
    public async Task Plate_OfAThing_ChangedOrPutBeside_IsFound()
    {
        var plate = A.Print(1) with { Kind = Steps.LabelKind.HouseThing, Carrier = Steps.Carrier.Plate, Coi = null, HouseId = HouseId.Parse("&e0000000001"), Symbol = "&e0000000001", PrintedBy = "A9999-00017" };
        await _database.AppendAsync("house/&e0000000001", 0, A.Entry("PlatePrinted", """{"Serial":"P000000001"}"""));
        await _database.WriteAsync(uow => LabelPrints.AddAsync(uow, plate, default));
        Assert.Null(await PrintsAsync());

        fixture.Tamper(_database, "update label_print set house_id = '&e0000000002'");
        Assert.Equal(new("label_print", "P000000001", Divergence.Changed), await PrintsAsync());
        fixture.Tamper(_database, "update label_print set house_id = '&e0000000001', state = 'Printed'");
        Assert.Null(await PrintsAsync());
        await _database.WriteAsync(uow => LabelPrints.AddAsync(uow, plate with { Serial = PrintSerial.Issue(2) }, default));
        Assert.Equal(new("label_print", "P000000002", Divergence.Foreign), await PrintsAsync());
    }

    [StorageTheory]
    [InlineData("update scanner_standing set tested_at = '2026-03-02T09:30:15.123Z'", Divergence.Changed)]
    [InlineData("update scanner_standing set place = 'W-2'", Divergence.Changed)]
    [InlineData("update scanner_standing set separator_replacement = '%'", Divergence.Changed)]
    [InlineData("delete from scanner_standing", Divergence.Missing)]
    [InlineData("update scanner_standing set device = 'd2'", Divergence.Missing)]
    public async Task Scanner_WhoseStandingWasForged_IsFound(string forgery, Divergence what)
    {
        await _database.AppendAsync("scanner/d1", 0, new NewEntry(
            "ScannerTested", 1, A.Moment, "A999900017K", "Ward", """{"testId":"t","place":"W-1","passed":true,"symbols":[],"sendsPrefix":true,"sendsSeparators":true}"""));
        await _database.WriteAsync(uow => ScannerTests.PutStandingAsync(
            uow,
            new()
            {
                Device = "d1",
                Version = 1,
                Station = "Ward",
                Place = "W-1",
                StaffNo = StaffNumber.Parse("A999900017K"),
                TestedAt = A.Moment,
                Passed = true,
                SendsSeparators = true,
            },
            default));
        Assert.Null(await ScannersAsync());

        fixture.Tamper(_database, forgery);

        Assert.Equal(new("scanner_standing", "d1", what), await ScannersAsync());
    }

    /// <summary>In one transaction, as the page does.</summary>
    private Task PrintSetsAsync(params int[] numbers) => _database.WriteAsync(async uow =>
    {
        foreach (var number in numbers)
        {
            Assert.IsType<Appended.Ok>(await EventLedger.AppendAsync(uow, $"fallback/A99992600000{number}", 0, A.Moment, [A.Entry("FallbackSetPrinted", Signed.Replace("K", $"{numbers[0]}"))], default));
        }
    });

    private async Task FinishAsync(string stream, int version) => await _database.WriteAsync(uow => FinishedAttempts.TryFinishAsync(
        uow, new FinishedAttempt { AttemptId = $"{stream} {version}", Stream = stream, Version = version, At = A.Moment }, default));

    private async Task<DivergedRow?> AttemptsAsync()
    {
        await using var session = await _database.ReadAsync(default);
        return await HouseAttemptCheck.FindAsync(session, default);
    }

    private async Task<DivergedRow?> PrintsAsync()
    {
        await using var session = await _database.ReadAsync(default);
        return await HousePrintCheck.FindAsync(session, new Dictionary<PrintSerial, Chain.PrintState>(), default);
    }

    private async Task<DivergedRow?> ScannersAsync()
    {
        await using var session = await _database.ReadAsync(default);
        return await ScannerCheck.FindAsync(session, default);
    }
}

public sealed class HouseRowsOnSqlite(SqliteFixture fixture) : HouseRowsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class HouseRowsOnPostgres(PostgresFixture fixture) : HouseRowsContract(fixture), IClassFixture<PostgresFixture>;
