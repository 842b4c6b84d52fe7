using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace HemC101.Tracking.Web.Tests.Infrastructure;

/// <summary>What goes with every answer: https from now on, cookies that scripts and other sites do not get, files that only lie on a disk.</summary>
public sealed class SecureTransportTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("Production", "https://hemc101.example", "max-age=31536000")]
    [InlineData("Production", "http://hemc101.example", null)]
    [InlineData("Production", "https://localhost", null)]
    [InlineData("Development", "https://hemc101.example", null)]
    public async Task StrictTransport_IsSaidByHttpsOutsideDevelopment(string environment, string address, string? expected)
    {
        await using var site = _site.WithWebHostBuilder(builder => builder.UseEnvironment(environment));
        using var browser = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri(address) });

        using var answer = await browser.GetAsync(new Uri("/Account/SignIn", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var said) ? said.Single() : null);
    }

    [Theory]
    [InlineData("https://localhost", true)]
    [InlineData("http://localhost", false)]
    public async Task Cookies_AllOfThem_AreForThisSiteAlone_AndSecureByHttps(string address, bool secure)
    {
        CookieJar jar = new(_site.Server.CreateHandler());
        using var browser = new HttpClient(jar) { BaseAddress = new Uri(address) };
        using var tablet = await Tablet.SignInAsync(browser, _site.Crew(Role.QualityAssurance), "ru");
        using var begun = await tablet.PostAsync("/ScannerTest", "Begin", [("StationCode", "Quality"), ("Place", "bench 1")]);
        using var done = await tablet.PostAsync("/Administration/Seals", handler: null, []);

        Assert.Equal(["hemc101.device", "hemc101.form", "hemc101.language", "hemc101.said", "hemc101.session"], jar.Set.Keys.Order(StringComparer.Ordinal));
        Assert.All(jar.Set.Values, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Download_IsSaved_AndRunsNothingWhenOpened()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await tablet.PostAsync($"/Chains/{_site.Chains[0]}/Evidence", handler: null, []);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("attachment", $"{_site.Chains[0]}.zip"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    /// <summary>Keeps every cookie as it was set, and sends it back.</summary>
    private sealed class CookieJar(HttpMessageHandler server) : DelegatingHandler(server)
    {
        public Dictionary<string, string> Set { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Set.Values.Select(cookie => cookie.Split(';')[0])));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                Set[cookie.Split('=')[0]] = cookie;
            }

            return answer;
        }
    }
}
