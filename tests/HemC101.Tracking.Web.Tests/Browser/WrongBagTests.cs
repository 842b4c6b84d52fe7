using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Two participants: one with a thawed bag at the bed, one whose bags lie in the store.</summary>
[Collection(BedsideInBrowser.Name)]
public sealed class WrongBagTests(Chromium chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Leg FirstRound = new("bedside.first", "1");

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-site-");
    private FilledSite _site = null!;
    private SiteProcess _process = null!;

    private LabelListener Printer { get; } = new();

    public async Task InitializeAsync()
    {
        _site = await FreshSite.FillAsync(_data, Printer.Arguments, DemoLeg.UpTo("bag.store", "2"), DemoLeg.UpTo("thaw.end", "1"));
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
    [InlineData(false)]
    [InlineData(true)]
    public async Task BagOfAnotherParticipant_AtTheBed_StopsTheWholeScreenAndVoidsTheRound(bool russianWithCapsLock)
    {
        var keyboard = russianWithCapsLock ? Keyboard.RussianWithCapsLock : Keyboard.Us;
        var bands = await BandsAsync(count: 2);
        var stranger = Labels(number: 1, bands[0]);
        var atTheBed = new Journey(new(chromium, _process.Address, _site.Crew, keyboard), _site.Crew, Labels(number: 2, bands[1]), keyboard);
        var page = await atTheBed.OpenRoundAsync(FirstRound, nurse: 0);
        await Scanner.ScanAsync(page.Locator("#scanned"), atTheBed.Labels.Band, keyboard);
        await Expect(page.Locator(".demand-done[data-demand=band]")).ToBeVisibleAsync();

        await Scanner.ScanAsync(page.Locator("#scanned"), await stranger.BagAsync(1), keyboard);

        await AssertStoppedAsync(page);
        await page.Locator(".verdict-stop a").First.ClickAsync();
        await Expect(page.Locator("#badge")).ToBeVisibleAsync();
        await AssertLockedAsync(stranger.Coi);
    }

    private static async Task AssertStoppedAsync(IPage page)
    {
        var stop = page.Locator(".verdict-stop[role=alert]");
        await Expect(stop.Locator("h1")).ToContainTextAsync("НЕ ВВОДИТЬ");
        await Expect(stop.Locator("h1")).ToContainTextAsync("DO NOT INFUSE");
        await Expect(page.Locator("form.step-form")).ToHaveCountAsync(0);
        var (box, window) = (await stop.BoundingBoxAsync(), page.ViewportSize!);
        Assert.True(box!.Width >= window.Width * 0.9 && box.Height >= window.Height * 0.6, $"The stop is only {box.Width}×{box.Height}.");
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "bedside-wrong-bag");
    }

    /// <summary>The stranger's bag may not be used before quality assurance has looked at it.</summary>
    private async Task AssertLockedAsync(string coi)
    {
        var page = await new Tablets(chromium, _process.Address, _site.Crew).OfAsync(Role.QualityAssurance);
        await page.GotoAsync($"/Chains/{coi}");
        await Expect(page.Locator(".things")).ToContainTextAsync("заблокирован");
    }

    private ParticipantLabels Labels(int number, string band) => new(Printer, number, _site.Chains[number - 1].ToString(), band);

    private async Task<IReadOnlyList<string>> BandsAsync(int count)
    {
        await Printer.FirstAsync(_ => Printer.Symbols.Count(IsBand) >= count);
        return [.. Printer.Symbols.Where(IsBand)];
    }

    private static bool IsBand(string symbol) => symbol.StartsWith("8018", StringComparison.Ordinal);
}
