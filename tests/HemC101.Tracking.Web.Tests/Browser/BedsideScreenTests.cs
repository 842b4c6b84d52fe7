using System.Text.RegularExpressions;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Two participants at the bed: one verified, one whose bag has just been thawed.</summary>
[Collection(BedsideInBrowser.Name)]
public sealed partial class BedsideScreenTests(Chromium chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly LocatorAssertionsToBeVisibleOptions SoonVisible = new() { Timeout = 15_000 };
    private static readonly LocatorAssertionsToBeHiddenOptions SoonHidden = new() { Timeout = 15_000 };

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-site-");
    private FilledSite _site = null!;
    private SiteProcess _process = null!;

    private LabelListener Printer { get; } = new();

    public async Task InitializeAsync()
    {
        _site = await FreshSite.FillAsync(_data, Printer.Arguments, DemoLeg.UpTo("bedside.second", "1"), DemoLeg.UpTo("thaw.end", "1"));
        _process = await SiteProcess.StartAsync(_data, Printer.Arguments);
    }

    public async Task DisposeAsync()
    {
        output.WriteLine(_process.Output);
        await _process.DisposeAsync();
        await Printer.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [BrowserTheory]
    [InlineData(1280, 720, false)]
    [InlineData(390, 844, true)]
    public async Task Match_NetworkGone_SaysNotToStart_AndComesBackWithTheNetwork(int width, int height, bool roundIsOpen)
    {
        var page = await chromium.NewDeviceAsync(_process.Address, width, height);
        await SignInAsync(page);
        await page.GotoAsync(await AddressAsync(_site.Chains[0]));
        await Expect(page.Locator("[data-verdict] h1")).ToContainTextAsync("СОВПАДАЕТ");
        if (roundIsOpen)
        {
            await EnterAsync(page, "#badge", Nurse(0).Badge);
        }

        var field = page.Locator(roundIsOpen ? "#scanned" : "#badge");
        await Expect(field).ToBeVisibleAsync();

        await page.Context.SetOfflineAsync(true);

        var lost = page.Locator("[data-lost]");
        await Expect(lost).ToBeVisibleAsync(SoonVisible);
        await Expect(lost).ToContainTextAsync("НЕТ СВЯЗИ – НЕ НАЧИНАТЬ");
        await Expect(lost).ToContainTextAsync("NO CONNECTION – DO NOT START");
        await AssertInSightAsync(page, lost.Locator(".verdict-line"));
        await Expect(page.Locator("[data-verdict]")).ToBeHiddenAsync();
        await Expect(field).ToBeHiddenAsync();
        await Expect(page.Locator("main form:visible")).ToHaveCountAsync(0);

        await page.Context.SetOfflineAsync(false);

        await Expect(lost).ToBeHiddenAsync(SoonHidden);
        await Expect(page.Locator("[data-verdict] h1")).ToBeVisibleAsync();
        await Expect(field).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Verification_WithoutScript_WorksUpToMatch_AndThePageRefreshesItself()
    {
        var labels = new ParticipantLabels(Printer, 2, _site.Chains[1].ToString(), await SecondBandAsync());
        var address = await AddressAsync(_site.Chains[1]);
        var page = await chromium.NewDeviceAsync(_process.Address, script: false);
        await SignInAsync(page);

        foreach (var nurse in new[] { 0, 1 })
        {
            await page.GotoAsync(address);
            await AssertRefreshesAsync(page, to: address);
            await EnterAsync(page, "#badge", Nurse(nurse).Badge);
            await EnterAsync(page, "#scanned", labels.Band);
            await AssertRefreshesAsync(page, to: page.Url);
            await EnterAsync(page, "#scanned", await labels.BagAsync(1));
            await Expect(page.Locator("meta[http-equiv=refresh]")).ToHaveCountAsync(0);
            foreach (var statement in await page.Locator(".step-form input[type=checkbox]").AllAsync())
            {
                await statement.CheckAsync();
            }

            await page.FillAsync("#pin", Nurse(nurse).Pin);
            await LoadedAsync(page, () => page.Locator(".step-form button[type=submit]:not([formaction])").ClickAsync());
        }

        await Expect(page.Locator("[data-verdict] h1")).ToContainTextAsync("СОВПАДАЕТ");
        await Expect(page.Locator("[data-verdict]")).ToContainTextAsync(Limit());
        await AssertRefreshesAsync(page, to: address);
    }

    [BrowserFact]
    public async Task RefusedScan_WithoutScript_KeepsTheRound_AndAStopStays()
    {
        var page = await chromium.NewDeviceAsync(_process.Address, script: false);
        await SignInAsync(page);
        await page.GotoAsync(await AddressAsync(_site.Chains[1]));
        await EnterAsync(page, "#badge", Nurse(0).Badge);
        var round = page.Url;

        await EnterAsync(page, "#scanned", "no code of ours");
        await Expect(page.Locator(".verdict-warning")).ToBeVisibleAsync();
        await AssertRefreshesAsync(page, to: round);

        await EnterAsync(page, "#scanned", (await SymbolsOfBandsAsync())[0]);
        await Expect(page.Locator(".verdict-stop h1")).ToContainTextAsync("НЕ ВВОДИТЬ");
        await Expect(page.Locator("meta[http-equiv=refresh]")).ToHaveCountAsync(0);
    }

    [BrowserTheory]
    [InlineData(1280, 720)]
    [InlineData(390, 844)]
    public async Task Match_WhenThePageOpens_IsInSightWithParticipantAndBag(int width, int height)
    {
        var page = await chromium.NewDeviceAsync(_process.Address, width, height);
        await SignInAsync(page);

        await page.GotoAsync(await AddressAsync(_site.Chains[0]));
        await Expect(page.Locator("[data-verdict] h1")).ToBeVisibleAsync();

        await AssertInSightAsync(page, page.Locator("[data-verdict] h1"));
        await AssertInSightAsync(page, page.Locator("[data-verdict-participant]"));
        await AssertInSightAsync(page, page.Locator("[data-verdict-bag]"));
        await AssertInSightAsync(page, page.Locator("[data-verdict-limit]"));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Accessibility.AssertNoViolationsAsync(page);
    }

    private static async Task AssertInSightAsync(IPage page, ILocator what)
    {
        // After the first focus has settled: focusing a field may scroll the page.
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var (box, window) = ((await what.BoundingBoxAsync())!, page.ViewportSize!);
        Assert.True(
            box.Y >= 0 && box.Y + box.Height <= window.Height && box.X >= 0 && box.X + box.Width <= window.Width,
            $"{what} lies at {box.X:0},{box.Y:0} with {box.Width:0}×{box.Height:0} in a window of {window.Width}×{window.Height}.");
    }

    /// <summary>The browser without script reads what stands in <c>noscript</c>.</summary>
    private static async Task AssertRefreshesAsync(IPage page, string to)
    {
        var content = await page.Locator("meta[http-equiv=refresh]").GetAttributeAsync("content");
        var match = Regex.Match(content!, "^10; url=(?<url>.+)$", RegexOptions.CultureInvariant);
        Assert.True(match.Success, content);
        Assert.Equal(new Uri(new Uri(page.Url), to).PathAndQuery, match.Groups["url"].Value);
    }

    private static async Task EnterAsync(IPage page, string field, string scanned)
    {
        await page.FillAsync(field, scanned);
        await LoadedAsync(page, () => page.PressAsync(field, "Enter"));
    }

    /// <summary>Does what sends a form, and waits until the answer stands on the screen.</summary>
    private static async Task LoadedAsync(IPage page, Func<Task> send)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage of) => loaded.TrySetResult();
        page.Load += Loaded;
        await send();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.Load -= Loaded;
    }

    private async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/Account/SignIn");
        await page.FillAsync("#badge", Nurse(0).Badge);
        await page.FillAsync("#pin", Nurse(0).Pin);
        await LoadedAsync(page, () => page.Locator("form:has(#pin) button[type=submit]").ClickAsync());
    }

    private async Task<string> AddressAsync(CoiId coi)
    {
        await using var database = new Storage.Database(FreshSite.DatabaseIn(_data));
        var chain = Tracking.Chain.ChainState.Fold(await Storage.Chains.ChainStreams.HistoryAsync(database, coi, default))!;
        return $"/Ward/Bedside/{coi}/{chain.Bags[0].Id}";
    }

    private CrewMember Nurse(int index) => _site.Crew.Where(member => member.Role == Role.WardNurse).ElementAt(index);

    private async Task<string> SecondBandAsync() => (await SymbolsOfBandsAsync())[1];

    private async Task<IReadOnlyList<string>> SymbolsOfBandsAsync()
    {
        await Printer.FirstAsync(_ => Printer.Symbols.Count(IsBand) >= 2);
        return [.. Printer.Symbols.Where(IsBand)];
    }

    private static bool IsBand(string symbol) => symbol.StartsWith("8018", StringComparison.Ordinal);

    [GeneratedRegex(@"Начать до\s+\d\d:\d\d:\d\d МСК")]
    private static partial Regex Limit();
}
