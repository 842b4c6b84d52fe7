using System.Net;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HemC101.Tracking.Web.Tests.Operations;

public sealed class HealthTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfAWorkingSite_IsGoodForEverybody(string address)
    {
        using var client = _site.CreateClient();

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Healthy", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_WhenTheClockWentBack_IsNot_AndLiveIs()
    {
        using var client = _site.CreateClient();
        _site.Time.AutoAdvanceAmount = TimeSpan.Zero;
        await using var behind = await LiveSite.OpenAsync();
        using var late = behind.CreateClient();
        behind.Time.AdjustTime(behind.Time.GetUtcNow().AddHours(-2));

        using var ready = await late.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var live = await late.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        Assert.Contains("clock", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, HealthStatus.Healthy, null)]
    [InlineData(60, HealthStatus.Degraded, "The clock was moved by +60 s while the site was running. Compare it with the time service, then restart.")]
    [InlineData(-60, HealthStatus.Degraded, "The clock was moved by -60 s while the site was running. Compare it with the time service, then restart.")]
    public async Task Clock_MovedWhileTheSiteRan_IsSaid(int seconds, HealthStatus expected, string? said)
    {
        _site.Time.Advance(TimeSpan.FromHours(1));
        var clock = new MovedClock(_site.Time);
        var watch = new ClockWatch(clock);
        _site.Time.Advance(TimeSpan.FromHours(1));
        clock.By = TimeSpan.FromSeconds(seconds);

        var found = await new ClockHealth(_site.Services.GetRequiredService<Database>(), watch, clock).CheckHealthAsync(new());

        Assert.Equal((expected, said), (found.Status, found.Description));
    }

    [Fact]
    public async Task Ready_WhenTheKeyRingIsGone_IsNot_UntilItIsBack()
    {
        using var client = _site.CreateClient();
        var (ring, away) = (Path.Combine(_site.Folder, "keys"), Path.Combine(_site.Folder, "away"));
        Directory.Move(ring, away);

        using var gone = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Directory.Move(away, ring);
        using var back = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (gone.StatusCode, back.StatusCode));
        Assert.Contains("The key ring is gone", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_AfterAStartOnALedgerThatIsNotTheOneSealed_IsNot()
    {
        await _site.Services.GetRequiredService<Sealer>().SealAsync(default);
        await _site.SqlAsync("drop trigger ledger_refuses_update; update ledger set hash = lower(hex(randomblob(32))) where position = 1");
        await using var again = _site.WithWebHostBuilder(_ => { });
        using var client = again.CreateClient();
        await Assert.ThrowsAsync<BrokenSealException>(() => again.Services.GetRequiredService<Sealer>().LookAsync(default));

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("Stop working with the system", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_OutOfReach_IsSaid_AndItsAddressIsNot()
    {
        await using var database = new Database(DatabaseAddress.OfServer("Host=127.0.0.1;Port=1;Username=hemc101;Password=secret;Database=hemc101"));

        var found = await new DatabaseHealth(database).CheckHealthAsync(new HealthCheckContext());

        Assert.Equal((HealthStatus.Unhealthy, "out of reach"), (found.Status, found.Description));
    }

    [Theory]
    [InlineData(50, HealthStatus.Unhealthy)]
    [InlineData(99, HealthStatus.Unhealthy)]
    [InlineData(100, HealthStatus.Degraded)]
    [InlineData(1023, HealthStatus.Degraded)]
    [InlineData(1024, HealthStatus.Healthy)]
    public void Space_IsJudgedByWhatIsFree(long megabytes, HealthStatus expected) =>
        Assert.Equal(expected, SpaceHealth.Of(megabytes * 1024 * 1024).Status);

    private sealed class MovedClock(TimeProvider passing) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override long TimestampFrequency => passing.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => passing.GetUtcNow() + By;

        public override long GetTimestamp() => passing.GetTimestamp();
    }
}
