using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>
/// Work in the background that one node does for all that share a database. The others look whether it still does, and one of them takes
/// over when it has stopped, died or lost its connection.
/// </summary>
internal abstract class OneNodeService(Database database, string work, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LeadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                log.LogWarning("{Work}: the connection to the database broke; another node may go on with it.", work);
            }
            catch (Exception e)
            {
                log.LogError(e, "{Work}: broke off; it is taken up again.", work);
            }

            await Task.WhenAny(Task.Delay(Look, time, stoppingToken));
        }
    }

    /// <param name="ct">Cancelled when the node is stopped, or when it is no longer the one.</param>
    protected abstract Task RunAsync(CancellationToken ct);

    private async Task LeadAsync(CancellationToken ct)
    {
        if (await database.TryLeadAsync(work, ct) is not { } lead)
        {
            return;
        }

        await using (lead)
        {
            using var until = CancellationTokenSource.CreateLinkedTokenSource(ct, lead.Lost);
            await RunAsync(until.Token);
        }
    }
}
