using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Printing;

/// <summary>Serves every printer by itself, so that one that is switched off holds up no other. Within a printer jobs keep their order.</summary>
internal sealed class PrintDispatcher(
    Database database, PrinterTurn turn, PrinterStandings standings, PrintSignal signal, TimeProvider time, ILogger<PrintDispatcher> log)
    : OneNodeService(database, "Printing", time, log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly Database _database = database;
    private readonly TimeProvider _time = time;
    private readonly ILogger _log = log;

    /// <summary>What was being sent when the one before broke off is in doubt.</summary>
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using (var uow = await _database.BeginAsync(ct))
        {
            await PrintJobs.RecoverAsync(uow, _time.GetUtcNow(), ct);
            await uow.CommitAsync(ct);
        }

        Dictionary<string, Task> served = [];
        try
        {
            while (!ct.IsCancellationRequested)
            {
                var next = signal.Next;
                foreach (var printer in await Printers.ListAsync(_database, ct))
                {
                    if (!served.ContainsKey(printer.Name))
                    {
                        served.Add(printer.Name, ServeAsync(printer.Name, ct));
                    }
                }

                await WaitAsync(next, ct);
            }
        }
        finally
        {
            await Task.WhenAll(served.Values);
        }
    }

    private async Task ServeAsync(string printer, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                var end = await turn.TakeAsync(printer, ct);
                if (end == TurnEnd.Idle)
                {
                    await IdleAsync(printer, next, ct);
                }
                else if (end == TurnEnd.Unreachable)
                {
                    await Task.Delay(standings.Of(printer)?.Pause ?? Poll, _time, ct);
                }
            }
            catch (Exception e) when (ct.IsCancellationRequested)
            {
                _log.LogInformation(e, "Printer {Printer}: stopped.", printer);
            }
            catch (Exception e)
            {
                _log.LogError(e, "Printer {Printer}: the work on a job broke off.", printer);
                await BrokenOffAsync(printer, e.Message, ct);
            }
        }
    }

    /// <summary>A printer that was in trouble is asked now and then, so that people are not told of what was mended.</summary>
    private async Task IdleAsync(string printer, Task next, CancellationToken ct)
    {
        await WaitAsync(next, ct);
        if (standings.Of(printer) is { IsReady: false } standing && _time.GetUtcNow() >= standing.At + standing.Pause)
        {
            await turn.LookAsync(printer, ct);
        }
    }

    /// <summary>Whether paper came out is not known, and the printer must not stand still behind that job.</summary>
    private async Task BrokenOffAsync(string printer, string why, CancellationToken ct)
    {
        try
        {
            var standing = standings.Missed(printer, PrintTrouble.Interrupted, why);
            await using (var uow = await _database.BeginAsync(ct))
            {
                await PrintJobs.RecoverAsync(uow, printer, why, _time.GetUtcNow(), ct);
                await uow.CommitAsync(ct);
            }

            await Task.Delay(standing.Pause, _time, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            _log.LogError(e, "Printer {Printer}: the broken job could not be set aside; it is tried again.", printer);
            await Task.WhenAny(Task.Delay(Poll, _time, ct));
        }
        catch (OperationCanceledException)
        {
            // The service is being stopped; the next start sets the job aside.
        }
    }

    private async Task WaitAsync(Task next, CancellationToken ct)
    {
        try
        {
            await next.WaitAsync(Poll, _time, ct);
        }
        catch (TimeoutException)
        {
            // Nobody called; one looks all the same.
        }
    }
}
