using System.Data.Common;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HemC101.Tracking.Web.Operations;

/// <summary>Whether the ledger can be read.</summary>
internal sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HealthCheckResult.Healthy($"{await SealRows.EntriesAsync(database, cancellationToken)} entries");
        }
        catch (Exception e) when (e is DbException or DatabaseUnusableException)
        {
            return HealthCheckResult.Unhealthy("out of reach", e);
        }
    }
}
