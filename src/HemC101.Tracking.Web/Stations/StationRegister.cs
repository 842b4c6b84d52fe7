using System.Security.Cryptography;
using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.Stations;

/// <summary>
/// Use cases: an administrator offers a station, the browser in which the code is typed becomes it, and it is revoked. A station is one
/// browser; offered again, another takes its place.
/// </summary>
public sealed class StationRegister(Database database, CurrentStation current, IHttpContextAccessor accessor, TimeProvider time)
{
    /// <summary>Nothing that is mistaken for another sign when it is read from one screen and typed into another.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int LengthOfACode = 8;
    private const int BytesOfAnId = 16;

    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(15);

    public async Task<StationOutcome> OfferAsync(HouseId id, StationType? type, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!by.Has(Role.Administrator) || type is not { } kind)
        {
            return new StationOutcome.Refused(by.Has(Role.Administrator) ? StationReasons.NoType : StationReasons.OnlyAdministrators);
        }

        var now = time.GetUtcNow();
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (!await IsInUseAsync(uow, id, ct))
        {
            return new StationOutcome.Refused(StationReasons.NoStation);
        }

        var code = RandomNumberGenerator.GetString(Alphabet, LengthOfACode);
        var pairing = new StationPairingRow { HouseId = id, Type = kind, CodeHash = StationCookie.HashOf(code), OfferedBy = by.Number, Until = now + Life };
        await StationPairings.PutAsync(uow, pairing, ct);
        await WriteAsync(uow, id, StationEvents.Offered, new { Type = kind, pairing.Until }, by.Number, now, ct);
        await uow.CommitAsync(ct);
        return new StationOutcome.Offered(code, pairing.Until);
    }

    /// <summary>Nobody has to be signed in: whoever types the code was given it by the administrator, who answers for it.</summary>
    public async Task<StationOutcome> RegisterAsync(HttpContext context, string code, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(code);
        var (secret, now) = (StationCookie.NewSecret(), time.GetUtcNow());
        var before = await current.FindAsync(context, ct);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var pairing = await StationPairings.TakeAsync(uow, StationCookie.HashOf(Normal(code)), now, ct);
        if (pairing is null || !await IsInUseAsync(uow, pairing.HouseId, ct))
        {
            return new StationOutcome.Refused(StationReasons.CodeWrong);
        }

        if (before is not null && before.HouseId != pairing.HouseId)
        {
            await RemoveAsync(uow, before.HouseId, before.DeviceId, pairing.OfferedBy, now, ct);
        }

        var device = DeviceOf(pairing, secret, now);
        await StationDevices.PutAsync(uow, device, ct);
        var said = new Dictionary<string, object>
        {
            ["Device"] = device.DeviceId,
            ["Type"] = device.Type,
            [StationDeviceRow.DigestName] = $"{device.Digest}",
        };
        await WriteAsync(uow, device.HouseId, StationEvents.Registered, said, pairing.OfferedBy, now, ct);
        await uow.CommitAsync(ct);
        StationCookie.Give(context, secret);
        CurrentStation.Set(context, device);
        return new StationOutcome.Registered(device);
    }

    /// <param name="id">Which station.</param>
    /// <param name="deviceId">The browser that the administrator saw: one registered meanwhile stays.</param>
    /// <param name="by">Who revokes it.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<StationOutcome> RevokeAsync(HouseId id, string deviceId, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!by.Has(Role.Administrator))
        {
            return new StationOutcome.Refused(StationReasons.OnlyAdministrators);
        }

        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (!await RemoveAsync(uow, id, deviceId, by.Number, time.GetUtcNow(), ct))
        {
            return new StationOutcome.Refused(StationReasons.SomebodyWasFirst);
        }

        await StationPairings.RemoveAsync(uow, id, ct);
        await uow.CommitAsync(ct);
        return new StationOutcome.Revoked();
    }

    /// <summary>People read a code in two halves, and type it as their keyboard stands.</summary>
    private static string Normal(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static StationDeviceRow DeviceOf(StationPairingRow pairing, string secret, DateTimeOffset now) => new()
    {
        HouseId = pairing.HouseId,
        DeviceId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAnId)),
        Type = pairing.Type,
        SecretHash = StationCookie.HashOf(secret),
        RegisteredBy = pairing.OfferedBy,
        RegisteredAt = now,
    };

    private static async Task<bool> IsInUseAsync(Source source, HouseId id, CancellationToken ct) =>
        await HouseThings.FindAsync(source, id, ct) is { Kind: HouseKind.Station, Status: HouseStatus.Released };

    private async Task<bool> RemoveAsync(UnitOfWork uow, HouseId id, string deviceId, StaffNumber by, DateTimeOffset now, CancellationToken ct)
    {
        var removed = await StationDevices.RemoveAsync(uow, id, deviceId, ct);
        if (removed)
        {
            await WriteAsync(uow, id, StationEvents.Revoked, new { Device = deviceId }, by, now, ct);
        }

        return removed;
    }

    private Task<int> WriteAsync(UnitOfWork uow, HouseId id, string type, object said, StaffNumber by, DateTimeOffset now, CancellationToken ct) =>
        HouseJournal.WriteAsync(uow, HouseThings.StreamOf(id), type, said, Doer.At(by, accessor.HttpContext), now, ct);
}
