using HemC101.Tracking.Alarms;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>
/// Calls the next person on call for every open alarm whose time has come: the first at once, each further one when nobody has acknowledged
/// in time, and after the last the first again. With nobody on call everybody whom it concerns is called.
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

        var list = await CallList.ReadAsync(database, _messengers, ct);
        foreach (var alarm in due)
        {
            await CallAsync(alarm, list, ct);
        }
    }

    private IEnumerable<(IMessenger Way, string Address)> WaysTo(OnCallRow person) =>
        from way in _messengers
        let address = way.AddressOf(person)
        where address is not null
        select (way, address);

    private async Task CallAsync(AlarmRow alarm, CallList list, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (basis, people) = list.At(alarm.AlarmGroup, now);
        if (basis == CallBasis.Everybody)
        {
            people = list.AllOf(alarm.Kind);
        }

        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var next = now + (people.Count == 0 ? Nobody : options.Escalation);
        if (!await AlarmRows.CallAsync(uow, alarm.AlarmKey, alarm.Calls, people.Count == 0 ? 0 : 1, next, ct))
        {
            return;
        }

        if (people.Count > 0)
        {
            IReadOnlyList<OnCallRow> called = basis == CallBasis.Everybody ? people : [await NextAsync(uow, alarm, people, ct)];
            await WriteAsync(uow, alarm, basis, called, now, ct);
        }

        await uow.CommitAsync(ct);
    }

    /// <summary>Whoever was called least since it was raised, in their order: a shift that begins meanwhile begins with its first.</summary>
    private static async Task<OnCallRow> NextAsync(UnitOfWork uow, AlarmRow alarm, IReadOnlyList<OnCallRow> people, CancellationToken ct)
    {
        var sent = await AlarmMessages.ListAsync(uow, alarm.AlarmKey, ct);
        var times = sent.Where(message => message.CreatedAt >= alarm.RaisedAt).Select(message => (message.CallNo, message.StaffNo)).Distinct().CountBy(call => call.StaffNo).ToDictionary();
        return people.MinBy(person => times.GetValueOrDefault(person.StaffNo))!;
    }

    private async Task WriteAsync(UnitOfWork uow, AlarmRow alarm, CallBasis basis, IReadOnlyList<OnCallRow> people, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (person, way, address) in people.SelectMany(person => WaysTo(person), (person, to) => (person, to.Way, to.Address)))
        {
            var message = new AlarmMessageRow
            {
                AlarmKey = alarm.AlarmKey,
                CallNo = alarm.Calls + 1,
                StaffNo = person.StaffNo,
                Basis = basis,
                Channel = way.Channel,
                Address = address,
                NextAt = now,
                CreatedAt = now,
            };
            await AlarmMessages.AddAsync(uow, message, ct);
        }

        (string, object)[] said =
        [
            ("Call", alarm.Calls + 1), ("StaffNo", string.Join(' ', people.Select(person => person.StaffNo))),
            ("Ways", people.SelectMany(WaysTo).Select(to => $"{to.Way.Channel}").Distinct().ToArray()),
            .. basis == CallBasis.OnDuty ? Array.Empty<(string, object)>() : [("Basis", basis)],
        ];
        await AlarmJournal.WriteAsync(uow, alarm, AlarmEvents.Called, said, AlarmJournal.Watch, now, ct);
    }
}
