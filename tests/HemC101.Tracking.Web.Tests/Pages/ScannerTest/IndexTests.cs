using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Pages.ScannerTest;

public sealed class IndexTests : IAsyncLifetime
{
    private const string Page = "/ScannerTest";
    private static readonly string[] Quick = ["30", "5", "Enter"];

    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Page_OfEveryRole_Opens_WithSetUpAndLinkToTheSheet()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            using var tablet = await _site.TabletAsync(role);
            var page = await tablet.GetAsync(Page);
            Assert.Equal("Проверка сканера", page.QuerySelector("h1")!.TextContent);
            Assert.NotEmpty(page.QuerySelectorAll("#station option"));
            Assert.NotNull((await tablet.GetAsync("/Account/Me")).QuerySelector("a[href='/ScannerTest']"));
        }
    }

    [Theory]
    [InlineData("ru", "Страна клавиатуры")]
    [InlineData("en", "Keyboard country")]
    public async Task Sheet_HoldsEverySymbolAndSetting(string language, string setting)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse, language);

        var page = await tablet.GetAsync("/ScannerTest/Sheet");

        Assert.Equal(TestSymbols.All.Count, page.QuerySelectorAll(".test-symbol svg[aria-label]").Length);
        Assert.Contains(setting, page.QuerySelector(".set-up")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAGoodScanner_Passes_IsKept_AndQuietsTheWarning()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        Assert.NotNull(await NoteAsync(tablet));

        var page = await ScanAllAsync(tablet, symbol => symbol.Scan);

        Assert.Contains("СКАНЕР ПРОВЕРЕН", page.QuerySelector(".verdict-good")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await NoteAsync(tablet));
        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal(
            ("ScannerTested", "Ward", _site.Crew(Role.WardNurse).Person.Number.ToString()), (entry.Type, entry.Station, entry.Actor));
        using var said = JsonDocument.Parse(entry.Data);
        Assert.True(said.RootElement.GetProperty("passed").GetBoolean());
        Assert.True(said.RootElement.GetProperty("sendsSeparators").GetBoolean());
        Assert.Equal("POST-3", said.RootElement.GetProperty("place").GetString());
        Assert.Equal(5, said.RootElement.GetProperty("medianMs").GetInt32());
        Assert.Null((await EventLedger.VerifyAsync(_site.Database, default)).First);
    }

    [Fact]
    public async Task Test_ThatLosesSeparators_Fails_SaysWhatToSwitch_AndTheWarningStays()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse, "en");

        var page = await ScanAllAsync(tablet, symbol => symbol.Scan.Replace("\x1D", "", StringComparison.Ordinal));

        Assert.NotNull(page.QuerySelector(".verdict-stop"));
        Assert.Contains("The GS separator is lost", page.QuerySelector("[data-symbol=supplier]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("failed its test", await NoteAsync(tablet), StringComparison.Ordinal);
        using var said = JsonDocument.Parse(Assert.Single(await EntriesAsync()).Data);
        Assert.False(said.RootElement.GetProperty("passed").GetBoolean());
        Assert.Contains("SeparatorLost", said.RootElement.GetProperty("symbols").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithoutScript_PassesWithTheRemarkThatNothingWasMeasured()
    {
        using var tablet = await _site.TabletAsync(Role.Courier, "en");

        var page = await ScanAllAsync(tablet, symbol => symbol.Scan, timing: ["", "", ""]);

        Assert.Contains("with remarks", page.QuerySelector(".verdict-good")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("were not measured", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("donation", "", "Ничего не пришло")]
    [InlineData("donation", "message", "Это другой код")]
    public async Task Scan_ThatSaysNothingOfTheScanner_IsAskedForAgain(string wanted, string sent, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var test = await BeginAsync(tablet);

        var page = await ScanAsync(tablet, test, wanted, TestSymbols.Find(sent)?.Scan ?? "");

        Assert.Contains(sentence, page.QuerySelector("[data-arrived=slip]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(wanted, (page.QuerySelector("input[name=Symbol]") as IHtmlInputElement)!.Value);
        Assert.Empty(await EntriesAsync());
    }

    [Theory]
    [InlineData("camera", "прочитан камерой")]
    [InlineData("pasted", "вставлен из буфера")]
    public async Task Scan_NotFromTheScanner_TestsNothing(string entry, string sentence)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var test = await BeginAsync(tablet);

        using var answer = await tablet.PostAsync(
            Page, "Scan", [("Test", test), ("Symbol", "donation"), ("Scanned", TestSymbols.Donation.Scan), ("EntryMethod", entry)]);

        var page = await Desk.PageAsync(answer);
        Assert.Contains(sentence, page.QuerySelector("[data-arrived=slip]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".demand-done"));
        Assert.NotNull(page.QuerySelector("[data-scanner-test] #scanned"));
    }

    [Fact]
    public async Task Arrived_IsShownWithWhatCannotBeSeen_AndKeptNowhere()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var test = await BeginAsync(tablet);

        var page = await ScanAsync(tablet, test, "donation", "<b>Иванов Иван</b>\x1D");

        Assert.Equal("<b>Иванов⟨SP⟩Иван</b>⟨GS⟩", page.QuerySelector(".arrived-text")!.TextContent);
        Assert.DoesNotContain("Иванов", await KeptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastScan_SentManyTimesAtOnce_FinishesOnce()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var test = await BeginAsync(tablet);
        await ScanAsync(tablet, test, "donation", TestSymbols.Donation.Scan);
        await ScanAsync(tablet, test, "message", TestSymbols.Message.Scan);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ScanAsync(tablet, test, "supplier", TestSymbols.Supplier.Scan)));

        Assert.All(answers, page => Assert.NotNull(page.QuerySelector(".verdict-good")));
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task Symbol_ScannedAgain_StaysAsItWas()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        var test = await BeginAsync(tablet);
        await ScanAsync(tablet, test, "donation", "noise");

        var page = await ScanAsync(tablet, test, "donation", TestSymbols.Donation.Scan);

        Assert.Contains("ошибка", page.QuerySelector("[data-symbol=donation]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAnotherDevice_IsNotContinued()
    {
        using var one = await _site.TabletAsync(Role.WardNurse);
        using var other = await _site.TabletAsync(Role.WardNurse);
        var test = await BeginAsync(one);
        await BeginAsync(other);

        using var opened = await other.OpenAsync($"{Page}?test={test}");
        using var sent = await other.PostAsync(Page, "Scan", [("Test", test), ("Symbol", "donation"), ("Scanned", TestSymbols.Donation.Scan)]);

        Assert.Equal(Page, opened.Headers.Location?.ToString());
        Assert.Equal(Page, sent.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Test_OfOneDevice_SaysNothingOfAnother()
    {
        using var one = await _site.TabletAsync(Role.WardNurse);
        using var other = await _site.TabletAsync(Role.WardNurse);

        await ScanAllAsync(one, symbol => symbol.Scan);

        Assert.Null(await NoteAsync(one));
        Assert.NotNull(await NoteAsync(other));
    }

    [Theory]
    [InlineData("", "Ward")]
    [InlineData("Пост Ивановой", "Ward")]
    [InlineData("POST-3", "Kitchen")]
    public async Task Begin_WithoutAPlainNumberOrStation_IsRefused(string place, string station)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);

        using var answer = await tablet.PostAsync(Page, "Begin", [("StationCode", station), ("Place", place)]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await Desk.PageAsync(answer)).QuerySelector("[role=alert]"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Warning_ComesBack_OneMomentAfterTheHours(int beyondMs, bool warned)
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        _site.Time.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(_site.Time.GetUtcNow().ToUnixTimeMilliseconds() + 1));
        await ScanAllAsync(tablet, symbol => symbol.Scan);
        Assert.Contains("Действует до", (await tablet.GetAsync(Page)).QuerySelector(".verdict-good")!.TextContent, StringComparison.Ordinal);

        _site.Time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMilliseconds(beyondMs));
        await tablet.SignInAgainAsync(_site.Crew(Role.WardNurse));

        Assert.Equal(warned, await NoteAsync(tablet) is not null);
    }

    [Fact]
    public async Task TestedTwice_TheLastTestCounts()
    {
        using var tablet = await _site.TabletAsync(Role.WardNurse);
        await ScanAllAsync(tablet, symbol => symbol.Scan);
        await ScanAllAsync(tablet, symbol => symbol.Scan.Replace("\x1D", "029", StringComparison.Ordinal));
        Assert.NotNull(await NoteAsync(tablet));

        await ScanAllAsync(tablet, symbol => symbol.Scan.Replace("\x1D", "|", StringComparison.Ordinal));

        Assert.Null(await NoteAsync(tablet));
        Assert.Equal(3, (await EntriesAsync()).Count);
    }

    [Fact]
    public async Task Page_BeforeSignIn_IsNotShown()
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        using var answer = await client.GetAsync(new Uri(Page, UriKind.Relative));
        Assert.Contains("SignIn", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    internal static async Task<IHtmlDocument> ScanAllAsync(Tablet tablet, Func<TestSymbol, string> arrives, string[]? timing = null)
    {
        var test = await BeginAsync(tablet);
        IHtmlDocument page = null!;
        foreach (var symbol in TestSymbols.All)
        {
            page = await ScanAsync(tablet, test, symbol.Key, arrives(symbol), timing);
        }

        return page;
    }

    private static async Task<string> BeginAsync(Tablet tablet)
    {
        var page = await tablet.GetAsync(Page);
        var station = ((page.QuerySelector("#station option[value=Ward]") ?? page.QuerySelector("#station option")) as IHtmlOptionElement)!.Value;
        using var begun = await tablet.PostAsync(Page, "Begin", [("StationCode", station), ("Place", "post-3")]);
        return begun.Headers.Location!.ToString().Split('=')[^1];
    }

    private static async Task<IHtmlDocument> ScanAsync(Tablet tablet, string test, string symbol, string raw, string[]? timing = null)
    {
        var measured = timing ?? Quick;
        using var answer = await tablet.PostAsync(
            Page, "Scan",
            [
                ("Test", test), ("Symbol", symbol), ("Scanned", raw),
                ("Timing.Keys", measured[0]), ("Timing.MedianMs", measured[1]), ("Timing.End", measured[2]), ("Timing.Pasted", "false"),
            ]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.PageAsync(answer);
    }

    private static async Task<string?> NoteAsync(Tablet tablet) => (await tablet.GetAsync("/")).QuerySelector(".scanner-note")?.TextContent;

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync() =>
        [.. (await EventLedger.ReadAfterAsync(_site.Database, 0, 10_000, default)).Where(entry => entry.Stream.StartsWith("scanner/", StringComparison.Ordinal))];

    private async Task<string> KeptAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_site.Database.Address.Name};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select group_concat(symbol || findings, ' ') from scanner_test_scan";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
