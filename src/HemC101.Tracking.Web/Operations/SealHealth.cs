using HemC101.Tracking.Web.Proofs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HemC101.Tracking.Web.Operations;

/// <summary>Whether the ledger was found to be another than the one that was sealed.</summary>
internal sealed class SealHealth(Sealer sealer) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        sealer.Broken is { } broken
            ? HealthCheckResult.Unhealthy($"{broken.Text.En} Stop working with the system, keep a copy of the database and tell quality assurance.")
            : HealthCheckResult.Healthy());
}
