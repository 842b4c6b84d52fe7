using System.Net;
using System.Security.Authentication;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>The example of nginx before two nodes: one site over https, which goes on when a node is gone.</summary>
[Collection(DeployTests.Name)]
public sealed class NginxTests : IAsyncLifetime, IDisposable
{
    private const string Trust = "--Proxies:Trusted:0=127.0.0.1";
    private const int Visits = 12;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-behind-nginx-");
    private readonly List<SiteProcess> _nodes = [];
    private ServerDatabase? _server;
    private FilledSite _filled = null!;
    private NginxProcess _nginx = null!;

    public async Task InitializeAsync()
    {
        _server = new ServerDatabase();
        _filled = await FreshSite.FillAsync(_data, _server.Arguments);
        _nodes.Add(await SiteProcess.StartAsync(_data, [.. _server.Arguments, Trust]));
        _nodes.Add(await SiteProcess.StartAsync(_data, [.. _server.Arguments, Trust]));
        _nginx = await NginxProcess.StartAsync(_nodes[0].Address, _nodes[1].Address);
    }

    public async Task DisposeAsync()
    {
        await _nginx.DisposeAsync();
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        Dispose();
    }

    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
        if (Directory.Exists(_data.FullName))
        {
            _data.Delete(recursive: true);
        }
    }

    [ProgramFact("nginx", "nginx-light", withServer: true)]
    public async Task Example_ServesOneSiteOverHttps_AndOutlivesANode()
    {
        var cookies = new CookieContainer();
        using var browser = _nginx.Client(_nginx.SecurePort, cookies: cookies);
        using var tablet = new Tablet(browser);

        using var outside = await browser.GetAsync(new Uri("/Labels", UriKind.Relative));
        Assert.StartsWith($"https://{NginxProcess.Name}:{_nginx.SecurePort}/Account/SignIn", outside.Headers.Location?.ToString(), StringComparison.Ordinal);

        await tablet.SignInAgainAsync(_filled.Crew.First(member => member.Role == Role.Coordinator));
        Assert.All(cookies.GetAllCookies(), cookie => Assert.True(cookie.Secure, $"{cookie.Name} goes over plain http, too."));
        Assert.Contains(cookies.GetAllCookies(), cookie => cookie.Name == "hemc101.session");
        await OpensAsync(browser);

        await _nodes[0].KillAsync();
        await OpensAsync(browser);

        await SignsInAnewAsync();
    }

    [ProgramFact("nginx", "nginx-light", withServer: true)]
    public async Task Example_AnswersNobodyElse_AndLetsTheSiteSayWhatIsTooLarge()
    {
        using var plain = _nginx.Client(_nginx.PlainPort);
        using var moved = await plain.GetAsync(new Uri("/Chains", UriKind.Relative));
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://hemc101.example/Chains"), (moved.StatusCode, moved.Headers.Location?.ToString()));

        using var stranger = _nginx.Client(_nginx.SecurePort, "other.example");
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri("/", UriKind.Relative)));
        Assert.IsType<AuthenticationException>(refused.InnerException);

        using var browser = _nginx.Client(_nginx.SecurePort);
        using var large = new ByteArrayContent(new byte[4 * 1024 * 1024 + 1_000]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await browser.PostAsync(new Uri("/Account/SignIn", UriKind.Relative), large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Форма слишком велика", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static async Task OpensAsync(HttpClient browser)
    {
        for (var visit = 0; visit < Visits; visit++)
        {
            using var answer = await browser.GetAsync(new Uri("/Chains", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>A form, too, reaches the node that is left.</summary>
    private async Task SignsInAnewAsync()
    {
        using var browser = _nginx.Client(_nginx.SecurePort);
        using var tablet = new Tablet(browser);
        await tablet.SignInAgainAsync(_filled.Crew.First(member => member.Role == Role.Investigator));
    }
}
