using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Tests.Accounts;

public sealed class PersonNumbersTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Next_ManyAtOnce_EachOnlyOnce()
    {
        await using var database = fixture.NewDatabase();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => NextAsync(database)));

        Assert.Equal(Enumerable.Range(1, 10), numbers.Order());
    }

    private static async Task<int> NextAsync(Database database)
    {
        await using var work = await database.BeginAsync(default);
        var number = await PersonNumbers.NextStaffAsync(work, default);
        await work.CommitAsync(default);
        return number;
    }
}
