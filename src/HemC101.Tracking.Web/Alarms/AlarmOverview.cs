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
/// <param name="Unmanned">Groups with nobody on call who could be reached.</param>
/// <param name="Names">Full names of the staff, by number.</param>
/// <param name="TellsWhy">Whether the reader is told why a message did not go: it may hold a colleague's address.</param>
public sealed record AlarmSheet(
    IReadOnlyList<AlarmLine> Open,
    IReadOnlyList<AlarmLine> Over,
    IReadOnlyList<AlarmChannel> Ways,
    IReadOnlyList<AlarmGroup> Unmanned,
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

    internal AlarmOverview(Database database, IEnumerable<IMessenger> messengers) => (_database, _messengers) = (database, [.. messengers]);

    public async Task<AlarmSheet> LoadAsync(Person reader, CancellationToken ct)
    {
        await using var session = await _database.ReadAsync(ct);
        var (open, over) = (await AlarmRows.ListOpenAsync(session, ct), await AlarmRows.ListOverAsync(session, Recent, ct));
        var sent = await AlarmMessages.ListSinceAsync(session, over.Count > 0 ? over[^1].RaisedAt : DateTimeOffset.MaxValue, ct);
        var accounts = await PersonAccounts.ListAsync(session, ct);
        var active = accounts.Where(account => account.Active).Select(account => account.StaffNo).ToHashSet();
        var manned = (await OnCalls.ListAsync(session, ct))
            .Where(person => active.Contains(person.StaffNo) && _messengers.Any(way => way.AddressOf(person) is not null))
            .Select(person => person.AlarmGroup);
        return new(
            [.. open.Select(Line)],
            [.. over.Select(Line)],
            [.. _messengers.Select(way => way.Channel)],
            [.. Enum.GetValues<AlarmGroup>().Except(manned)],
            accounts.ToDictionary(account => account.StaffNo, account => account.FullName),
            reader.Has(Role.Administrator) || reader.Has(Role.QualityAssurance));

        AlarmLine Line(AlarmRow row)
        {
            IReadOnlyList<AlarmMessageRow> about = [.. sent.Where(message => message.AlarmKey == row.AlarmKey)];
            return new(row, about, row.IsOpen && AlarmDesk.MayAcknowledge(row, about, reader));
        }
    }
}
