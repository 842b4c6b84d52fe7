using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Tests.Alarms;

/// <summary>Who is called, when the next one is, and what the ledger keeps of it.</summary>
public sealed class AlarmCallsTests : IAsyncLifetime
{
    private static readonly TimeSpan Escalation = Outbox.Options.Escalation;

    private readonly Outbox _outbox = Outbox.OnAFile();
    private readonly Way _mail = new(AlarmChannel.Mail);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _outbox.DisposeAsync().AsTask();

    [Fact]
    public async Task Call_NobodyAcknowledges_GoesDownTheListAndBeginsAnew()
    {
        var (second, first) = (await _outbox.PutOnCallAsync(2), await _outbox.PutOnCallAsync(1));
        var alarm = await _outbox.RaiseAsync();

        await CallAsync();
        _outbox.Time.Advance(Escalation - TimeSpan.FromMilliseconds(1));
        await CallAsync();
        Assert.Equal([first], await CalledAsync());
        _outbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        await CallAsync();
        _outbox.Time.Advance(Escalation);
        await CallAsync();

        Assert.Equal([first, second, first], await CalledAsync());
        Assert.Equal([1, 2, 3], (await _outbox.MessagesAsync()).Select(message => message.CallNo));
        var journal = await _outbox.JournalAsync(alarm);
        Assert.Equal([AlarmEvents.Called, AlarmEvents.Called, AlarmEvents.Called], journal.Select(entry => entry.Type));
        Assert.All(journal, entry => Assert.DoesNotContain("example.org", entry.Data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_OfAnotherGroup_AClosedAccount_OrSomebodyOutOfReach_IsPassedOver()
    {
        await _outbox.PutOnCallAsync(1, group: AlarmGroup.Medical);
        await _outbox.PutOnCallAsync(1, active: false);
        await _outbox.PutOnCallAsync(1, mail: null, phone: "+79120000000");
        var reachable = await _outbox.PutOnCallAsync(9);
        await _outbox.RaiseAsync();

        await CallAsync();

        Assert.Equal([reachable], await CalledAsync());
    }

    [Fact]
    public async Task Call_WithNobodyOnTheList_IsNoCall_AndIsMadeOnceThereIsSomebody()
    {
        var alarm = await _outbox.RaiseAsync();

        await CallAsync();
        Assert.Empty(await _outbox.JournalAsync(alarm));
        var late = await _outbox.PutOnCallAsync(1);
        _outbox.Time.Advance(TimeSpan.FromMinutes(1));
        await CallAsync();

        Assert.Equal([late], await CalledAsync());
    }

    [Fact]
    public async Task Call_AfterTheAcknowledgement_IsNotMade()
    {
        var person = await _outbox.PutOnCallAsync(1);
        var alarm = await _outbox.RaiseAsync();
        await CallAsync();
        await _outbox.WriteAsync(uow => AlarmRows.AcknowledgeAsync(uow, alarm.AlarmKey, person, _outbox.Time.GetUtcNow(), default));

        _outbox.Time.Advance(Escalation * 2);
        await CallAsync();

        Assert.Single(await _outbox.JournalAsync(alarm));
    }

    [Fact]
    public async Task Call_ByTwoAtOnce_IsOne()
    {
        await _outbox.PutOnCallAsync(1);
        var alarm = await _outbox.RaiseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(CallAsync)));

        Assert.Single(await _outbox.JournalAsync(alarm));
        Assert.Single(await _outbox.MessagesAsync());
    }

    private Task CallAsync() => _outbox.Calls(_mail).CallAsync(default);

    private async Task<IEnumerable<StaffNumber>> CalledAsync() => (await _outbox.MessagesAsync()).Select(message => message.StaffNo);
}
