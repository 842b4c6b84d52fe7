using System.Globalization;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HemC101.Tracking.Web.Operations;

/// <summary>Whether the server's clock has gone back behind what the ledger already holds, or was moved while the site was running.</summary>
internal sealed class ClockHealth(Database database, ClockWatch watch, TimeProvider time) : IHealthCheck
{
    /// <summary>What a clock that is set right by a time service may be put back by.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await EventLedger.LastRecordedAsync(database, cancellationToken) is { } last && last - time.GetUtcNow() > Tolerated
            ? HealthCheckResult.Unhealthy($"The clock is behind the last entry, recorded at {Instants.ToText(last)}. Set it right, then restart.")
            : watch.Moved is var moved && moved.Duration() > Tolerated
            ? HealthCheckResult.Degraded(string.Create(
                CultureInfo.InvariantCulture, $"The clock was moved by {moved.TotalSeconds:+0;-0} s while the site was running. Compare it with the time service, then restart."))
            : HealthCheckResult.Healthy();
}
