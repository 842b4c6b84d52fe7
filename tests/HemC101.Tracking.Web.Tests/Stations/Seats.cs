using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Stations;
using HemC101.Tracking.Web.Tests.Administration;

namespace HemC101.Tracking.Web.Tests.Stations;

/// <summary>Stations as an administrator and somebody at the device make them: a code from one page, typed into another.</summary>
internal static class Seats
{
    public const string Offers = "/Administration/Stations";
    public const string Device = "/Account/Station";

    public static readonly HouseId Tablet = HouseId.Issue(HouseKind.Station, 71);
    public static readonly HouseId Bench = HouseId.Issue(HouseKind.Station, 72);

    public static async Task AddAsync(Database database, DateTimeOffset now)
    {
        await using var uow = await database.BeginAsync(default);
        foreach (var id in new[] { Tablet, Bench })
        {
            var thing = new HouseThingRow
            {
                HouseId = id,
                Kind = HouseKind.Station,
                NameRu = $"Место {id.Content}",
                NameEn = $"Place {id.Content}",
                Status = HouseStatus.Released,
                CreatedAt = now,
            };
            await HouseThings.AddAsync(uow, thing, default);
            await HouseJournal.RegisteredAsync(uow, thing, Doer.Console, default);
        }

        await uow.CommitAsync(default);
    }

    public static async Task<string> OfferAsync(HttpClient administrator, HouseId station, StationType type = StationType.Ward)
    {
        using var answer = await Office.SendAsync(administrator, Offers, "Offer", ("Id", $"{station}"), ("Type", $"{type}"));
        return (await People.Desk.PageAsync(answer)).QuerySelector(".station-code")?.TextContent ?? throw new InvalidOperationException("No code was shown.");
    }

    public static Task<HttpResponseMessage> TypeAsync(HttpClient device, string code) => Office.SendAsync(device, Device, null, ("Code", code));

    public static async Task RegisterAsync(HttpClient administrator, HttpClient device, HouseId station, StationType type = StationType.Ward)
    {
        using var answer = await TypeAsync(device, await OfferAsync(administrator, station, type));
        Assert.Equal($"{Device}?done=True", answer.Headers.Location?.ToString());
    }

    /// <summary>Past the pages, for tests that are about something else.</summary>
    /// <returns>What the browser's cookie holds.</returns>
    public static async Task<string> RegisterAsync(Database database, HouseId station, StationType type, DateTimeOffset now)
    {
        var secret = StationCookie.NewSecret();
        await using var uow = await database.BeginAsync(default);
        var device = new StationDeviceRow
        {
            HouseId = station,
            DeviceId = $"device of {station}",
            Type = type,
            SecretHash = StationCookie.HashOf(secret),
            RegisteredBy = StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1),
            RegisteredAt = now,
        };
        await StationDevices.PutAsync(uow, device, default);
        await uow.CommitAsync(default);
        return $"hemc101.station={secret}";
    }

    public static IEnumerable<string> Given(HttpResponseMessage answer, string cookie) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Where(value => value.StartsWith($"{cookie}=", StringComparison.Ordinal)) : [];
}
