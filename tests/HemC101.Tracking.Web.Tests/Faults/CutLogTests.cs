using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Tests.Commands;

namespace HemC101.Tracking.Web.Tests.Faults;

/// <summary>
/// A killed site leaves a log beside its database, and the end of that log gets lost: the database is sound and as it was at an earlier moment.
/// Seals that were deposited outside show it, a site that knows of them does not start.
/// </summary>
public sealed class CutLogTests : IAsyncLifetime
{
    private readonly DirectoryInfo _deposit = Directory.CreateTempSubdirectory("hemc101-deposit-");
    private FaultySite _site = null!;

    private string Argument => $"--Seals:Deposit={_deposit.FullName}";

    public async Task InitializeAsync() => _site = await FaultySite.FillAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _deposit.Delete(recursive: true);
    }

    [Fact]
    public async Task CutLog_IsSoundInItself_IsNamedByVerifyWithTheDeposit_AndKeepsTheSiteFromStarting()
    {
        await _site.StartAsync([Argument]);
        await _site.EnrolAsync();
        var (code, _, error) = await RunAsync("seal", "--to", _deposit.FullName);
        Assert.True(code == ExitCode.Good, error);
        await _site.KillAsync();
        var written = await EntriesAsync(_site.DatabaseFile);

        await CutAsync(_site.DatabaseFile + "-wal");

        Assert.InRange(await EntriesAsync(_site.DatabaseFile), 1, written - 1);
        Assert.Equal(ExitCode.Good, (await RunAsync("verify")).Code);
        var named = await RunAsync("verify", "--seals", _deposit.FullName);
        Assert.Equal(ExitCode.No, named.Code);
        Assert.Contains($"{written} entries were sealed and the ledger has fewer", named.Error, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _site.StartAsync([Argument]));
        Assert.Contains("вернулась к более раннему моменту. Не работайте с ней", refused.Message, StringComparison.Ordinal);
        Assert.Contains("went back to an earlier moment. Do not work with it", refused.Message, StringComparison.Ordinal);
        await _site.StartAsync([Argument + "-new"]);
    }

    /// <summary>A copy is asked: whoever closes the last connection to a file ends its log.</summary>
    private async Task<long> EntriesAsync(string file)
    {
        var copy = Path.Combine(_deposit.FullName, "looked-into.db");
        foreach (var part in new[] { "", "-wal" })
        {
            File.Copy(file + part, copy + part, overwrite: true);
        }

        await using var database = new Database(copy);
        return await SealRows.EntriesAsync(database, default);
    }

    private static async Task CutAsync(string log)
    {
        var whole = await File.ReadAllBytesAsync(log);
        await File.WriteAllBytesAsync(log, whole[..(whole.Length / 2)]);
    }

    private Task<(int Code, string Out, string Error)> RunAsync(params string[] args) =>
        Terminal.RunAsync("", [.. args, "--database", _site.DatabaseFile]);
}
