using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Access;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Stations;

/// <summary>Two operators at one bench: the first scans and begins to fill in, the second takes over with badge and PIN. No script runs.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private const string HandOver = "/Account/HandOver";

    private LiveSite _site = null!;
    private HttpClient _bench = null!;
    private string _page = "";

    private CoiId Coi => _site.Chains[0];

    private CrewMember First => _site.Crew(Role.WardNurse);

    private CrewMember Second => _site.Crew(Role.WardNurse, 1);

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bag.depart", "1"));
        await Seats.AddAsync(_site.Database, _site.Time.GetUtcNow());
        _bench = _site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost") });
        _bench.DefaultRequestHeaders.Add(
            "Cookie", await Seats.RegisterAsync(_site.Database, Seats.Bench, StationType.Laboratory, _site.Time.GetUtcNow()));
        _page = Tablet.Step("Ward", "bag.receive", Coi, $"{(await BagAsync()).Id}");
        await Tablet.SignInAsync(_bench, First, "ru");
    }

    public async Task DisposeAsync()
    {
        _bench.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task HandOver_HalfFilled_KeepsAddressAttemptScansAndFields_AndTheNextPersonFinishes()
    {
        var form = await ScannedFormAsync();
        var asked = await PressAsync(form, ("max_c", "-160,5"), ("seal_good", "true"), ("Signers[0].Signer", First.Badge), ("Signers[0].Secret", First.Pin));
        Assert.DoesNotContain(First.Pin, asked.DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var taken = await TakeOverAsync(asked, Second);

        Assert.Equal($"{_page}?attempt=one", Uri.UnescapeDataString(taken.Headers.Location!.ToString()));
        var page = await GetAsync($"{_page}?attempt=one");
        Assert.Contains(Second.Person.FullName, page.QuerySelector(".whoami")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".demand-done").Length);
        Assert.Equal("-160,5", ValueOf(page, "max_c"));
        Assert.True(((IHtmlInputElement)page.QuerySelector("[name=seal_good]")!).IsChecked);
        Assert.Equal("", ValueOf(page, "Signers[0].Signer"));

        using var done = await SendAsync(
            page.QuerySelector<IHtmlFormElement>(".step-form")!, null,
            [
                ("Signers[0].Signer", _site.Crew(Role.Courier).Badge),
                ("Signers[0].Secret", _site.Crew(Role.Courier).Pin),
                ("Signers[1].Signer", Second.Badge),
                ("Signers[1].Secret", Second.Pin),
            ]);

        Assert.Equal($"/Chains/{Coi}", done.Headers.Location?.ToString());
        var last = (await _site.HistoryAsync(Coi))[^1];
        Assert.Equal(-160.5m, Assert.IsType<BagReceivedOnWard>(last.What).MaxC);
        Assert.Equal((Second.Person.Number, Seats.Bench), (last.Act.Signatures[1].By, last.Act.Workstation));
        Assert.All(last.Act.Scans, scan => Assert.Equal(First.Person.Number, scan.By));
    }

    [Fact]
    public async Task HandOver_EndsTheFormerSession_AndSaysSoInTheJournalOfTheStation()
    {
        using var taken = await TakeOverAsync(await GetAsync($"{HandOver}?ReturnUrl={_page}"), Second);

        Assert.Empty(await OpenAsync(First));
        Assert.Equal($"{Seats.Bench}", Assert.Single(await OpenAsync(Second)).Device);
        var entry = (await EventLedger.ReadStreamAsync(_site.Database, HouseThings.StreamOf(Seats.Bench), default))[^1];
        Assert.Equal(("StationHandedOver", $"{Second.Person.Number}", "Ward"), (entry.Type, entry.Actor, entry.Station));
        Assert.Contains($"\"Before\":\"{First.Person.Number}\"", entry.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_AfterTheFirstHasLapsed_KeepsTheForm()
    {
        var form = await ScannedFormAsync();
        _site.Time.Advance(TimeSpan.FromMinutes(20));
        using var lapsed = await _bench.GetAsync(new Uri(_page, UriKind.Relative));
        Assert.StartsWith("/Account/SignIn", lapsed.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        using var taken = await TakeOverAsync(await PressAsync(form, ("max_c", "4")), Second);

        Assert.Equal("4", ValueOf(await GetAsync($"{_page}?attempt=one"), "max_c"));
    }

    [Fact]
    public async Task HandOver_BadgeAlone_AsksForThePin_AndKeepsTheForm()
    {
        var asked = await PressAsync(await ScannedFormAsync(), ("max_c", "4"));

        using var half = await SendAsync(asked.QuerySelector<IHtmlFormElement>("main form")!, null, [("Badge", Second.Badge), ("Pin", "")]);
        using var taken = await TakeOverAsync(await Desk.PageAsync(half), Second);

        Assert.Equal("4", ValueOf(await GetAsync($"{_page}?attempt=one"), "max_c"));
    }

    [Theory]
    [InlineData("ru", "введённое сохранено")]
    [InlineData("en", "what was typed is kept")]
    public async Task HandOver_WrongPin_ChangesNothing_AndKeepsTheForm(string language, string sentence)
    {
        using (await new Tablet(_bench).PostAsync("/Account/Language", null, [("Chosen", language)]))
        {
        }

        var asked = await PressAsync(await ScannedFormAsync(), ("max_c", "4"));

        using var refused = await TakeOverAsync(asked, Second with { Pin = "000000" });
        var again = await Desk.PageAsync(refused);
        Assert.Contains(sentence, again.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await OpenAsync(First));
        Assert.Empty(await OpenAsync(Second));

        using var taken = await TakeOverAsync(again, Second);
        Assert.Equal("4", ValueOf(await GetAsync($"{_page}?attempt=one"), "max_c"));
    }

    [Fact]
    public async Task Kept_IsShownOnce_AndOnNoOtherPage()
    {
        using var taken = await TakeOverAsync(await PressAsync(await ScannedFormAsync(), ("max_c", "4")), Second);

        var other = await GetAsync($"{_page}?attempt=two");
        var once = await GetAsync($"{_page}?attempt=one");
        var twice = await GetAsync($"{_page}?attempt=one");

        Assert.Null(other.QuerySelector("[name=max_c]"));
        Assert.Equal(("4", ""), (ValueOf(once, "max_c"), ValueOf(twice, "max_c")));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public async Task HandOver_ToAForeignAddress_LeadsHome(string address)
    {
        using var taken = await TakeOverAsync(await GetAsync($"{HandOver}?ReturnUrl={Uri.EscapeDataString(address)}"), Second);

        Assert.Equal("/", taken.Headers.Location!.ToString());
    }

    [Fact]
    public async Task HandOver_TooMuchTyped_SaysSo_AndHandsOverWithoutIt()
    {
        var form = await ScannedFormAsync();
        var more = Enumerable.Range(0, 5).SelectMany(at => new[] { ("Keeps", $"x{at}"), ($"x{at}", new string('я', 1_000)) });

        var asked = await PressAsync(form, [.. more]);

        Assert.Contains("Введено слишком много", asked.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        using var taken = await TakeOverAsync(asked, Second);
        Assert.Equal("", ValueOf(await GetAsync($"{_page}?attempt=one"), "max_c"));
    }

    [Fact]
    public async Task FormOfTheFirst_SentAfterTheHandOver_IsNotAccepted()
    {
        var form = await ScannedFormAsync();
        using var taken = await TakeOverAsync(await GetAsync($"{HandOver}?ReturnUrl={_page}"), Second);
        var before = await _site.ChainAsync(Coi);

        using var late = await SendAsync(form, null, [("max_c", "4")]);

        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Equal(before.Version, (await _site.ChainAsync(Coi)).Version);
    }

    private static string? ValueOf(IHtmlDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"[name='{name}']")?.Value;

    private async Task<IHtmlDocument> GetAsync(string address)
    {
        using var answer = await _bench.GetAsync(new Uri(address, UriKind.Relative));
        return await Desk.PageAsync(answer);
    }

    private Task<IReadOnlyList<SessionRow>> OpenAsync(CrewMember who) =>
        Sessions.ListOpenAsync(_site.Database, who.Person.Number, _site.Time.GetUtcNow().AddHours(-1), default);

    private async Task<DoseBag> BagAsync() => (await _site.ChainAsync(Coi)).BagsOf(1).First();

    /// <summary>The form of the step, once all is scanned.</summary>
    private async Task<IHtmlFormElement> ScannedFormAsync()
    {
        var tablet = new Tablet(_bench);
        var bag = await BagAsync();
        foreach (var raw in new[] { await _site.SymbolAsync(Coi, $"{bag.Id}"), $"{bag.Box}", $"{bag.Seal}" })
        {
            using var taken = await tablet.ScanAsync(_page, "one", raw);
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        return (await GetAsync($"{_page}?attempt=one")).QuerySelector<IHtmlFormElement>(".step-form")!;
    }

    private async Task<IHtmlDocument> PressAsync(IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(form, form.QuerySelector("button[formaction]")!.GetAttribute("formaction"), fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.PageAsync(answer);
    }

    private Task<HttpResponseMessage> TakeOverAsync(IHtmlDocument page, CrewMember who) =>
        SendAsync(page.QuerySelector<IHtmlFormElement>("main form")!, null, [("Badge", who.Badge), ("Pin", who.Pin)]);

    /// <summary>Hidden fields and what stands in the others as they are, unless they are given.</summary>
    private async Task<HttpResponseMessage> SendAsync(IHtmlFormElement form, string? action, IEnumerable<(string Name, string Value)> fields)
    {
        var given = fields.ToList();
        var standing = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Name is not null && (input.Type != "checkbox" || input.IsChecked) && given.All(field => field.Name != input.Name || input.Name == "Keeps"))
            .Select(input => (input.Name!, input.Value));
        using var content = new FormUrlEncodedContent(standing.Concat(given).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await _bench.PostAsync(new Uri(action ?? form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
