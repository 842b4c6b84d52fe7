using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Takes what waits in the outbox and sends it; each way by itself, so that a dead server holds up no other.</summary>
internal sealed class AlarmSender(
    Database database, IEnumerable<IMessenger> messengers, AlarmOptions options, TimeProvider time, ILogger<AlarmSender> log)
{
    private const int MostDoublings = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<IMessenger> _messengers = [.. messengers];

    /// <summary>What the sender before was sending when it died may have gone.</summary>
    public Task RecoverAsync(CancellationToken ct) => WriteAsync(uow => AlarmMessages.RecoverAsync(uow, time.GetUtcNow(), ct), ct);

    /// <summary>
    /// Returns when nothing is due any more, or after a short while: a server that answers nobody keeps neither the clocks nor the calls waiting
    /// longer than one message takes to fail.
    /// </summary>
    public Task SendAsync(CancellationToken ct) => Task.WhenAll(_messengers.Select(messenger => ServeAsync(messenger, ct)));

    /// <summary>5, 10, 20 seconds and so on, at most about five minutes: an alarm is never given up.</summary>
    internal static TimeSpan PauseAfter(int attempts) => FirstPause * Math.Pow(2, Math.Clamp(attempts - 1, 0, MostDoublings));

    private async Task ServeAsync(IMessenger messenger, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < Turn && await WriteAsync(uow => AlarmMessages.TakeNextAsync(uow, messenger.Channel, time.GetUtcNow(), ct), ct) is { } message)
        {
            var outcome = await TryAsync(messenger, message, ct);

            // What has left the house is written down even when the service is being stopped.
            await SettleAsync(message, outcome, CancellationToken.None);
        }
    }

    private async Task<SendOutcome> TryAsync(IMessenger messenger, AlarmMessageRow message, CancellationToken ct)
    {
        try
        {
            var alarm = await AlarmRows.FindAsync(database, message.AlarmKey, ct)
                ?? throw new InvalidOperationException($"There is no alarm {message.AlarmKey}.");
            var link = options.Link is { } site ? new Uri(site, "/Alarms") : null;
            return await messenger.SendAsync(new AlarmText(message, alarm, link), ct);
        }
        catch (OperationCanceledException stopped)
        {
            return new SendOutcome.Unknown(stopped.Message);
        }
        catch (Exception e)
        {
            log.LogError(e, "Message {Message} by {Channel} broke off; it is sent again.", message.MessageId, message.Channel);
            return new SendOutcome.Unknown(e.Message);
        }
    }

    private async Task SettleAsync(AlarmMessageRow message, SendOutcome outcome, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var next = now + PauseAfter(message.Attempts);
        await WriteAsync(
            uow => outcome switch
            {
                SendOutcome.Sent => AlarmMessages.SentAsync(uow, message.MessageId, now, ct),
                SendOutcome.NotSent no => AlarmMessages.FailedAsync(uow, message.MessageId, no.Why, mayHaveGone: false, next, now, ct),
                SendOutcome.Unknown doubt => AlarmMessages.FailedAsync(uow, message.MessageId, doubt.Why, mayHaveGone: true, next, now, ct),
                _ => throw new InvalidOperationException($"Unexpected outcome {outcome}."),
            },
            ct);
        if (outcome is not SendOutcome.Sent)
        {
            log.LogWarning("Message {Message} by {Channel} was not sent, attempt {Attempt}; the page Alarms says why.", message.MessageId, message.Channel, message.Attempts);
        }
    }

    private async Task<T> WriteAsync<T>(Func<UnitOfWork, Task<T>> write, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        var result = await write(uow);
        await uow.CommitAsync(ct);
        return result;
    }
}
