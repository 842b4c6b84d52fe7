using System.Collections.Concurrent;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>A way out of the house whose other end is the test.</summary>
internal sealed class Way(AlarmChannel channel, Func<AlarmText, SendOutcome>? answer = null) : IMessenger
{
    public ConcurrentQueue<AlarmText> Sent { get; } = [];

    public AlarmChannel Channel => channel;

    public string? AddressOf(OnCallRow person) => channel == AlarmChannel.Webhook ? person.Phone : person.Mail;

    public async Task<SendOutcome> SendAsync(AlarmText text, CancellationToken ct)
    {
        Sent.Enqueue(text);
        await Task.Yield();
        return answer is null ? new SendOutcome.Sent() : answer(text);
    }
}
