using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>From the outbox to the other side: once, unless it is in doubt; and never given up.</summary>
public sealed class AlarmSenderTests : IAsyncLifetime
{
    private readonly Outbox _outbox = Outbox.OnAFile();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _outbox.DisposeAsync().AsTask();

    [Fact]
    public async Task Send_WhatWaits_GoesOnceOnEachWay()
    {
        Way mail = new(AlarmChannel.Mail), hook = new(AlarmChannel.Webhook);
        await _outbox.CalledAsync(mail, hook);

        await _outbox.Sender(mail, hook).SendAsync(default);
        await _outbox.Sender(mail, hook).SendAsync(default);

        Assert.Equal("duty@example.org", Assert.Single(mail.Sent).Message.Address);
        Assert.Equal("+79120000001", Assert.Single(hook.Sent).Message.Address);
        Assert.All(await _outbox.MessagesAsync(), message => Assert.Equal(AlarmMessageState.Sent, message.State));
    }

    [Fact]
    public async Task Send_Refused_IsTriedAgainLaterAndLater_AndNotMarkedAsARepeat()
    {
        var mail = new Way(AlarmChannel.Mail, _ => new SendOutcome.NotSent("550"));
        await _outbox.CalledAsync(mail);
        var sender = _outbox.Sender(mail);

        foreach (var seconds in new[] { 0, 5, 10, 20, 40, 80, 160, 320, 320 })
        {
            if (seconds > 0)
            {
                _outbox.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
                var before = mail.Sent.Count;
                await sender.SendAsync(default);
                Assert.Equal(before, mail.Sent.Count);
                _outbox.Time.Advance(TimeSpan.FromMilliseconds(1));
            }

            await sender.SendAsync(default);
        }

        Assert.Equal(9, mail.Sent.Count);
        Assert.All(mail.Sent, text => Assert.False(text.Message.MayHaveGone));
        Assert.Equal("550", Assert.Single(await _outbox.MessagesAsync()).LastError);
    }

    [Fact]
    public async Task Send_InDoubt_IsRepeatedAndSaysSo()
    {
        var doubts = new Queue<SendOutcome>([new SendOutcome.Unknown("broke off"), new SendOutcome.Sent()]);
        var mail = new Way(AlarmChannel.Mail, _ => doubts.Dequeue());
        await _outbox.CalledAsync(mail);

        await _outbox.Sender(mail).SendAsync(default);
        _outbox.Time.Advance(TimeSpan.FromSeconds(5));
        await _outbox.Sender(mail).SendAsync(default);

        Assert.Equal([false, true], mail.Sent.Select(text => text.Message.MayHaveGone));
        Assert.DoesNotContain("Повтор", mail.Sent.First().Body, StringComparison.Ordinal);
        Assert.Contains("may have got this already", mail.Sent.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sender_DiedBetweenSendingAndItsMark_TheNextSendsAgain_Marked()
    {
        var mail = new Way(AlarmChannel.Mail);
        await _outbox.CalledAsync(mail);
        Assert.NotNull(await _outbox.WriteAsync(uow => AlarmMessages.TakeNextAsync(uow, AlarmChannel.Mail, _outbox.Time.GetUtcNow(), default)));
        var next = _outbox.Sender(mail);
        await next.SendAsync(default);
        Assert.Empty(mail.Sent);

        await next.RecoverAsync(default);
        await next.SendAsync(default);

        Assert.True(Assert.Single(mail.Sent).Message.MayHaveGone);
        Assert.Equal(AlarmMessageState.Sent, Assert.Single(await _outbox.MessagesAsync()).State);
    }

    [Fact]
    public async Task Way_ThatThrows_HoldsUpNoOther()
    {
        Way broken = new(AlarmChannel.Mail, _ => throw new InvalidOperationException("bug")), hook = new(AlarmChannel.Webhook);
        await _outbox.CalledAsync(broken, hook);

        await _outbox.Sender(broken, hook).SendAsync(default);

        Assert.Equal(
            [(AlarmChannel.Mail, AlarmMessageState.Waiting), (AlarmChannel.Webhook, AlarmMessageState.Sent)],
            (await _outbox.MessagesAsync()).Select(message => (message.Channel, message.State)));
    }

    [Fact]
    public async Task Message_SaysNumbers_WhatHappened_AndWhere_InBothLanguages_AndNoName()
    {
        var mail = new Way(AlarmChannel.Mail);
        await _outbox.CalledAsync(mail);

        await _outbox.Sender(mail).SendAsync(default);

        var text = Assert.Single(mail.Sent);
        var words = text.Subject + text.Body;
        Assert.All(
            ["РОСТ МИКРООРГАНИЗМОВ", "MICROBIAL GROWTH", $"{text.Alarm.SubjectNo}", $"{text.Alarm.Coi}", "2026-03-02 11:00", "https://hemc101.example/Alarms"],
            part => Assert.Contains(part, words, StringComparison.Ordinal));
        Assert.DoesNotContain("Ёлкина", words, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task TwoNodes_SendingAtOnce_SendEachMessageOnce()
    {
        using var server = new ServerDatabase();
        await using var outbox = new Outbox(server.Address);
        await using var other = new Database(server.Address);
        var mail = new Way(AlarmChannel.Mail);
        await outbox.PutOnCallAsync(1);
        foreach (var hour in Enumerable.Range(0, 6))
        {
            outbox.Time.Advance(TimeSpan.FromHours(hour));
            await outbox.RaiseAsync();
            await outbox.Calls(mail).CallAsync(default);
        }

        var waiting = (await outbox.MessagesAsync()).Count;
        await Task.WhenAll(outbox.Sender(mail).SendAsync(default), outbox.SenderOn(other, mail).SendAsync(default));

        Assert.True(waiting > 1);
        Assert.Equal(waiting, mail.Sent.Select(text => text.Message.MessageId).Distinct().Count());
        Assert.Equal(waiting, mail.Sent.Count);
        await outbox.Database.DisposeAsync();
    }
}
