using HemC101.Tracking.Alarms;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Whom a way leads to, of those on the lists; closed accounts are left out.</summary>
internal sealed class CallList
{
    private readonly IReadOnlyList<OnCallRow> _reachable;
    private readonly IReadOnlyList<PersonAccount> _accounts;

    private CallList(IReadOnlyList<OnCallRow> reachable, IReadOnlyList<PersonAccount> accounts) => (_reachable, _accounts) = (reachable, accounts);

    public static async Task<CallList> ReadAsync(Source source, IReadOnlyCollection<IMessenger> ways, CancellationToken ct)
    {
        IReadOnlyList<PersonAccount> active = [.. (await PersonAccounts.ListAsync(source, ct)).Where(account => account.Active)];
        var open = active.Select(account => account.StaffNo).ToHashSet();
        var rows = await OnCalls.ListAsync(source, ct);
        return new([.. rows.Where(row => open.Contains(row.StaffNo) && ways.Any(way => way.AddressOf(row) is not null))], active);
    }

    /// <returns>In their order.</returns>
    public (CallBasis Basis, IReadOnlyList<OnCallRow> People) At(AlarmGroup group, DateTimeOffset moment)
    {
        var rows = _reachable.Where(row => row.AlarmGroup == group).ToDictionary(row => row.OnCallId);
        var (basis, called) = Rota.At([.. rows.Values.Select(row => row.Duty)], moment);
        return (basis, [.. called.Select(duty => rows[duty.Id])]);
    }

    /// <summary>Everybody whom an alarm of this kind concerns and whose address is known from any list, also from one of another time.</summary>
    public IReadOnlyList<OnCallRow> AllOf(AlarmKind kind)
    {
        var roles = AlarmBook.Of(kind).Roles;
        var concerned = _accounts.Where(account => roles.Overlaps(account.Roles)).Select(account => account.StaffNo).ToHashSet();
        return [.. _reachable.Where(row => concerned.Contains(row.StaffNo)).GroupBy(row => row.StaffNo).Select(known => known.MaxBy(row => row.AddedAt)!)];
    }
}
