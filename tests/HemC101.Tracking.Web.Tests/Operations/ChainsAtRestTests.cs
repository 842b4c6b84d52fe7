using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Tests.Commands;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Operations;

public sealed class ChainsAtRestTests : IClassFixture<HandedOverFile>, IDisposable
{
    private readonly Terminal _terminal = new();

    public ChainsAtRestTests(HandedOverFile filled)
    {
        ArgumentNullException.ThrowIfNull(filled);
        filled.CopyTo(_terminal.Database);
    }

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Awake_IsTheChainWithWorkOnIt()
    {
        await using var database = new Database(_terminal.Database);

        Assert.Equal(2, (await ChainRows.ListAsync(database, default)).Count);
        Assert.NotEqual(ProductState.Completed, Assert.Single(await ChainRows.ListAwakeAsync(database, default)).ProductState);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("'an older edition'")]
    public async Task FoundByAnotherEdition_IsAwakeUntilLookedAtAgain_AndVerifies(string edition)
    {
        Write($"update chain set at_rest = {edition}");
        await using var database = new Database(_terminal.Database);
        var before = await ChainRows.ListAwakeAsync(database, default);
        Assert.Equal(0, (await _terminal.HereAsync("", "verify")).Code);

        var looked = await RestRefresh.RunAsync(database, default);

        Assert.Equal((2, 2), (before.Count, looked));
        Assert.Single(await ChainRows.ListAwakeAsync(database, default));
        Assert.Equal(0, await RestRefresh.RunAsync(database, default));
        Assert.Equal(0, (await _terminal.HereAsync("", "verify")).Code);
    }

    [Fact]
    public async Task ForgedRest_ThatWouldHideWork_IsFound()
    {
        Write($"update chain set at_rest = '{RuleBook.Edition}'");

        var (code, _, error) = await _terminal.HereAsync("", "verify");

        Assert.Equal(1, code);
        Assert.Contains("able chain", error, StringComparison.Ordinal);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "The statements stand above.")]
    private void Write(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_terminal.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
