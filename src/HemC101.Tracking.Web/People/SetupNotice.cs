using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HemC101.Tracking.Web.People;

/// <summary>Tells whoever starts a site without accounts how to make the first one.</summary>
internal static class SetupNotice
{
    public static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstStart>().OpenAsync(ct) is { } secret)
        {
            app.Lifetime.ApplicationStarted.Register(() => Say(app, secret));
        }
    }

    private static void Say(WebApplication app, string secret)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var link = $"{Opened(addresses.FirstOrDefault() ?? "")}/Setup/{secret}";
        app.Logger.LogWarning("Nobody has an account yet. The first administrator is made within {Hours} hours at {Link}", FirstStart.Life.TotalHours, link);
        Console.WriteLine($"""

            ПЕРВЫЙ ЗАПУСК / FIRST START   {link}
            Учётных записей ещё нет. Заведите первого администратора по этой ссылке: один раз, в течение {FirstStart.Life.TotalHours} часов, до следующего запуска.
            There are no accounts yet. Make the first administrator with this link: once, within {FirstStart.Life.TotalHours} hours, before the next start.

            """);
    }

    /// <summary>An address that listens everywhere can be opened on this machine.</summary>
    private static string Opened(string address)
    {
        foreach (var everywhere in new[] { "0.0.0.0", "[::]", "*", "+" })
        {
            address = address.Replace($"//{everywhere}", "//localhost", StringComparison.Ordinal);
        }

        return address.TrimEnd('/');
    }
}
