using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
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

    [Fact]
    public async Task Call_ByShift_ChangesHandsWithIt_AndTheSecondIsTheNext()
    {
        var (day, night) = (Shift(-2, 1), Shift(1, 9));
        var second = await _outbox.PutOnCallAsync(2, shift: day);
        var first = await _outbox.PutOnCallAsync(1, shift: day);
        var atNight = await _outbox.PutOnCallAsync(1, shift: night);
        var alarm = await _outbox.RaiseAsync();
        foreach (var wait in new[] { 0, 15, 15, 31 })
        {
            _outbox.Time.Advance(TimeSpan.FromMinutes(wait));
            await CallAsync();
        }

        Assert.Equal([first, second, first, atNight], await CalledAsync());
        Assert.All(await _outbox.MessagesAsync(), message => Assert.Equal(CallBasis.OnDuty, message.Basis));
        Assert.Equal(4, (await _outbox.JournalAsync(alarm)).Count);
    }

    [Fact]
    public async Task Call_OutsideEveryShift_GoesToTheStandingList_AndSaysSo()
    {
        await _outbox.PutOnCallAsync(1, shift: Shift(2, 9));
        var standing = await _outbox.PutOnCallAsync(1);
        await _outbox.RaiseAsync();

        await CallAsync();
        await _outbox.Sender(_mail).SendAsync(default);

        Assert.Equal([standing], await CalledAsync());
        Assert.Contains("Смена дежурных не внесена", Assert.Single(_mail.Sent).Body, StringComparison.Ordinal);
        Assert.Contains("the standing list is called", _mail.Sent.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WithNobodyOnCall_GoesToEverybodyWhomItConcerns_AtOnce_AndSaysSo()
    {
        var before = await _outbox.PutOnCallAsync(1, shift: Shift(-9, -1));
        var elsewhere = await _outbox.PutOnCallAsync(1, group: AlarmGroup.Medical);
        await _outbox.PutOnCallAsync(1, group: AlarmGroup.Medical, role: Role.Coordinator);
        await _outbox.PutOnCallAsync(2, active: false);
        var alarm = await _outbox.RaiseAsync();

        await CallAsync();
        await _outbox.Sender(_mail).SendAsync(default);

        Assert.Equal(new[] { before, elsewhere }.OrderBy(number => $"{number}"), (await CalledAsync()).OrderBy(number => $"{number}"));
        Assert.All(_mail.Sent, text => Assert.Contains("Дежурного нет: вызваны все", text.Body, StringComparison.Ordinal));
        Assert.Equal([1, 1], (await _outbox.MessagesAsync()).Select(message => message.CallNo));
        Assert.Contains("Everybody", Assert.Single(await _outbox.JournalAsync(alarm)).Data, StringComparison.Ordinal);
        _outbox.Time.Advance(Escalation);
        await CallAsync();
        Assert.Equal(2, (await AlarmRows.FindAsync(_outbox.Database, alarm.AlarmKey, default))!.Calls);
    }

    private DutyTime Shift(int from, int until) => new(_outbox.Time.Start.AddHours(from), _outbox.Time.Start.AddHours(until));

    private Task CallAsync() => _outbox.Calls(_mail).CallAsync(default);

    private async Task<IEnumerable<StaffNumber>> CalledAsync() => (await _outbox.MessagesAsync()).Select(message => message.StaffNo);
}
