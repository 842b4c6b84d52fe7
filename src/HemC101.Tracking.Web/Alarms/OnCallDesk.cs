using System.Security.Cryptography;
using HemC101.Tracking.Alarms;
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

        if (reasons.Count == 0)
        {
            reasons.AddRange(await PutAsync(uow, form, staffNo, Doer.At(by.Number, accessor.HttpContext), ct));
        }

        if (reasons.Count > 0)
        {
            return reasons;
        }

        await uow.CommitAsync(ct);
        return [];
    }

    /// <summary>All of the shifts, or none.</summary>
    private async Task<IReadOnlyList<Text>> PutAsync(UnitOfWork uow, OnCallForm form, StaffNumber staffNo, Doer by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var known = await OnCalls.ListAsync(uow, ct);
        var rows = form.Times!.Select(at => RowOf(form, staffNo, at, known, now)).ToList();
        if (rows[0] is { Mail: null, Phone: null })
        {
            return [AlarmReasons.NoAddress];
        }

        if (rows.Exists(row => row.UntilAt <= now))
        {
            return [AlarmReasons.ShiftIsOver];
        }

        var group = known.Where(row => row.AlarmGroup == form.Group).Select(row => row.Duty).ToList();
        foreach (var row in rows)
        {
            if (Rota.Against(group, row.Duty) is { } against)
            {
                return [against.StaffNo == staffNo ? AlarmReasons.Doubled : AlarmReasons.PlaceTaken];
            }

            await OnCalls.AddAsync(uow, row, ct);
            await TellAddedAsync(uow, row, by, ct);
        }

        return [];
    }

    internal static Task TellAddedAsync(UnitOfWork uow, OnCallRow row, Doer by, CancellationToken ct)
    {
        Dictionary<string, object> said = new()
        {
            ["Id"] = row.OnCallId,
            ["StaffNo"] = $"{row.StaffNo}",
            ["Place"] = row.Place,
            [OnCallRow.DigestName] = $"{row.Digest}",
        };
        if (row is { FromAt: { } from, UntilAt: { } until })
        {
            said[OnCalls.From] = from.UtcDateTime;
            said[OnCalls.Until] = until.UtcDateTime;
        }

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

    /// <summary>With no address typed, the one that is known of the person.</summary>
    private static OnCallRow RowOf(OnCallForm form, StaffNumber staffNo, DutyTime at, IReadOnlyList<OnCallRow> known, DateTimeOffset now)
    {
        var before = form is { PlainMail: null, PlainPhone: null } ? known.Where(row => row.StaffNo == staffNo).MaxBy(row => row.AddedAt) : null;
        return new()
        {
            OnCallId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAnId)),
            AlarmGroup = form.Group ?? throw new InvalidOperationException("The form has no group."),
            StaffNo = staffNo,
            Place = form.Place ?? throw new InvalidOperationException("The form has no place."),
            FromAt = at.From,
            UntilAt = at.Until,
            Mail = before is null ? form.PlainMail : before.Mail,
            Phone = before is null ? form.PlainPhone : before.Phone,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfSalt)),
            AddedAt = now,
        };
    }
}
