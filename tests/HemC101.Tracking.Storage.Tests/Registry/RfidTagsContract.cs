using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Chains;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class RfidTagsContract(IStorageFixture fixture)
{
    private static readonly RfidTag Tag = RfidTag.Parse("E28011606000020900000A01");

    private static readonly DoseBagId Bag = DoseBagId.Of(DonationNumber.Issue(FacilityNumber.Parse("A9999"), 2026, 1), ProductCode.Parse("YA0011A0"));

    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task Owner_OfATagThatWasAttached_IsItsChain_AndOfAnotherNobody()
    {
        Assert.Null(await RfidTags.OwnerAsync(_database, Tag, default));

        await AppendAsync(new TagAttached(Bag, Carrier.PrimaryBag, Tag));

        Assert.Equal(A.Coi, await RfidTags.OwnerAsync(_database, Tag, default));
        Assert.Null(await RfidTags.OwnerAsync(_database, RfidTag.Parse("E28011606000020900000A02"), default));
    }

    /// <summary>Given up for dead it stays what it was.</summary>
    [StorageFact]
    public async Task Owner_OfADeadTag_IsItsChain()
    {
        await AppendAsync(new TagAttached(Bag, Carrier.Cassette, Tag), new TagDied(Bag, Carrier.Cassette, "silent"));

        Assert.Equal(A.Coi, await RfidTags.OwnerAsync(_database, Tag, default));
    }

    private async Task AppendAsync(params ChainEvent[] events)
    {
        var act = new Act(StaffNumber.Issue(FacilityNumber.Parse("A9999"), 17), "Laboratory", A.Moment, A.Moment, "split.fill-day1", [], [], "1");
        Assert.IsType<Appended.Ok>(await _database.AppendAsync(
            ChainStreams.StreamOf(A.Coi), 0, [.. events.Select(what => A.Entry(EventCodec.TypeOf(what), EventCodec.Write(what, act)))]));
    }
}

public sealed class RfidTagsOnSqlite(SqliteFixture fixture) : RfidTagsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class RfidTagsOnPostgres(PostgresFixture fixture) : RfidTagsContract(fixture), IClassFixture<PostgresFixture>;
