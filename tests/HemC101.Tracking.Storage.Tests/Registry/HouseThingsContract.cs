using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class HouseThingsContract(IStorageFixture fixture)
{
    private static readonly CoiId Other = CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 8);
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Add_MaterialLot_IsFoundByIdLotAndKind()
    {
        var lot = Thing(HouseKind.MaterialLot, 1) with
        {
            MaterialKind = MaterialKind.Medium,
            ManufacturerLot = "LOT-Ж/1",
            Gtin = "04600001000014",
            ExpiresOn = new DateOnly(2027, 2, 28),
        };
        await AddAsync(lot);
        await AddAsync(Thing(HouseKind.Equipment, 1));

        Assert.Equal(lot, await HouseThings.FindAsync(_database, lot.HouseId, default));
        Assert.Equal([lot], await HouseThings.ListLotAsync(_database, "04600001000014", "LOT-Ж/1", default));
        Assert.Equal([lot], await HouseThings.ListAsync(_database, HouseKind.MaterialLot, default));
        Assert.Empty(await HouseThings.ListLotAsync(_database, "04600001000014", "lot-ж/1", default));
    }

    [StorageFact]
    public async Task Deliveries_AreThoseOfTheSameProductAndLot()
    {
        var lot = Thing(HouseKind.MaterialLot, 1) with { MaterialKind = MaterialKind.Medium, ManufacturerLot = "LOT1", Gtin = "04600001000014" };
        var again = lot with { HouseId = HouseId.Issue(HouseKind.MaterialLot, 2) };
        var bare = lot with { HouseId = HouseId.Issue(HouseKind.MaterialLot, 3), Gtin = null };
        var bareAgain = bare with { HouseId = HouseId.Issue(HouseKind.MaterialLot, 4) };
        var bareOther = bare with { HouseId = HouseId.Issue(HouseKind.MaterialLot, 5), MaterialKind = MaterialKind.Vector };
        HouseThingRow[] things = [lot, again, bare, bareAgain, bareOther, Thing(HouseKind.Equipment, 1), Thing(HouseKind.Equipment, 2)];
        foreach (var thing in things)
        {
            await AddAsync(thing);
        }

        Assert.Equal([lot, again], await HouseThings.ListDeliveriesAsync(_database, again.HouseId, default));
        Assert.Equal([bare, bareAgain], await HouseThings.ListDeliveriesAsync(_database, bare.HouseId, default));
        Assert.Equal([bareOther], await HouseThings.ListDeliveriesAsync(_database, bareOther.HouseId, default));
        Assert.Equal([things[5]], await HouseThings.ListDeliveriesAsync(_database, things[5].HouseId, default));
        Assert.Empty(await HouseThings.ListDeliveriesAsync(_database, HouseId.Issue(HouseKind.MaterialLot, 9), default));
    }

    [StorageFact]
    public async Task Add_IdentifierTaken_AnswersFalse()
    {
        Assert.True(await AddAsync(Thing(HouseKind.Equipment, 1)));
        Assert.False(await AddAsync(Thing(HouseKind.Equipment, 1)));
    }

    [StorageFact]
    public async Task Occupy_AnotherChainIsOpenThere_AnswersFalseUntilItIsFree()
    {
        var cabinet = Thing(HouseKind.Equipment, 1);
        await AddAsync(cabinet);

        Assert.True(await OccupyAsync(cabinet, A.Coi));
        Assert.True(await OccupyAsync(cabinet, A.Coi));
        Assert.False(await OccupyAsync(cabinet, Other));
        Assert.False(await FreeAsync(cabinet, Other));
        Assert.True(await FreeAsync(cabinet, A.Coi));
        Assert.True(await OccupyAsync(cabinet, Other));

        Assert.Equal(Other, (await HouseThings.FindAsync(_database, cabinet.HouseId, default))!.OccupiedBy);
    }

    [StorageFact]
    public async Task Occupy_UnknownThing_AnswersFalse() => Assert.False(await OccupyAsync(Thing(HouseKind.Equipment, 9), A.Coi));

    [StorageFact]
    public async Task Move_SomeoneElseWasFirst_AnswersFalse()
    {
        var lot = Thing(HouseKind.MaterialLot, 1) with { Status = HouseStatus.Quarantine };
        await AddAsync(lot);

        Assert.True(await MoveAsync(lot, HouseStatus.Quarantine, HouseStatus.Rejected));
        Assert.False(await MoveAsync(lot, HouseStatus.Quarantine, HouseStatus.Released));
    }

    private static HouseThingRow Thing(HouseKind kind, long sequence) => new()
    {
        HouseId = HouseId.Issue(kind, sequence),
        Kind = kind,
        NameRu = "Бокс биологической безопасности",
        NameEn = "Biosafety cabinet",
        Status = HouseStatus.Released,
        CreatedAt = A.Moment,
    };

    private Task<bool> AddAsync(HouseThingRow thing) => _database.WriteAsync(uow => HouseThings.AddAsync(uow, thing, default));

    private Task<bool> OccupyAsync(HouseThingRow thing, CoiId coi) =>
        _database.WriteAsync(uow => HouseThings.OccupyAsync(uow, thing.HouseId, coi, default));

    private Task<bool> FreeAsync(HouseThingRow thing, CoiId coi) =>
        _database.WriteAsync(uow => HouseThings.FreeAsync(uow, thing.HouseId, coi, default));

    private Task<bool> MoveAsync(HouseThingRow thing, HouseStatus from, HouseStatus to) =>
        _database.WriteAsync(uow => HouseThings.MoveAsync(uow, thing.HouseId, from, to, default));
}

public sealed class HouseThingsOnSqlite(SqliteFixture fixture) : HouseThingsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class HouseThingsOnPostgres(PostgresFixture fixture) : HouseThingsContract(fixture), IClassFixture<PostgresFixture>;
