using HemC101.Tracking.Web.Infrastructure;
using Microsoft.Extensions.Configuration.Memory;

namespace HemC101.Tracking.Web.Demo;

/// <summary>What <c>--demo</c> stands for. Whatever the environment, a settings file or the rest of the line says of the same wins.</summary>
public static class DemoArguments
{
    public const string Switch = "--demo";

    private const string Urls = "urls";

    /// <summary>Other ways to say where the site listens; ASP.NET Core lets <c>urls</c> win over the ports.</summary>
    private static readonly string[] Listening = ["http_ports", "https_ports", "Kestrel:Endpoints"];

    public static string[] Expand(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return [.. args.Select(arg => arg == Switch ? "--Demo:Enabled=true" : arg)];
    }

    /// <summary>A folder and an address of its own, as the weakest of all settings.</summary>
    public static void AddDefaults(ConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!DemoMode.Of(configuration).IsOn)
        {
            return;
        }

        var defaults = new Dictionary<string, string?> { ["Data:Directory"] = "demo-data" };
        if (!Listening.Any(key => configuration.GetSection(key).Exists()))
        {
            defaults[Urls] = "http://127.0.0.1:5080";
        }

        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
    }

    /// <summary>Tells whoever started it where to go.</summary>
    public static void Announce(IEnumerable<string> urls)
    {
        var url = (urls.FirstOrDefault() ?? "").Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal);
        Console.WriteLine($"""

            ДЕМО / DEMO   {url}
            Сценарий, бейджи и коды / the story, badges and codes:   {url}/Demo
            Вход / sign in:   {DemoPeople.All[0].UserName} / {DemoPeople.All[0].Password}

            """);
    }
}
