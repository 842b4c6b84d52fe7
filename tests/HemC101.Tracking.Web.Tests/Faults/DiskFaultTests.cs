using System.Net;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Faults;

/// <summary>The disk, or somebody at the file, gets in the way of a working site, and goes out of it again.</summary>
public sealed class DiskFaultTests : IAsyncLifetime
{
    private FaultySite _site = null!;

    public async Task InitializeAsync() => _site = await FaultySite.FillAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task DiskTakesNothingMore_EverybodyIsTold_NothingIsLost_AndWorkGoesOnByItself()
    {
        await _site.StartAsync();
        using var russian = await _site.TabletAsync("ru");
        using var english = await _site.TabletAsync("en");

        await _site.WorkUntilAsync("before", _site.StopWritesAsync);
        var (status, ru) = await _site.ScanAsync(russian, "full-ru");
        var (_, en) = await _site.ScanAsync(english, "full-en");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("отвечает ошибкой. Ничего не записано. Перейдите на бумажные листы", ru, StringComparison.Ordinal);
        Assert.Contains("answers with an error. Nothing was recorded. Go over to the paper sheets", en, StringComparison.Ordinal);

        await _site.AllowWritesAsync();
        Assert.Equal(HttpStatusCode.OK, (await _site.ScanAsync(russian, "full-ru")).Status);
        await _site.WorkUntilAsync("after", _site.KillAsync);
        await _site.AssertKeptAsync();
    }

    [Fact]
    public async Task FileIsHeldByAnotherProgram_ThePersonIsTold_AndWorkGoesOnByItself()
    {
        await _site.StartAsync();
        using var tablet = await _site.TabletAsync("ru");
        await _site.EnrolAsync();

        await using (var other = new SqliteConnection($"Data Source={_site.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction(deferred: false);
            var (status, says) = await _site.ScanAsync(tablet, "held");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("занят другой программой. Ничего не записано. Закройте её", says, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await _site.ScanAsync(tablet, "held")).Status);
        await _site.KillAsync();
        await _site.AssertKeptAsync();
    }

    /// <summary>A site that has opened the file keeps its right to write; one that starts is refused it.</summary>
    [Fact]
    public async Task FileIsReadOnlyAtTheStart_TheOperatorIsTold_AndNothingIsLaidBesideIt()
    {
        Allow(UnixFileMode.UserRead);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(_site.StartAsync);

        Assert.Contains("доступен только для чтения", refused.Message, StringComparison.Ordinal);
        Assert.Contains("can only be read", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_site.DatabaseFile + "-wal"));
        Allow(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await _site.StartAsync();
        await _site.EnrolAsync();
        await _site.KillAsync();
        await _site.AssertKeptAsync();
    }

    private void Allow(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_site.DatabaseFile, mode);
        }
    }
}
