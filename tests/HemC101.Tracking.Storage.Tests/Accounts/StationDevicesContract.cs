using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public abstract class StationDevicesContract(IStorageFixture fixture)
{
    private static KnownPeople Nobody => new();

    private static readonly HouseId Tablet = HouseId.Issue(HouseKind.Station, 1);
    private static readonly HouseId Desk = HouseId.Issue(HouseKind.Station, 2);

    [StorageFact]
    public async Task Find_Registered_IsTheStation_UntilItIsRevoked()
    {
        await using var database = await HouseAsync();
        var device = Device(Tablet, "a");
        await WriteAsync(database, work => StationDevices.PutAsync(work, device, default));

        Assert.Equal(device, await StationDevices.FindAsync(database, "hash a", default));
        Assert.Null(await StationDevices.FindAsync(database, "hash b", default));

        Assert.False(await WriteAsync(database, work => StationDevices.RemoveAsync(work, Tablet, "device b", default)));
        Assert.True(await WriteAsync(database, work => StationDevices.RemoveAsync(work, Tablet, "device a", default)));
        Assert.Null(await StationDevices.FindAsync(database, "hash a", default));
    }

    [StorageFact]
    public async Task Put_Again_LeavesOneBrowser()
    {
        await using var database = await HouseAsync();
        await WriteAsync(database, work => StationDevices.PutAsync(work, Device(Tablet, "a"), default));
        await WriteAsync(database, work => StationDevices.SeeAsync(work, "device a", Anybody.Then, default));
        await WriteAsync(database, work => StationDevices.PutAsync(work, Device(Tablet, "b"), default));

        Assert.Null(await StationDevices.FindAsync(database, "hash a", default));
        Assert.Equal(Device(Tablet, "b"), Assert.Single(await StationDevices.ListAsync(database, default)));
    }

    [StorageFact]
    public async Task Find_StationOutOfUse_IsNone_AndComesBackWithIt()
    {
        await using var database = await HouseAsync();
        await WriteAsync(database, work => StationDevices.PutAsync(work, Device(Tablet, "a"), default));
        await WriteAsync(database, work => HouseThings.MoveAsync(work, Tablet, HouseStatus.Released, HouseStatus.Quarantine, default));

        Assert.Null(await StationDevices.FindAsync(database, "hash a", default));

        await WriteAsync(database, work => HouseThings.MoveAsync(work, Tablet, HouseStatus.Quarantine, HouseStatus.Released, default));
        Assert.NotNull(await StationDevices.FindAsync(database, "hash a", default));
    }

    [StorageFact]
    public async Task Pairing_IsTakenOnceAndInTime()
    {
        await using var database = await HouseAsync();
        var pairing = Pairing(Tablet, "code");
        await WriteAsync(database, work => StationPairings.PutAsync(work, pairing, default));

        Assert.Null(await TakeAsync(database, "another", Anybody.Then));
        Assert.Equal(pairing, await TakeAsync(database, "code", pairing.Until.AddMilliseconds(-1)));
        Assert.Null(await TakeAsync(database, "code", Anybody.Then));

        await WriteAsync(database, work => StationPairings.PutAsync(work, pairing, default));
        Assert.Null(await TakeAsync(database, "code", pairing.Until));
    }

    [StorageFact]
    public async Task Pairing_OfferedAgain_OrRemoved_IsWorthNothing()
    {
        await using var database = await HouseAsync();
        await WriteAsync(database, work => StationPairings.PutAsync(work, Pairing(Tablet, "first"), default));
        Assert.True(await WriteAsync(database, work => StationPairings.PutAsync(work, Pairing(Tablet, "second"), default)));
        Assert.Null(await TakeAsync(database, "first", Anybody.Then));

        await WriteAsync(database, work => StationPairings.RemoveAsync(work, Tablet, default));
        Assert.Null(await TakeAsync(database, "second", Anybody.Then));
    }

    [StorageFact]
    public async Task Pairing_ManyAtOnce_OnlyOneGetsIt()
    {
        await using var database = await HouseAsync();
        await WriteAsync(database, work => StationPairings.PutAsync(work, Pairing(Tablet, "code"), default));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TakeAsync(database, "code", Anybody.Then)));

        Assert.Single(answers, taken => taken is not null);
    }

    [StorageFact]
    public async Task Session_KnowsItsProof_ItsStation_AndWhetherThereIsAny()
    {
        await using var database = await HouseAsync();
        var account = await Anybody.AddedAsync(database);
        var colleague = StaffNumber.Issue(FacilityNumber.Parse("A9999"), 7);
        var proof = new SessionProof(AuthenticationMethod.BadgeAndPin, AuthenticationMethod.Passkey, colleague);
        await WriteAsync(database, work => Sessions.OpenAsync(work, "s1", account.StaffNo, proof, $"{Tablet}", Anybody.Then, default));
        await WriteAsync(database, work => Sessions.OpenAsync(work, "s2", account.StaffNo, new(AuthenticationMethod.Password), "number", Anybody.Then, default));

        var before = await Sessions.FindPersonAsync(database, Nobody, "s1", default);
        await WriteAsync(database, work => StationDevices.PutAsync(work, Device(Tablet, "a"), default));
        var after = await Sessions.FindPersonAsync(database, Nobody, "s2", default);

        Assert.Equal((proof, false), (before!.Proof, before.AnyStation));
        Assert.Equal((new SessionProof(AuthenticationMethod.Password), true), (after!.Proof, after.AnyStation));
        var open = await Sessions.ListOpenAsync(database, account.StaffNo, Anybody.Then.AddMinutes(-1), default);
        Assert.Equal([("s1", StationType.Ward, AuthenticationMethod.Passkey), ("s2", null, null)], open.Select(row => (row.SessionId, row.Type, row.SecondFactor)));
    }

    [StorageFact]
    public async Task End_Twice_IsAnsweredOnce()
    {
        await using var database = await HouseAsync();
        var account = await Anybody.AddedAsync(database);
        await WriteAsync(database, work => Sessions.OpenAsync(work, "s1", account.StaffNo, new(AuthenticationMethod.Password), null, Anybody.Then, default));

        Assert.True(await WriteAsync(database, work => Sessions.EndAsync(work, "s1", Anybody.Then, default)));
        Assert.False(await WriteAsync(database, work => Sessions.EndAsync(work, "s1", Anybody.Then, default)));
    }

    private static StationDeviceRow Device(HouseId station, string name) => new()
    {
        HouseId = station,
        DeviceId = $"device {name}",
        Type = StationType.Ward,
        SecretHash = $"hash {name}",
        RegisteredBy = StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1),
        RegisteredAt = Anybody.Then,
    };

    private static StationPairingRow Pairing(HouseId station, string code) => new()
    {
        HouseId = station,
        Type = StationType.Laboratory,
        CodeHash = code,
        OfferedBy = StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1),
        Until = Anybody.Then.AddMinutes(15),
    };

    private static Task<StationPairingRow?> TakeAsync(Database database, string code, DateTimeOffset now) =>
        WriteAsync(database, work => StationPairings.TakeAsync(work, code, now, default));

    private static async Task WriteAsync(Database database, Func<UnitOfWork, Task> write)
    {
        await using var work = await database.BeginAsync(default);
        await write(work);
        await work.CommitAsync(default);
    }

    private static async Task<T> WriteAsync<T>(Database database, Func<UnitOfWork, Task<T>> write)
    {
        await using var work = await database.BeginAsync(default);
        var answer = await write(work);
        await work.CommitAsync(default);
        return answer;
    }

    private async Task<Database> HouseAsync()
    {
        var database = fixture.NewDatabase();
        foreach (var id in new[] { Tablet, Desk })
        {
            var thing = new HouseThingRow
            {
                HouseId = id,
                Kind = HouseKind.Station,
                NameRu = "Планшет",
                NameEn = "Tablet",
                Status = HouseStatus.Released,
                CreatedAt = Anybody.Then,
            };
            await WriteAsync(database, work => HouseThings.AddAsync(work, thing, default));
        }

        return database;
    }
}

public sealed class StationDevicesOnSqlite(SqliteFixture fixture) : StationDevicesContract(fixture), IClassFixture<SqliteFixture>;

public sealed class StationDevicesOnPostgres(PostgresFixture fixture) : StationDevicesContract(fixture), IClassFixture<PostgresFixture>;
