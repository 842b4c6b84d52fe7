using HemC101.Tracking.Web.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HemC101.Tracking.Web.Operations;

/// <summary>Whether the folder of keys still is where it was: a site works on with those it has read, and would not start again.</summary>
internal sealed class KeyRingHealth(IConfiguration settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ring = SiteDatabase.KeyRingOf(settings);
        return Task.FromResult(Directory.Exists(ring) && Directory.EnumerateFiles(ring, "key-*.xml").Any()
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The key ring is gone from its folder. Bring a copy back before the next start: without it no name opens."));
    }
}
