using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <param name="Sent">To whom, and what became of it.</param>
public sealed record AlarmLine(AlarmRow Alarm, IReadOnlyList<AlarmMessageRow> Sent, bool MayAcknowledge);

/// <param name="Ways">On which messages leave the house; empty: nothing is sent out.</param>
/// <param name="Uncovered">Groups with nobody on duty now who could be reached, and who is called instead.</param>
/// <param name="Names">Full names of the staff, by number.</param>
/// <param name="TellsWhy">Whether the reader is told why a message did not go: it may hold a colleague's address.</param>
public sealed record AlarmSheet(
    IReadOnlyList<AlarmLine> Open,
    IReadOnlyList<AlarmLine> Over,
    IReadOnlyList<AlarmChannel> Ways,
    IReadOnlyList<(AlarmGroup Group, CallBasis Basis)> Uncovered,
    IReadOnlyDictionary<StaffNumber, string> Names,
    bool TellsWhy)
{
    public string NameOf(StaffNumber number) => Names.GetValueOrDefault(number) ?? $"{number}";
}

/// <summary>Everything that the page Alarms shows, of one moment.</summary>
public sealed class AlarmOverview
{
    private const int Recent = 30;

    private readonly Database _database;
    private readonly IReadOnlyList<IMessenger> _messengers;

    private readonly TimeProvider _time;

    internal AlarmOverview(Database database, IEnumerable<IMessenger> messengers, TimeProvider time) => (_database, _messengers, _time) = (database, [.. messengers], time);

    public async Task<AlarmSheet> LoadAsync(Person reader, CancellationToken ct)
    {
        await using var session = await _database.ReadAsync(ct);
        var (open, over) = (await AlarmRows.ListOpenAsync(session, ct), await AlarmRows.ListOverAsync(session, Recent, ct));
        var sent = await AlarmMessages.ListSinceAsync(session, over.Count > 0 ? over[^1].RaisedAt : DateTimeOffset.MaxValue, ct);
        var accounts = await PersonAccounts.ListAsync(session, ct);
        var list = await CallList.ReadAsync(session, _messengers, ct);
        var now = _time.GetUtcNow();
        return new(
            [.. open.Select(Line)],
            [.. over.Select(Line)],
            [.. _messengers.Select(way => way.Channel)],
            [.. Enum.GetValues<AlarmGroup>().Select(group => (group, list.At(group, now).Basis)).Where(group => group.Basis != CallBasis.OnDuty)],
            accounts.ToDictionary(account => account.StaffNo, account => account.FullName),
            reader.Has(Role.Administrator) || reader.Has(Role.QualityAssurance));

        AlarmLine Line(AlarmRow row)
        {
            IReadOnlyList<AlarmMessageRow> about = [.. sent.Where(message => message.AlarmKey == row.AlarmKey)];
            return new(row, about, row.IsOpen && AlarmDesk.MayAcknowledge(row, about, reader));
        }
    }
}
