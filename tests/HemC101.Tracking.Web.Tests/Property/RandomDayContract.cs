using CsCheck;
using HemC101.Tracking.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>A slice of what the benchmark does for hours (<c>tests/bench --only property</c>).</summary>
public abstract class RandomDayContract(ITestOutputHelper output)
{
    private const int Commands = 160;

    private static readonly Gen<Order[]> Days = Gen.Select(
        Gen.Int[0, 99], Gen.Int[0, Order.Picks - 1], Gen.Int[0, Order.Twists - 1], Gen.Int[0, Order.People - 1], Gen.Int[0, Order.LongestWait - 1], Order.Of).Array[Commands];

    /// <summary>Each day on a copy, so that one that failed can be lived again, and shortened.</summary>
    private protected async Task LiveAsync(ServerDatabase? server)
    {
        using var before = await DayBefore.LiveAsync(server);
        await Days.SampleAsync(
            async orders =>
            {
                await using var day = before.Next();
                await day.RunAsync(orders);
                await day.CheckAsync();
                output.WriteLine(day.Tally.ToString());
                Assert.True(day.Tally.Taken > Commands / 8, day.Tally.ToString());
            },
            iter: 1,
            threads: 1);
    }
}

public sealed class RandomDayOnSqlite(ITestOutputHelper output) : RandomDayContract(output)
{
    [Fact]
    public Task Day_OfRandomCommands_LeavesEverythingWhole() => LiveAsync(null);
}

public sealed class RandomDayOnPostgres(ITestOutputHelper output) : RandomDayContract(output)
{
    [PostgresFact]
    public Task Day_OfRandomCommands_LeavesEverythingWhole() => LiveAsync(new());
}
