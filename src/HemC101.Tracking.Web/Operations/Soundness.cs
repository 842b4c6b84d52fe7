using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Operations;

/// <summary>
/// Looks through the whole database file once the site is up: a large one would keep it from starting for many seconds. A site on a damaged
/// file stops at once.
/// </summary>
internal sealed class Soundness(Database database, IHostApplicationLifetime lifetime, ILogger<Soundness> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => database.LookThroughAsync(stoppingToken), stoppingToken);
        }
        catch (DatabaseUnusableException e)
        {
            log.LogCritical(e, "{Russian} {English}", e.Text.Ru, e.Text.En);
            lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start looks anew.
        }
    }
}
