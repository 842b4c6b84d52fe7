using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>
/// Setting <c>Proxies:Trusted</c>, a list of addresses (<c>10.0.0.5</c>) and networks (<c>10.1.0.0/24</c>): what these say of the caller's
/// address and of https (X-Forwarded-For, X-Forwarded-Proto) is believed. Nobody is believed without it, since anybody can send such headers.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Proxies:Trusted";

    /// <summary>ASPNETCORE_FORWARDEDHEADERS_ENABLED puts a reader before ours that believes everybody.</summary>
    private const string BelieveEverybody = "ForwardedHeaders_Enabled";

    private static readonly Text Unreadable = new(
        "Настройка {0}: не адреса и не сети, которые можно читать: {1}. Нужен адрес (10.0.0.5) или сеть (10.1.0.0/24) в каждой строке списка.",
        "The setting {0}: neither addresses nor networks that can be read: {1}. Each entry has to be an address (10.0.0.5) or a network (10.1.0.0/24).");

    private static readonly Text Everybody = new(
        "Переменная ASPNETCORE_FORWARDEDHEADERS_ENABLED заставляет верить любому, кто назовётся прокси. Уберите её и перечислите прокси в {0}.",
        "The variable ASPNETCORE_FORWARDEDHEADERS_ENABLED makes the site believe whoever calls itself a proxy. Remove it and list the proxies in {0}.");

    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var networks = Of(configuration);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = networks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    /// <exception cref="SettingFault">An entry is neither, or the environment would have everybody believed.</exception>
    internal static IReadOnlyList<IPNetwork> Of(IConfiguration configuration)
    {
        if (configuration.GetValue(BelieveEverybody, false))
        {
            throw new SettingFault(Everybody.With(Setting));
        }

        var section = configuration.GetSection(Setting);
        List<string> entries = [.. section.GetChildren().Select(entry => entry.Value ?? "")];
        if (section.Value is { Length: > 0 } single)
        {
            entries.Add(single);
        }

        var read = entries.ConvertAll(Read);
        var wrong = entries.Where((_, i) => read[i] is null).ToList();
        return wrong.Count == 0
            ? [.. read.OfType<IPNetwork>()]
            : throw new SettingFault(Unreadable.With(Setting, string.Join(", ", wrong.Select(entry => $"\"{entry}\""))));
    }

    private static IPNetwork? Read(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) && IsWhole(address, entry) ? new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : null;

    /// <summary>The reader of addresses takes "10.1" for 10.0.0.1.</summary>
    private static bool IsWhole(IPAddress address, string entry) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == entry;
}
