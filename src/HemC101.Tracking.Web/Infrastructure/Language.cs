using System.Globalization;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Two languages, Russian first. The request's culture decides; views say <c>@T("Русский", "English")</c>.</summary>
public static class Language
{
    public const string Russian = "ru";
    public const string English = "en";

    internal const string Cookie = "hemc101.language";

    public static string Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Russian;

    public static string T(string ru, string en) => Current == English ? en : ru;

    public static string T(Text text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.In(Current);
    }

    /// <summary>Makes something in one language, whichever the request has.</summary>
    internal static TMade In<TMade>(string language, Func<TMade> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureOf(language);
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    internal static bool IsKnown(string? language) => language is Russian or English;

    internal static CultureInfo CultureOf(string language) =>
        CultureInfo.GetCultureInfo(language == English ? "en-GB" : "ru-RU");

    /// <summary>Remembers the choice on this device for a year; the person's own choice is stored with the account.</summary>
    internal static void Remember(HttpContext context, string language) =>
        context.Response.Cookies.Append(Cookie, language, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
}
