using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>The service itself: watches, calls and sends by the clock, on one of two nodes, and again after the other has died.</summary>
public sealed class AlarmDispatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Raised_IsCalledAndSent_ByTheClockAlone()
    {
        await using var outbox = await ReadyAsync(null);
        var mail = new Way(AlarmChannel.Mail);
        using var service = ServiceOn(outbox, outbox.Database, mail);
        await service.StartAsync(default);

        await outbox.RaiseAsync();
        await UntilAsync(outbox, () => Task.FromResult(!mail.Sent.IsEmpty));
        await UntilAsync(outbox, async () => (await outbox.MessagesAsync())[0].State == AlarmMessageState.Sent);

        await service.StopAsync(default);
        Assert.Single(mail.Sent, text => text.Message.CallNo == 1);
    }

    [PostgresFact]
    public async Task TwoNodes_OneSends_AndTheOtherTakesOver()
    {
        using var server = new ServerDatabase();
        await using var outbox = await ReadyAsync(server);
        await using var others = new Database(server.Address);
        Way mine = new(AlarmChannel.Mail), theirs = new(AlarmChannel.Mail);
        using var first = ServiceOn(outbox, outbox.Database, mine);
        using var second = ServiceOn(outbox, others, theirs);
        await first.StartAsync(default);
        await outbox.RaiseAsync();
        await UntilAsync(outbox, () => Task.FromResult(!mine.Sent.IsEmpty));
        await second.StartAsync(default);

        outbox.Time.Advance(Outbox.Options.Escalation);
        await UntilAsync(outbox, () => Task.FromResult(mine.Sent.Count == 2));
        Assert.Empty(theirs.Sent);
        await first.StopAsync(default);
        outbox.Time.Advance(Outbox.Options.Escalation);
        await UntilAsync(outbox, () => Task.FromResult(!theirs.Sent.IsEmpty));

        await second.StopAsync(default);
        Assert.Equal(
            [1, 2, 3], mine.Sent.Concat(theirs.Sent).Select(text => text.Message.CallNo).Distinct().Order().Take(3));
        Assert.Equal(mine.Sent.Count + theirs.Sent.Count, mine.Sent.Concat(theirs.Sent).Select(text => text.Message.MessageId).Distinct().Count());
    }

    private static async Task<Outbox> ReadyAsync(ServerDatabase? server)
    {
        var outbox = new Outbox(server?.Address);
        await new SettingsDesk(outbox.Time).AdoptFirstAsync(outbox.Database, new StudySettings(), outbox.Time.GetUtcNow(), default);
        await outbox.PutOnCallAsync(1);
        return outbox;
    }

    private static AlarmDispatcher ServiceOn(Outbox outbox, Database database, Way way) => new(
        database,
        new AlarmClocks(database, new ChainDesk(), new SettingsDesk(outbox.Time), Outbox.Options, outbox.Time),
        new AlarmCalls(database, [way], Outbox.Options, outbox.Time),
        outbox.SenderOn(database, way),
        outbox.Time,
        NullLogger<AlarmDispatcher>.Instance);

    /// <summary>Lets the test's clock run a little, again and again, until it is so.</summary>
    private static async Task UntilAsync(Outbox outbox, Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            outbox.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, patience.Token);
        }
    }
}
