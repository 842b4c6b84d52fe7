using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HemC101.Tracking.Web.Stations;

/// <summary>What makes a browser a station: a secret that only its cookie holds. It opens nothing by itself; people still sign in.</summary>
internal static class StationCookie
{
    private const string Name = "hemc101.station";
    private const int BytesOfASecret = 32;

    /// <summary>Browsers keep no cookie longer (RFC 6265bis §5.5); every sign-in begins it anew.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(BytesOfASecret));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <returns>Null when the browser was never registered.</returns>
    public static string? Find(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } secret ? secret : null;

    public static void Give(HttpContext context, string secret) => context.Response.Cookies.Append(Name, secret, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Life,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    });
}
