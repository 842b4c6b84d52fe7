using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("10.0.0.5", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.0/8", true)]
    public async Task SaysHttps_IsBelievedFromTheListAlone(string? trusted, bool believed)
    {
        var data = Directory.CreateTempSubdirectory("hemc101-proxy-");
        await using (var site = await SiteProcess.StartAsync(data, trusted is null ? [] : [$"--Proxies:Trusted:0={trusted}"]))
        {
            using var client = new HttpClient { BaseAddress = site.Address };
            using var request = new HttpRequestMessage(HttpMethod.Get, "/Account/SignIn") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "192.0.2.7" } } };

            using var answer = await client.SendAsync(request);

            var form = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("hemc101.form=", StringComparison.Ordinal));
            Assert.Equal(believed, form.Contains("secure", StringComparison.OrdinalIgnoreCase));
        }

        data.Delete(recursive: true);
    }

    [Fact]
    public void Of_AddressesAndNetworks_AreRead()
    {
        var networks = TrustedProxies.Of(Settings(("Proxies:Trusted:0", "10.0.0.5"), ("Proxies:Trusted:1", "10.1.0.0/24"), ("Proxies:Trusted:2", "2001:db8::1")));

        Assert.Equal(["10.0.0.5/32", "10.1.0.0/24", "2001:db8::1/128"], networks.Select(network => network.ToString()));
    }

    [Fact]
    public void Of_Nothing_IsNobody() => Assert.Empty(TrustedProxies.Of(Settings()));

    [Fact]
    public void Of_WrongEntries_NamesThemAll()
    {
        var settings = Settings(
            ("Proxies:Trusted:0", "proxy"), ("Proxies:Trusted:1", "10.0.0.5"), ("Proxies:Trusted:2", "10.1"), ("Proxies:Trusted:3", "10.1.0.0/33"), ("Proxies:Trusted:4", ""));

        var refused = Assert.Throws<SettingFault>(() => TrustedProxies.Of(settings));

        Assert.Equal(2, refused.Message.Split(": \"proxy\", \"10.1\", \"10.1.0.0/33\", \"\".").Length - 1);
    }

    [Fact]
    public void Add_EnvironmentThatBelievesEverybody_IsRefused()
    {
        var refused = Assert.Throws<SettingFault>(() => new ServiceCollection().AddTrustedProxies(Settings(("ForwardedHeaders_Enabled", "true"))));

        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params IEnumerable<(string Key, string Value)> pairs) =>
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
