using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Sites;

/// <summary>One person's browser without script: a session cookie, a form token, one request after the other.</summary>
internal sealed class Tablet : IDisposable
{
    /// <summary>A list of ten thousand chains, each of which is looked at anew after an upgrade.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;
    private string _token = "";

    private Tablet(Uri site) =>
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site, Timeout = Patience };

    public static Task<Tablet> SignInAsync(Uri site, CrewMember who) =>
        SignInAsync(site, "Badge", ("Badge", who.Badge), ("Pin", who.Pin));

    /// <param name="site">Where.</param>
    /// <param name="handler">Which of the two ways in.</param>
    /// <param name="fields">What it asks for.</param>
    public static async Task<Tablet> SignInAsync(Uri site, string handler, params (string Name, string Value)[] fields)
    {
        var tablet = new Tablet(site);
        tablet._token = Token(await ParseAsync(await tablet.GetAsync("/Account/SignIn")));
        using var answer = await tablet.PostAsync($"/Account/SignIn?handler={handler}", fields);
        Expect(answer, HttpStatusCode.Redirect);
        tablet._token = Token(await ParseAsync(await tablet.GetAsync("/")));
        return tablet;
    }

    /// <returns>Null when the page is not for this person.</returns>
    public async Task<IDocument?> FindPageAsync(string page)
    {
        using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.Forbidden)
        {
            return null;
        }

        Expect(answer, HttpStatusCode.OK);
        return await ParseAsync(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Reads the page to its end.</summary>
    public async Task<string> GetAsync(string page)
    {
        using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
        Expect(answer, HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> PostAsync(string address, params IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", _token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    /// <summary>For one who posts to an address again and again, and never looks at a page.</summary>
    /// <returns>With the cookies of this session, and none that a post answers with: the page that is not fetched would have taken it away.</returns>
    public HttpClient Poster()
    {
        var poster = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _client.BaseAddress };
        poster.DefaultRequestHeaders.Add("Cookie", _cookies.GetCookieHeader(_client.BaseAddress!));
        return poster;
    }

    /// <returns>The fields as a browser sends them, and the token of this session's forms.</returns>
    public string FormOf(string fields) => $"{fields}&__RequestVerificationToken={Uri.EscapeDataString(_token)}";

    /// <returns>The page the person sees next, whether the post answered with it or sent the browser there.</returns>
    public async Task<string> PostAndFollowAsync(string address, params IEnumerable<(string Name, string Value)> fields)
    {
        using var answer = await PostAsync(address, fields);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return await GetAsync(answer.Headers.Location!.ToString());
        }

        Expect(answer, HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => _client.Dispose();

    private static Task<IDocument> ParseAsync(string html) => BrowsingContext.New().OpenAsync(request => request.Content(html));

    private static string Token(IDocument page) =>
        page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
        ?? throw new InvalidOperationException("The page has no form.");

    private static void Expect(HttpResponseMessage answer, HttpStatusCode status)
    {
        if (answer.StatusCode != status)
        {
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} answered {answer.StatusCode} and not {status}.");
        }
    }
}
