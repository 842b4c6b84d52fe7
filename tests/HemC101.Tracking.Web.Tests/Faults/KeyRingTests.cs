using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Tests.Commands;

namespace HemC101.Tracking.Web.Tests.Faults;

/// <summary>A database whose key ring is missing or another one: nobody may learn of it at the bed.</summary>
public sealed class KeyRingTests : IAsyncLifetime
{
    private FaultySite _site = null!;

    private string Ring => Path.Combine(Path.GetDirectoryName(_site.DatabaseFile)!, "keys");

    public async Task InitializeAsync()
    {
        _site = await FaultySite.FillAsync();
        await _site.StartAsync();
        await _site.EnrolAsync();
        await _site.KillAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Start_WithoutTheRing_OrWithAnother_IsRefused_AndNoneIsMade()
    {
        var (away, other) = (Ring + "-away", Ring + "-other");
        Directory.Move(Ring, away);
        await RefusesAsync();
        Assert.Empty(Directory.GetFiles(Ring));

        await using (var elsewhere = await FaultySite.FillAsync())
        {
            Directory.Delete(Ring);
            Directory.Move(Path.Combine(Path.GetDirectoryName(elsewhere.DatabaseFile)!, "keys"), Ring);
            await RefusesAsync();
        }

        Directory.Move(Ring, other);
        Directory.Move(away, Ring);
        await _site.StartAsync();
    }

    [Fact]
    public async Task Verify_AfterTheNamesOfTwoWereSwapped_NamesTheFirst_AndWithoutTheRingSaysThatNoneWasChecked()
    {
        await _site.StartAsync();
        await _site.EnrolAsync("two");
        await _site.KillAsync();
        var (code, answer, error) = await RunAsync("verify");
        Assert.True(code == ExitCode.Good, error);
        Assert.Contains("Names checked", answer, StringComparison.Ordinal);

        await SwapAsync();

        var swapped = await RunAsync("verify");
        Assert.Equal(ExitCode.No, swapped.Code);
        Assert.Contains("are not those enrolled", swapped.Error, StringComparison.Ordinal);
        Directory.Move(Ring, Ring + "-away");
        Assert.Contains("were not checked", (await RunAsync("verify")).Out, StringComparison.Ordinal);
    }

    private async Task RefusesAsync()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _site.StartAsync());
        Assert.Contains("не открывает эту базу данных", refused.Message, StringComparison.Ordinal);
        Assert.Contains("does not open this database", refused.Message, StringComparison.Ordinal);
    }

    private async Task SwapAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_site.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "update participant set personal_data = (select personal_data from participant order by subject_no desc limit 1)";
        Assert.True(await command.ExecuteNonQueryAsync() > 1);
    }

    private Task<(int Code, string Out, string Error)> RunAsync(params string[] args) =>
        Terminal.RunAsync("", [.. args, "--database", _site.DatabaseFile]);
}
