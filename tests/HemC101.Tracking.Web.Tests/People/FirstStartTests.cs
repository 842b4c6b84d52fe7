using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.People;

/// <summary>A site in which nobody has an account.</summary>
public sealed partial class FirstStartTests : IAsyncLifetime, IDisposable
{
    private readonly Desk _desk = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-first-");
    private HttpClient _browser = null!;
    private string _link = "";

    public async Task InitializeAsync()
    {
        _browser = _desk.NewBrowser();
        _link = $"/Setup/{await OpenAsync()}";
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_desk).DisposeAsync();
        _data.Delete(recursive: true);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Post_GoodLink_MakesTheAdministrator_ShowsTheBadge_AndClosesThePage()
    {
        var page = await Desk.PageAsync(await SendAsync());

        var account = Assert.Single(await PeopleAsync());
        Assert.Equal(("Орлов Павел", "orlov", "ru"), (account.FullName, account.UserName, account.Language));
        Assert.Equal([Role.Administrator], account.Roles);
        var badge = Badge.Text(account.StaffNo, account.BadgeSerial);
        Assert.Contains(badge, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main svg[role=img], main .setup-badge svg"));
        Assert.DoesNotContain(Desk.Password, page.Source.Text, StringComparison.Ordinal);
        Assert.NotNull(await LabelPrints.FindAsync(_desk.Database, account.BadgeSerial, default));
        Assert.IsType<Authentication.Succeeded>(await _desk.AuthenticateAsync("orlov", Desk.Password));
        Assert.IsType<Authentication.Succeeded>(await _desk.AuthenticateAsync(badge, Desk.Pin));
        var entry = Assert.Single(await EventLedger.ReadStreamAsync(_desk.Database, PersonAccounts.StreamOf(account.StaffNo), default));
        Assert.Equal(("PersonAdded", account.StaffNo.ToString()), (entry.Type, entry.Actor));
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri(_link, UriKind.Relative))).StatusCode);
        Assert.Null(await OpenAsync());
    }

    [Theory]
    [InlineData("FullName", "", "в одну строку")]
    [InlineData("UserName", "орлов", "латинских")]
    [InlineData("UserName", "", "латинских")]
    [InlineData("Password", "short", "по-разному")]
    [InlineData("PinAgain", "750184", "по-разному")]
    [InlineData("Pin", "", "по-разному")]
    public async Task Post_BadInput_SaysWhy_AndTheLinkIsStillGood(string field, string value, string reason)
    {
        var answer = await SendAsync((field, value));

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
        await SendAsync();
        Assert.Single(await PeopleAsync());
    }

    [Fact]
    public async Task Post_WeakSecrets_AreRefused()
    {
        var answer = await SendAsync(("Password", "short"), ("PasswordAgain", "short"), ("Pin", "123456"), ("PinAgain", "123456"));

        var reasons = await Office.ReasonsAsync(answer);
        Assert.Contains("не короче 12", reasons, StringComparison.Ordinal);
        Assert.Contains("угадать", reasons, StringComparison.Ordinal);
        Assert.Empty(await PeopleAsync());
    }

    [Theory]
    [InlineData("ru", "Ссылка не действует", "перезапустите сайт")]
    [InlineData("en", "The link is not valid", "start the site again")]
    public async Task Get_GuessedReplacedOrExpired_IsRefusedWithWhatToDo(string language, string what, string whatToDo)
    {
        await Desk.SendAsync(_browser, "/Account/SignIn", ("ReturnUrl", "/"), ("Chosen", language));
        var replaced = _link;
        _link = $"/Setup/{await OpenAsync()}";
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(new Uri(_link, UriKind.Relative))).StatusCode);

        await AssertGoneAsync("/Setup/guessed", what, whatToDo);
        await AssertGoneAsync(replaced, what, whatToDo);
        _desk.Time.Advance(TimeSpan.FromHours(24));
        await AssertGoneAsync(_link, what, whatToDo);
    }

    [Fact]
    public async Task Post_LinkReplacedOrSomebodyAddedMeanwhile_MakesNothing()
    {
        var open = await Office.GetAsync(_browser, _link);
        await OpenAsync();
        var replaced = await SendAsync(open);
        await _desk.AdminAsync(admin => admin.AddAsync(
            "Жукова Вера", "zhukova", new HashSet<Role> { Role.Administrator }, Desk.Password, Desk.Pin, "ru", default));
        var tooLate = await SendAsync(open);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (replaced.StatusCode, tooLate.StatusCode));
        Assert.Equal("zhukova", Assert.Single(await PeopleAsync()).UserName);
    }

    [Fact]
    public async Task Post_ManyAtOnce_MakeExactlyOneAccount()
    {
        var open = await Office.GetAsync(_browser, _link);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => SendAsync(open, ("UserName", $"orlov{number}"))));

        var account = Assert.Single(await PeopleAsync());
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{answer.StatusCode}"));
        var pages = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(pages, page => page.Contains("Администратор заведён", StringComparison.Ordinal));
        Assert.Contains($"{account.UserName} ", string.Join('\n', pages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfAnEmptySite_PrintsANewLinkEachTime_UntilSomebodyHasAnAccount()
    {
        string before, link;
        await using (var first = await SiteProcess.StartAsync(_data))
        {
            before = LinkIn(first);
        }

        await using (var second = await SiteProcess.StartAsync(_data))
        {
            link = LinkIn(second);
            Assert.NotEqual(new Uri(before).AbsolutePath, new Uri(link).AbsolutePath);
            Assert.DoesNotContain(new Uri(link).Segments[^1], await RawAsync(), StringComparison.Ordinal);
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = second.Address };
            Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(new Uri(new Uri(before).AbsolutePath, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Office.SendAsync(browser, new Uri(link).AbsolutePath, null, Fields())).StatusCode);
        }

        await using var third = await SiteProcess.StartAsync(_data);
        Assert.DoesNotContain("/Setup/", third.Output, StringComparison.Ordinal);
        using var late = new HttpClient { BaseAddress = third.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync(new Uri(new Uri(link).AbsolutePath, UriKind.Relative))).StatusCode);
    }

    /// <summary>Once on the console, once in the log, and it has at least 128 bits.</summary>
    private static string LinkIn(SiteProcess site)
    {
        var links = Links().Matches(site.Output).Select(match => match.Value).ToList();
        Assert.Equal(2, links.Count);
        Assert.Equal(links[0], links[1]);
        Assert.True(new Uri(links[0]).Segments[^1].Length >= 43, links[0]);
        return links[0];
    }

    [GeneratedRegex(@"http://\S+/Setup/[A-Za-z0-9_-]+")]
    private static partial Regex Links();

    private static (string Name, string Value)[] Fields(params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] good =
        [
            ("FullName", "Орлов Павел"), ("UserName", "orlov"), ("Password", Desk.Password), ("PasswordAgain", Desk.Password),
            ("Pin", Desk.Pin), ("PinAgain", Desk.Pin),
        ];
        return [.. good.Where(field => others.All(other => other.Name != field.Name)), .. others];
    }

    private async Task AssertGoneAsync(string link, string what, string whatToDo)
    {
        var answer = await _browser.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var page = await Desk.PageAsync(answer);
        Assert.Contains(what, page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(whatToDo, page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    private async Task<string?> OpenAsync()
    {
        await using var scope = _desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FirstStart>().OpenAsync(default);
    }

    private Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] others) => Office.SendAsync(_browser, _link, null, Fields(others));

    /// <summary>From a page that was opened before.</summary>
    private async Task<HttpResponseMessage> SendAsync(AngleSharp.Html.Dom.IHtmlDocument page, params (string Name, string Value)[] others)
    {
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            Fields(others).Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await _browser.PostAsync(new Uri(_link, UriKind.Relative), form);
    }

    private Task<IReadOnlyList<PersonAccount>> PeopleAsync() => PersonAccounts.ListAsync(_desk.Database, default);

    private async Task<string> RawAsync()
    {
        var text = new StringBuilder();
        foreach (var file in _data.GetFiles("hemc101.db*"))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        Assert.NotEqual(0, text.Length);
        return text.ToString();
    }
}
