using System.Data.Common;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;

namespace HemC101.Tracking.Web.Operations;

/// <summary>After an upgrade: until the new rules have looked at a chain that was done with, work lists fold it each time.</summary>
internal sealed class ChainsAtRest(Database database, ILogger<ChainsAtRest> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => RestRefresh.RunAsync(database, stoppingToken), stoppingToken);
        }
        catch (Exception e) when (e is DatabaseUnusableException or DbException)
        {
            log.LogWarning(e, "The chains that are done with were not all looked at again; lists are right and slower until the next start.");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }
}
