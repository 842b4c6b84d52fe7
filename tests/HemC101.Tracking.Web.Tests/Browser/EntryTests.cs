using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>A collection received by the laboratory: the codes of the next step come in by scanner, by hand and from the clipboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class EntryTests(Chromium chromium, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly HouseId Room = HouseStock.Of(HouseKind.Location, 1, 0);
    private static readonly HouseId Device = HouseStock.Of(HouseKind.Equipment, 1, 0);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-site-");
    private FilledSite _site = null!;
    private SiteProcess _process = null!;

    private LabelListener Printer { get; } = new();

    public async Task InitializeAsync()
    {
        _site = await FreshSite.FillAsync(_data, Printer.Arguments, DemoLeg.UpTo("collection.receive"));
        _process = await SiteProcess.StartAsync(_data, Printer.Arguments);
    }

    public async Task DisposeAsync()
    {
        output.WriteLine(_process.Output);
        await _process.DisposeAsync();
        await Printer.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task TypedNumber_AsksForItsReason_IsConfirmedByTheSecondPerson_AndListedForReview()
    {
        var page = await StepAsync();

        await TypeAsync(page, Room.WithCheck);

        await Expect(page.Locator(".verdict-warning")).ToContainTextAsync("Укажите, почему код не отсканирован");
        await Expect(page.Locator("input[name=TypedReason]").First).ToBeFocusedAsync();
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "typed-reason");
        await page.GetByLabel("этикетка повреждена").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Принять" }).ClickAsync();
        await Expect(page.Locator("[data-demand=room] [data-entry=typed]")).ToContainTextAsync("этикетка повреждена");
        await Scanner.ScanAsync(page.Locator("#scanned"), Device.ToString());
        await Expect(page.Locator("[data-demand=device] [data-entry=scanned]")).ToBeVisibleAsync();
        await Scanner.ScanAsync(page.Locator("#scanned"), await CollectionAsync());
        await Expect(page.Locator(".signature-typed")).ToHaveCountAsync(1);
        await Expect(page.Locator("fieldset.signature").Nth(1).Locator(".signature-typed")).ToContainTextAsync(Room.ToString());
        await Accessibility.AssertNoViolationsAsync(page);
        await Screens.ShootAsync(page, "typed-confirmed");
        await SignAsync(page);

        await Expect(page.Locator("[data-scans-to-review='1'] [data-entry=typed]")).ToContainTextAsync("этикетка повреждена");
        await Accessibility.AssertNoViolationsAsync(page);
        await page.Locator("[data-scans-to-review]").ScrollIntoViewIfNeededAsync();
        var scans = (await OpeningAsync()).Act.Scans.ToDictionary(scan => scan.Demand);
        Assert.Equal((EntryMethod.Typed, TypedReason.LabelDamaged), (scans["room"].Entry, scans["room"].TypedBecause));
        Assert.True(scans["device"] is { Entry: EntryMethod.Scanned, Timing: { Keys: 12, MedianMs: < 10 } }, $"{scans["device"]}");
        Assert.Equal(EntryMethod.Scanned, scans["bag"].Entry);
    }

    [BrowserFact]
    public async Task Scan_WhileTheReasonIsAsked_TakesThePlaceOfTheTypedNumber()
    {
        var page = await StepAsync();
        await TypeAsync(page, Room.WithCheck);
        await Expect(page.Locator("input[name=TypedReason]").First).ToBeFocusedAsync();

        await Scanner.ScanAsync(page.Locator("input[name=TypedReason]").First, Room.ToString());

        await Expect(page.Locator("[data-demand=room] [data-entry=scanned]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task CodeTypedByAHand_WithoutItsCheckCharacter_IsRefused()
    {
        var page = await StepAsync();

        await TypeAsync(page, Room.ToString());

        await Expect(page.Locator(".verdict-warning")).ToContainTextAsync("без контрольного символа");
        await Expect(page.Locator(".demand-done")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task PastedCode_IsRefused_AndTheScannerGoesOn()
    {
        var page = await StepAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.EvaluateAsync("code => navigator.clipboard.writeText(code)", Room.ToString());

        await page.Locator("#scanned").FocusAsync();
        await page.Keyboard.PressAsync("Control+v");
        await Expect(page.Locator("#scanned")).ToHaveValueAsync(Room.ToString());
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".verdict-warning")).ToContainTextAsync("Вставлять идентификатор из буфера нельзя");
        await Expect(page.Locator(".demand-done")).ToHaveCountAsync(0);
        await Scanner.ScanAsync(page.Locator("#scanned"), Room.ToString());
        await Expect(page.Locator("[data-demand=room] [data-entry=scanned]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task ReasonAndReview_InEnglish_Show()
    {
        var page = await StepAsync();
        await page.Locator("header").GetByText("EN", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await TypeAsync(page, Room.WithCheck);

        await Expect(page.Locator(".typed-reason legend")).ToHaveTextAsync("Why the code was not scanned");
        await Screens.ShootAsync(page, "typed-reason-en");
    }

    /// <summary>A hand: a key every hundred and twenty milliseconds.</summary>
    private static async Task TypeAsync(IPage page, string text)
    {
        await page.Locator("#scanned").FocusAsync();
        await page.Keyboard.TypeAsync(text, new() { Delay = 120 });
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task<IPage> StepAsync()
    {
        var page = await chromium.NewDeviceAsync(_process.Address);
        await Tablets.SignInAsync(page, Operator(0));
        var chain = await ChainAsync();
        await page.GotoAsync($"/Laboratory/Step/batch.open/{chain.Coi}/{chain.Collections[0].Donation}");
        return page;
    }

    private async Task SignAsync(IPage page)
    {
        foreach (var statement in await page.Locator(".step-form input[type=checkbox]").AllAsync())
        {
            await statement.CheckAsync();
        }

        for (var i = 0; i < 2; i++)
        {
            await Scanner.ScanAsync(page.Locator($"#Signers_{i}__Signer"), Operator(i).Badge);
            await page.FillAsync($"#Signers_{i}__Secret", Operator(i).Pin);
        }

        await page.Locator(".step-form button[type=submit]:not([formaction])").ClickAsync();
        await page.ArriveAsync("/Chains/");
    }

    private CrewMember Operator(int index) => _site.Crew.Where(member => member.Role == Role.LabOperator).ElementAt(index);

    private async Task<string> CollectionAsync()
    {
        var coi = (await ChainAsync()).Coi;
        return await Printer.FirstAsync(symbol => symbol.Contains($"&/{coi}", StringComparison.Ordinal) && !symbol.Contains("=<", StringComparison.Ordinal));
    }

    private async Task<ChainState> ChainAsync() => ChainState.Fold(await HistoryAsync())!;

    private async Task<Happened> OpeningAsync() => (await HistoryAsync()).Last(happened => happened.What is BatchOpened);

    private async Task<IReadOnlyList<Happened>> HistoryAsync()
    {
        await using var database = new Storage.Database(FreshSite.DatabaseIn(_data));
        return await Storage.Chains.ChainStreams.HistoryAsync(database, _site.Chains[0], default);
    }
}
