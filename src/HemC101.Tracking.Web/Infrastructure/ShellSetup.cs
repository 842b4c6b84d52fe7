using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>Language, headers, static files and error pages: what every page stands on.</summary>
internal static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DemoMode.Of(configuration));
        services.AddTrustedProxies(configuration);
        services.AddRateLimits(configuration);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.Cyrillic,
                UnicodeRanges.GeneralPunctuation, UnicodeRanges.SuperscriptsandSubscripts, UnicodeRanges.MathematicalOperators));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            string[] cultures = ["ru-RU", "en-GB"];
            options.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders = [new LanguageCookieProvider()];
        });
        FormDoor.Limit(services);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hemc101.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "hemc101.said";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    public static IApplicationBuilder UseShell(this IApplicationBuilder app) => app
        .UseForwardedHeaders()
        .UseStrictTransport()
        .UseSecurityHeaders()
        .UseRequestLocalization()
        .UseExceptionHandler("/Error/500")
        .UseStatusCodePagesWithReExecute("/Error/{0}")
        .UseMiddleware<FormDoor>()
        .UseStaticFiles(StaticFiles.Options);

    /// <summary>A browser that has once come by https comes by nothing else; not on a developer's own machine, whose other sites it would lock out.</summary>
    private static IApplicationBuilder UseStrictTransport(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment() ? app : app.UseHsts();
}
