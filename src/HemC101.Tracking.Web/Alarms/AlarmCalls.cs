using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>
/// Calls the next person on call for every open alarm whose time has come: the first at once, each further one when nobody has acknowledged
/// in time, and after the last the first again.
/// </summary>
internal sealed class AlarmCalls(Database database, IEnumerable<IMessenger> messengers, AlarmOptions options, TimeProvider time)
{
    /// <summary>With nobody to call, one looks again soon: the list may be filled meanwhile.</summary>
    private static readonly TimeSpan Nobody = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<IMessenger> _messengers = [.. messengers];

    public async Task CallAsync(CancellationToken ct)
    {
        var due = await AlarmRows.ListDueAsync(database, time.GetUtcNow(), ct);
        if (due.Count == 0)
        {
            return;
        }

        var people = await ReachableAsync(ct);
        foreach (var alarm in due)
        {
            await CallAsync(alarm, [.. people.Where(person => person.AlarmGroup == alarm.AlarmGroup)], ct);
        }
    }

    /// <summary>In their order, without those whose account is closed and those whom no way leads to.</summary>
    private async Task<IReadOnlyList<OnCallRow>> ReachableAsync(CancellationToken ct)
    {
        var active = (await PersonAccounts.ListAsync(database, ct)).Where(account => account.Active).Select(account => account.StaffNo).ToHashSet();
        return [.. (await OnCalls.ListAsync(database, ct)).Where(person => active.Contains(person.StaffNo) && WaysTo(person).Any())];
    }

    private IEnumerable<(IMessenger Way, string Address)> WaysTo(OnCallRow person) =>
        from way in _messengers
        let address = way.AddressOf(person)
        where address is not null
        select (way, address);

    private async Task CallAsync(AlarmRow alarm, IReadOnlyList<OnCallRow> people, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var next = now + (people.Count == 0 ? Nobody : options.Escalation);
        if (!await AlarmRows.CallAsync(uow, alarm.AlarmKey, alarm.Calls, people.Count == 0 ? 0 : 1, next, ct))
        {
            return;
        }

        if (people.Count > 0)
        {
            await WriteAsync(uow, alarm, people[alarm.Calls % people.Count], now, ct);
        }

        await uow.CommitAsync(ct);
    }

    private async Task WriteAsync(UnitOfWork uow, AlarmRow alarm, OnCallRow person, DateTimeOffset now, CancellationToken ct)
    {
        var ways = WaysTo(person).ToList();
        foreach (var (way, address) in ways)
        {
            var message = new AlarmMessageRow
            {
                AlarmKey = alarm.AlarmKey,
                CallNo = alarm.Calls + 1,
                StaffNo = person.StaffNo,
                Channel = way.Channel,
                Address = address,
                NextAt = now,
                CreatedAt = now,
            };
            await AlarmMessages.AddAsync(uow, message, ct);
        }

        (string, object)[] said = [("Call", alarm.Calls + 1), ("StaffNo", $"{person.StaffNo}"), ("Ways", ways.Select(way => $"{way.Way.Channel}"))];
        await AlarmJournal.WriteAsync(uow, alarm, AlarmEvents.Called, said, AlarmJournal.Watch, now, ct);
    }
}
