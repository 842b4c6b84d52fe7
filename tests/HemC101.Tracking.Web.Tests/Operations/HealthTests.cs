using System.Net;
using HemC101.Tracking.Web.Operations;
using HemC101.Tracking.Web.Tests.Hosting;
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
    [InlineData(50, HealthStatus.Unhealthy)]
    [InlineData(99, HealthStatus.Unhealthy)]
    [InlineData(100, HealthStatus.Degraded)]
    [InlineData(1023, HealthStatus.Degraded)]
    [InlineData(1024, HealthStatus.Healthy)]
    public void Space_IsJudgedByWhatIsFree(long megabytes, HealthStatus expected) =>
        Assert.Equal(expected, SpaceHealth.Of(megabytes * 1024 * 1024).Status);
}
