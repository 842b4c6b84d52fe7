using System.Security.Cryptography;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>Use cases: who is on call. Row and ledger entry are one transaction; the ledger has no address.</summary>
public sealed class OnCallDesk(Database database, IHttpContextAccessor accessor, TimeProvider time)
{
    private const int BytesOfAnId = 8;
    private const int BytesOfSalt = 16;

    /// <returns>Why not; empty when it is done.</returns>
    public async Task<IReadOnlyList<Text>> AddAsync(OnCallForm form, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        List<Text> reasons = [.. form.Refusals()];
        if (form.StaffNo is not { } staffNo || await PersonAccounts.FindAsync(uow, staffNo, ct) is not { Active: true })
        {
            return [AlarmReasons.NoPerson, .. reasons];
        }

        if ((await OnCalls.ListAsync(uow, ct)).Any(row => row.AlarmGroup == form.Group && row.StaffNo == staffNo))
        {
            reasons.Add(AlarmReasons.Doubled);
        }

        if (reasons.Count > 0)
        {
            return reasons;
        }

        var row = RowOf(form, staffNo);
        await OnCalls.AddAsync(uow, row, ct);
        await TellAddedAsync(uow, row, Doer.At(by.Number, accessor.HttpContext), ct);
        await uow.CommitAsync(ct);
        return [];
    }

    internal static Task TellAddedAsync(UnitOfWork uow, OnCallRow row, Doer by, CancellationToken ct)
    {
        var said = new Dictionary<string, object>
        {
            ["Id"] = row.OnCallId,
            ["StaffNo"] = $"{row.StaffNo}",
            ["Place"] = row.Place,
            [OnCallRow.DigestName] = $"{row.Digest}",
        };
        return HouseJournal.WriteAsync(uow, OnCalls.StreamOf(row.AlarmGroup), OnCalls.Added, said, by, row.AddedAt, ct);
    }

    /// <returns>Null when it is done.</returns>
    public async Task<Text?> RemoveAsync(string onCallId, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await OnCalls.RemoveAsync(uow, onCallId, ct) is not { } row)
        {
            return AlarmReasons.Removed;
        }

        var said = new { Id = row.OnCallId, StaffNo = $"{row.StaffNo}" };
        await HouseJournal.WriteAsync(
            uow, OnCalls.StreamOf(row.AlarmGroup), OnCalls.Removed, said, Doer.At(by.Number, accessor.HttpContext), time.GetUtcNow(), ct);
        await uow.CommitAsync(ct);
        return null;
    }

    private OnCallRow RowOf(OnCallForm form, StaffNumber staffNo) => new()
    {
        OnCallId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAnId)),
        AlarmGroup = form.Group ?? throw new InvalidOperationException("The form has no group."),
        StaffNo = staffNo,
        Place = form.Place ?? throw new InvalidOperationException("The form has no place."),
        Mail = form.PlainMail,
        Phone = form.PlainPhone,
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfSalt)),
        AddedAt = time.GetUtcNow(),
    };
}
