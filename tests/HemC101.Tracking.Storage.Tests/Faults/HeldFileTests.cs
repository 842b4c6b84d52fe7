using Dapper;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>Another program writes to the file, or keeps it for itself.</summary>
public sealed class HeldFileTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static readonly WriterLimits Hasty = new() { LockPatience = TimeSpan.Zero };

    private readonly DatabaseAddress _address = fixture.NewDatabase().Address;

    [Fact]
    public async Task Held_WritersAreTold_ReadersReadOn_AndItGoesOnWhenItIsLetGo()
    {
        await using var database = new Database(_address, Hasty);
        await database.AppendAsync("a", 0, A.Entry());
        await using var other = Open();
        await other.ExecuteAsync("begin immediate");

        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => database.AppendAsync("b", 0, A.Entry()));

        Assert.Contains("занят другой программой. Ничего не записано", refused.Text.Ru, StringComparison.Ordinal);
        Assert.Contains("is held by another program. Nothing was recorded", refused.Text.En, StringComparison.Ordinal);
        Assert.Single(await EventLedger.ReadStreamAsync(database, "a", default));
        await other.ExecuteAsync("rollback");
        Assert.Equal(new Appended.Ok(1), await database.AppendAsync("b", 0, A.Entry()));
        Assert.Equal(new(2, null), await EventLedger.VerifyAsync(database, default));
    }

    [Fact]
    public async Task LetGoInTime_NobodyNotices()
    {
        await using var database = new Database(_address, new());
        await using var other = Open();
        await other.ExecuteAsync("begin immediate");

        var waiting = Enumerable.Range(0, 5).Select(i => Task.Run(() => database.AppendAsync($"{i}", 0, A.Entry()))).ToList();
        await Task.WhenAny([.. waiting, Task.Delay(TimeSpan.FromMilliseconds(200))]);
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
        await other.ExecuteAsync("rollback");

        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(new Appended.Ok(1), answer));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_address.Name};Pooling=False");
        connection.Open();
        return connection;
    }
}
