using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests;

public abstract class TypeHandlersContract(IStorageFixture fixture)
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Ids_EveryKind_ComeBackAsTheyWentIn()
    {
        var donation = DonationNumber.Issue(Facility, 2026, 1);
        await ReturnsAsync(CoiId.Issue(Facility, 2026, 1));
        await ReturnsAsync(donation);
        await ReturnsAsync(DoseBagId.Parse("A999926000001YA0011Aa"));
        await ReturnsAsync(BatchNumber.Issue(2026, 1));
        await ReturnsAsync(PrintSerial.Issue(1));
        await ReturnsAsync(StaffNumber.Issue(Facility, 1));
        await ReturnsAsync(A.Key);
        await ReturnsAsync(A.Subject);
        await ReturnsAsync(HouseId.Issue(HouseKind.Equipment, 1));
        await ReturnsAsync(Digest.Of("x"u8));
        await ReturnsAsync<CoiId?>(null);
    }

    [StorageFact]
    public async Task Ids_AreStoredAsTheirText() =>
        Assert.Equal(A.Coi.ToString(), await _database.GetAsync<string>("select @value", new { value = A.Coi }, default));

    [StorageFact]
    public async Task Ids_StoredTextIsDamaged_IsNotRead() =>
        await Assert.ThrowsAnyAsync<Exception>(() => _database.GetAsync<Holder<CoiId>>("select 'CH?' as value", null, default));

    [StorageFact]
    public async Task Enums_EveryValue_IsStoredByItsName()
    {
        await AllReturnAsync<HouseKind>();
        await AllReturnAsync<Role>();
        await AllReturnAsync<LabelKind>();
        await AllReturnAsync<BandState>();
        Assert.Equal("Printed", await _database.GetAsync<string>("select @value", new { value = LabelPrintState.Printed }, default));
    }

    [StorageFact]
    public async Task Enums_ValueWithoutAName_IsNotStored() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ReturnsAsync((BandState)99));

    [StorageTheory]
    [InlineData("5")]
    [InlineData("bound")]
    [InlineData("")]
    public async Task Enums_UnknownText_IsNotRead(string text) =>
        await Assert.ThrowsAnyAsync<Exception>(() => _database.GetAsync<Holder<BandState>>("select @text as value", new { text }, default));

    [StorageTheory]
    [InlineData("2026-03-01T00:30:00+03:00", "2026-02-28T21:30:00.000Z")]
    [InlineData("2026-02-28T20:00:00.9999-05:30", "2026-03-01T01:30:00.999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    public async Task Instants_AnyOffset_AreStoredAsUtcOfFixedWidth(string given, string stored)
    {
        var instant = DateTimeOffset.Parse(given, null);

        Assert.Equal(stored, await _database.GetAsync<string>("select @instant", new { instant }, default));

        var back = await _database.GetAsync<Holder<DateTimeOffset>>("select @instant as value", new { instant }, default);
        Assert.Equal(Instants.CutToMilliseconds(instant), back.Value);
        Assert.Equal(TimeSpan.Zero, back.Value.Offset);
    }

    [StorageFact]
    public async Task Days_ComeBackAsTheyWentIn()
    {
        await ReturnsAsync(new DateOnly(2024, 2, 29));
        await ReturnsAsync<DateOnly?>(null);
    }

    private async Task AllReturnAsync<T>()
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            await ReturnsAsync(value);
            await ReturnsAsync<T?>(value);
        }
    }

    private async Task ReturnsAsync<T>(T value) =>
        Assert.Equal(value, (await _database.GetAsync<Holder<T>>("select @value as value", new { value }, default)).Value);

    private sealed record Holder<T>
    {
        public required T Value { get; init; }
    }
}

public sealed class TypeHandlersOnSqlite(SqliteFixture fixture) : TypeHandlersContract(fixture), IClassFixture<SqliteFixture>;

public sealed class TypeHandlersOnPostgres(PostgresFixture fixture) : TypeHandlersContract(fixture), IClassFixture<PostgresFixture>;
