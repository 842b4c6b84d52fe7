using HemC101.Tracking.Web.Stations;

namespace HemC101.Tracking.Web.Scanners;

/// <summary>
/// How a device is known again: as the registered station that it is, or else by a random number that says nothing of its user. Another
/// browser on the same computer is another device, and is tested for itself.
/// </summary>
internal static class DeviceCookie
{
    private const string Name = "hemc101.device";

    /// <returns>Null for a device that was never given a number.</returns>
    public static string? Find(HttpContext? context) =>
        CurrentStation.Of(context) is { } station ? station.HouseId.ToString()
        : context?.Request.Cookies[Name] is { } text && Guid.TryParseExact(text, "N", out var number) ? number.ToString("N") : null;

    /// <summary>The number the device has, or a new one; kept for another year in either case. A station needs none.</summary>
    public static string Give(HttpContext context)
    {
        if (CurrentStation.Of(context) is { } station)
        {
            return station.HouseId.ToString();
        }

        var device = Find(context) ?? Guid.NewGuid().ToString("N");
        context.Response.Cookies.Append(Name, device, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
        return device;
    }
}
