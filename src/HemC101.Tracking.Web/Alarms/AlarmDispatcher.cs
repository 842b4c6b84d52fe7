using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Watches, calls and sends, on one node for all. Whatever fails is tried again at the next turn.</summary>
internal sealed class AlarmDispatcher(
    Database database, AlarmClocks clocks, AlarmCalls calls, AlarmSender sender, TimeProvider time, ILogger<AlarmDispatcher> log)
    : OneNodeService(database, "Alarms", time, log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _time = time;
    private readonly ILogger _log = log;

    protected override async Task RunAsync(CancellationToken ct)
    {
        await sender.RecoverAsync(ct);
        var looked = _time.GetUtcNow();
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(Poll, _time, ct);
            if (_time.GetUtcNow() - looked >= Look)
            {
                looked = _time.GetUtcNow();
                await TryAsync(clocks.LookAsync, ct);
            }

            await TryAsync(calls.CallAsync, ct);
            await TryAsync(sender.SendAsync, ct);
        }
    }

    /// <summary>One part that fails keeps none of the others from working.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> part, CancellationToken ct)
    {
        try
        {
            await part(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            _log.LogError(e, "Alarms: a turn broke off; it is taken up again.");
        }
    }
}
