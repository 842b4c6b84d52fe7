using System.Data.Common;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class LabelPrintsContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_EveryColumnSet_ComesBackAsItWentIn()
    {
        var facility = FacilityNumber.Parse("A9999");
        var print = A.Print(1) with
        {
            SubjectNo = A.Subject,
            Donation = DonationNumber.Issue(facility, 2026, 1),
            Bag = DoseBagId.Parse("A999926000001YA0011A0"),
            Batch = BatchNumber.Issue(2026, 1),
            HouseId = HouseId.Issue(HouseKind.Seal, 1),
            StaffNo = StaffNumber.Issue(facility, 1),
            Reason = "Смазан при печати",
        };

        Assert.True(await AddAsync(print));

        Assert.Equal(print, await Labels(1));
    }

    [StorageFact]
    public async Task Add_SerialTaken_AnswersFalse()
    {
        await AddAsync(A.Print(1));

        Assert.False(await AddAsync(A.Print(1) with { Symbol = "other" }));

        Assert.Equal(A.Print(1), await Labels(1));
    }

    [StorageFact]
    public async Task Add_SupersedesAnother_PutsItOutOfUse()
    {
        await AddAsync(A.Print(1));

        Assert.True(await AddAsync(A.Print(2, PrintSerial.Issue(1)) with { Reason = "Порван" }));

        var old = await Labels(1);
        Assert.Equal((LabelPrintState.Superseded, "Порван"), (old!.State, old.Reason));
        Assert.Equal(2, (await LabelPrints.ListAsync(_database, A.Coi, default)).Count);
    }

    [StorageTheory]
    [InlineData(LabelPrintState.Void)]
    [InlineData(LabelPrintState.Superseded)]
    public async Task Add_SupersedesWhatIsOutOfUse_IsRefused(LabelPrintState state)
    {
        await AddAsync(A.Print(1) with { State = state });

        Assert.False(await AddAsync(A.Print(2, PrintSerial.Issue(1))));
        Assert.False(await AddAsync(A.Print(3, PrintSerial.Issue(99))));

        Assert.Null(await Labels(2));
        Assert.Null(await Labels(3));
    }

    [StorageFact]
    public async Task Move_SomeoneElseWasFirst_AnswersFalse()
    {
        await AddAsync(A.Print(1));

        Assert.True(await MoveAsync(LabelPrintState.Queued, LabelPrintState.Printed, null));
        Assert.False(await MoveAsync(LabelPrintState.Queued, LabelPrintState.Void, "torn"));
        Assert.True(await MoveAsync(LabelPrintState.Printed, LabelPrintState.Void, "torn"));

        Assert.Equal("torn", (await Labels(1))!.Reason);
    }

    [StorageFact]
    public async Task Delete_AnyPrint_IsRefused()
    {
        await AddAsync(A.Print(1));

        await Assert.ThrowsAnyAsync<DbException>(
            () => _database.WriteAsync(uow => uow.ExecuteAsync("delete from label_print", null, default)));
    }

    private Task<bool> AddAsync(LabelPrintRow print) => _database.WriteAsync(uow => LabelPrints.AddAsync(uow, print, default));

    private Task<bool> MoveAsync(LabelPrintState from, LabelPrintState to, string? reason) =>
        _database.WriteAsync(uow => LabelPrints.MoveAsync(uow, PrintSerial.Issue(1), from, to, reason, A.Moment, default));

    private Task<LabelPrintRow?> Labels(long serial) => LabelPrints.FindAsync(_database, PrintSerial.Issue(serial), default);
}

public sealed class LabelPrintsOnSqlite(SqliteFixture fixture) : LabelPrintsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class LabelPrintsOnPostgres(PostgresFixture fixture) : LabelPrintsContract(fixture), IClassFixture<PostgresFixture>;
