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

    /// <param name="begin">A new database for each day, so that a day that failed can be lived again, and shortened.</param>
    private protected Task LiveAsync(Func<Task<RandomDay>> begin) => Days.SampleAsync(
        async orders =>
        {
            await using var day = await begin();
            await day.RunAsync(orders);
            await day.CheckAsync();
            output.WriteLine(day.Tally.ToString());
            Assert.True(day.Tally.Taken > Commands / 8, day.Tally.ToString());
        },
        iter: 1,
        threads: 1);
}

public sealed class RandomDayOnSqlite(ITestOutputHelper output) : RandomDayContract(output)
{
    [Fact]
    public Task Day_OfRandomCommands_LeavesEverythingWhole() => LiveAsync(() => RandomDay.BeginAsync(null));
}

public sealed class RandomDayOnPostgres(ITestOutputHelper output) : RandomDayContract(output)
{
    [PostgresFact]
    public Task Day_OfRandomCommands_LeavesEverythingWhole() => LiveAsync(() => RandomDay.BeginAsync(new ServerDatabase()));
}
