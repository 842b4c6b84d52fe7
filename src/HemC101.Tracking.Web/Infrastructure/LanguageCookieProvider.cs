using Microsoft.AspNetCore.Localization;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>The browser's own preference is not asked: a ward tablet speaks Russian until somebody chooses otherwise.</summary>
internal sealed class LanguageCookieProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var chosen = httpContext.Request.Cookies[Language.Cookie];
        return Task.FromResult(Language.IsKnown(chosen) ? new ProviderCultureResult(Language.CultureOf(chosen!).Name) : null);
    }
}
