using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Papers;

/// <summary>Sheets with a number: issued once, told in the ledger, read back, and never taken for a bag.</summary>
public sealed class NumberedSheetsTests(PapersSite site) : IClassFixture<PapersSite>
{
    private const string DataMatrixReader = "/usr/bin/dmtxread";

    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "ДОЗА 2 из 2 – ДЕНЬ 2", "Вводить только после решения врача о переносимости дозы 1", "Расчёт деления на дозы", "Возвратный талон", "Только для аутологичного применения")]
    [InlineData("en", "DOSE 2 of 2 – DAY 2", "Give only after the decision on the tolerance of dose 1", "Split calculation", "Return slip", "For autologous use only")]
    public async Task AccompanyingSheet_SaysWhatTheBagIs(string language, params string[] said)
    {
        var bag = (await site.Site.ChainAsync(site.OnItsWay)).BagsOf(2).Single().Id;
        var serial = await site.IssueAsync(Role.Cryostore, site.OnItsWay, "accompanying", $"{bag}");

        var text = PdfText.WordsOf(await SheetAsync(Role.Cryostore, site.OnItsWay, serial, language));

        Assert.All([.. said, $"{bag}", $"{serial}"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [ProgramFact(DataMatrixReader, "dmtx-utils")]
    public async Task Symbol_ReadFromThePrint_IsTheSheetAndNoBag()
    {
        var bag = (await site.Site.ChainAsync(site.OnItsWay)).BagsOf(1).Single().Id;
        var serial = await site.IssueAsync(Role.Cryostore, site.OnItsWay, "accompanying", $"{bag}");

        var read = await PdfSymbols.ReadAsync(await SheetAsync(Role.Cryostore, site.OnItsWay, serial, "ru"));

        Assert.Equal([BarcodeWriter.Around(site.OnItsWay, serial), BarcodeWriter.Around(site.OnItsWay, serial)], read);
        using var nurse = await site.Site.TabletAsync(Role.WardNurse);
        using var answer = await nurse.ScanAsync(Tablet.Step("Ward", "bag.receive", site.OnItsWay, $"{bag}"), Guid.NewGuid().ToString("N"), read[0]);
        Assert.Contains("Это код бирки, кассеты", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_ScannedAnywhere_LeadsToTheEntryOfThatSheet()
    {
        var serial = await site.IssueAsync(Role.WardNurse, site.Infused, "downtime", "");
        using var coordinator = await site.Site.TabletAsync(Role.Coordinator);

        using var answer = await coordinator.PostAsync("/Scan", handler: null, [("scanned", BarcodeWriter.Around(site.Infused, serial))]);

        Assert.Equal($"/Chains/{site.Infused}/Paper?sheet={serial}", answer.Headers.Location?.ToString());
        var page = await coordinator.GetAsync($"/Chains/{site.Infused}/Paper?sheet={serial}");
        Assert.NotNull(page.QuerySelector($"[data-sheet={serial}]"));
    }

    [Fact]
    public async Task Form_SentTwice_IsOneSheet_AndAnotherFormAnother()
    {
        var before = (await site.Site.ChainAsync(site.OnItsWay)).Sheets.Count;
        using var nurse = await site.Site.TabletAsync(Role.WardNurse);
        (string, string)[] form = [("document", "downtime"), ("of", ""), ("attempt", "twice")];

        using var first = await nurse.PostAsync($"/Chains/{site.OnItsWay}/Sheets", "Issue", form);
        using var again = await nurse.PostAsync($"/Chains/{site.OnItsWay}/Sheets", "Issue", form);
        using var other = await nurse.PostAsync($"/Chains/{site.OnItsWay}/Sheets", "Issue", [.. form[..2], ("attempt", "another")]);

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.NotEqual(first.Headers.Location, other.Headers.Location);
        Assert.Equal(before + 2, (await site.Site.ChainAsync(site.OnItsWay)).Sheets.Count);
    }

    [Fact]
    public async Task TwoAtOnce_BothGetANumberOfTheirOwn_AndTheSiteVerifies()
    {
        using var one = await site.Site.TabletAsync(Role.WardNurse);
        using var two = await site.Site.TabletAsync(Role.LabOperator);

        var answers = await Task.WhenAll(new[] { one, two }.Select(tablet => tablet.PostAsync(
            $"/Chains/{site.Conditional}/Sheets", "Issue", [("document", "downtime"), ("of", ""), ("attempt", Guid.NewGuid().ToString("N"))])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(2, answers.Select(answer => answer.Headers.Location).Distinct().Count());
        Assert.Null((await EventLedger.VerifyAsync(site.Site.Database, default)).First);
        Assert.Null(await PapersSite.DivergedAsync(site.Site));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData(Role.Courier, "downtime", "", HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, "downtime", "", HttpStatusCode.Forbidden)]
    [InlineData(Role.Investigator, "accompanying", "", HttpStatusCode.Forbidden)]
    [InlineData(Role.QualityAssurance, "chain-report", "", HttpStatusCode.NotFound)]
    [InlineData(Role.Cryostore, "accompanying", "nonsense", HttpStatusCode.OK)]
    public async Task Issue_ByWhoeverMayNot_LeavesNothing(Role role, string document, string subject, HttpStatusCode expected)
    {
        var before = (await site.Site.HistoryAsync(site.Infused)).Count;
        using var tablet = await site.Site.TabletAsync(role);

        using var answer = await tablet.PostAsync($"/Chains/{site.Infused}/Sheets", "Issue", [("document", document), ("of", subject), ("attempt", Guid.NewGuid().ToString("N"))]);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(before, (await site.Site.HistoryAsync(site.Infused)).Count);
    }

    [Theory]
    [InlineData(Role.WardNurse, "infusion", "chain-report")]
    [InlineData(Role.QualifiedPerson, "release", "accompanying")]
    public async Task Page_OffersWhatTheRolePrints(Role role, string offered, string not)
    {
        using var tablet = await site.Site.TabletAsync(role, "en");

        var page = await tablet.GetAsync($"/Chains/{site.Infused}/Sheets");

        Assert.NotEmpty(page.QuerySelectorAll($"[data-paper={offered}] a"));
        Assert.Empty(page.QuerySelectorAll($"[data-paper={not}], input[name=document][value={not}]"));
    }

    [Fact]
    public async Task Event_SaysWhoPrintedWhichWhen()
    {
        var serial = await site.IssueAsync(Role.WardNurse, site.Conditional, "downtime", "");

        var entry = (await site.Site.HistoryAsync(site.Conditional)).Last(happened => happened.What is SheetIssued);

        Assert.Equal((serial, site.Site.Crew(Role.WardNurse).Person.Number), (((SheetIssued)entry.What).Serial, entry.Act.By));
        using var quality = await site.Site.TabletAsync(Role.QualityAssurance);
        var page = await quality.GetAsync($"/Chains/{site.Conditional}");
        Assert.Contains("Лист с номером напечатан", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task Sheet_OpenedLater_SaysWhatWasKnownThen()
    {
        var serial = await site.IssueAsync(Role.WardNurse, site.Reviewed, "downtime", "");
        var before = PdfText.WordsOf(await SheetAsync(Role.WardNurse, site.Reviewed, serial, "ru"));
        await site.HappenAsync(site.Reviewed, "hold.place", [site.Site.Crew(Role.QualityAssurance)], new HoldPlaced((await site.Site.ChainAsync(site.Reviewed)).HoldsEverPlaced + 1, null, "safety", false));

        Assert.Equal(before, PdfText.WordsOf(await SheetAsync(Role.WardNurse, site.Reviewed, serial, "ru")));
        Assert.Contains($"{(await site.Site.HistoryAsync(site.Reviewed)).Last(entry => entry.What is SheetIssued).Hash}", before, StringComparison.Ordinal);
    }

    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "Комплект на случай простоя", "ДЕЙСТВУЕТ ДО", "Что должно совпасть", "Допуск к введению · ДЕНЬ 2", "ДОПУСКА НЕТ – НЕ ВВОДИТЬ")]
    [InlineData("en", "Downtime pack", "VALID UNTIL", "What must agree", "Infusion readiness · DAY 2", "NO READINESS – DO NOT INFUSE")]
    public async Task Pack_HasTheLimitTheIdentifiersTheLinesAndReadiness(string language, params string[] said)
    {
        var serial = await site.IssueAsync(Role.Coordinator, site.OnItsWay, "downtime", "");
        var chain = await site.Site.ChainAsync(site.OnItsWay);

        var text = PdfText.WordsOf(await SheetAsync(Role.WardNurse, site.OnItsWay, serial, language));

        Assert.All([.. said, $"{chain.Coi}", $"{chain.Patient}", $"{chain.Bags[0].Id}"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains((chain.Sheets[serial].IssuedAt + Sheet.Validity).ToOffset(MoscowTime.Offset).ToString("dd.MM.yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    private async Task<byte[]> SheetAsync(Role role, CoiId coi, PrintSerial serial, string language)
    {
        using var tablet = await site.Site.TabletAsync(role);
        using var answer = await tablet.OpenAsync($"/Chains/{coi}/Sheets?handler=Sheet&serial={serial}&language={language}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
