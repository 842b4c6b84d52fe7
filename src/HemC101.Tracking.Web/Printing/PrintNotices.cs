using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Nodes;

namespace HemC101.Tracking.Web.Printing;

/// <summary>Hears of labels that another node has put into the queue.</summary>
internal sealed class PrintNotices(Database database, PrintSignal signal, TimeProvider time, ILogger<PrintNotices> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await database.ListenAsync(Hear, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The other nodes cannot be heard; the queue is looked at every few seconds all the same.");
                await Task.WhenAny(Task.Delay(Pause, time, stoppingToken));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Hear(string notice)
    {
        if (notice == Notice.Prints)
        {
            signal.Raise();
        }
    }
}
