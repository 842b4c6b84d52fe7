using System.Security.Cryptography;

namespace HemC101.Tracking.Web.People;

/// <summary>Which challenge this browser was given; no other browser can answer it.</summary>
internal static class PasskeyCookie
{
    private const string Name = "hemc101.passkey";
    private const int BytesOfAnId = 16;

    public static string Give(HttpContext context, TimeSpan life)
    {
        var challengeId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAnId));
        context.Response.Cookies.Append(Name, challengeId, Options(context, life));
        return challengeId;
    }

    /// <returns>Null when the browser was given none.</returns>
    public static string? Take(HttpContext context)
    {
        var challengeId = context.Request.Cookies[Name];
        context.Response.Cookies.Delete(Name, Options(context, null));
        return challengeId;
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/Account",
        MaxAge = life,
        IsEssential = true,
    };
}
