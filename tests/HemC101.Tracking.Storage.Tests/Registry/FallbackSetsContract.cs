using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Tests.Registry;

public abstract class FallbackSetsContract(IStorageFixture fixture)
{
    private readonly Database _database = fixture.NewDatabase();

    [StorageFact]
    public async Task List_ByDonation_ShowsSets_AndNoOtherStream()
    {
        var donations = new[] { 3, 12, 1 }.Select(number => DonationNumber.Issue(FacilityNumber.Parse("A9999"), 2026, number)).ToList();
        foreach (var donation in donations)
        {
            await _database.AppendAsync(FallbackSets.StreamOf(donation), 0, A.Entry("FallbackSetPrinted"));
        }

        await _database.AppendAsync(FallbackSets.CountStream, 0, A.Entry("FallbackSetsCounted"));

        Assert.Equal([donations[2], donations[0], donations[1]], await FallbackSets.ListAsync(_database, default));
    }
}

public sealed class FallbackSetsOnSqlite(SqliteFixture fixture) : FallbackSetsContract(fixture), IClassFixture<SqliteFixture>;

public sealed class FallbackSetsOnPostgres(PostgresFixture fixture) : FallbackSetsContract(fixture), IClassFixture<PostgresFixture>;
