using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Tests.Deploy;

namespace HemC101.Tracking.Web.Tests.Papers;

/// <summary>Copies of the record, asked for over HTTP and read by a reader that is not ours.</summary>
public sealed class CopiesTests(PapersSite site) : IClassFixture<PapersSite>
{
    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "Отчёт по цепочке", "Серия выпущена условно", "страница 1 из")]
    [InlineData("en", "Chain report", "Batch released conditionally", "page 1 of")]
    public async Task ChainReport_TellsTheWholeStory(string language, string title, string what, string page)
    {
        var text = await TextAsync(Role.QualityAssurance, site.Infused, "chain-report", "", language);

        var history = await site.Site.HistoryAsync(site.Infused);
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(what, text, StringComparison.Ordinal);
        Assert.Contains(page, text, StringComparison.Ordinal);
        Assert.All(history, entry => Assert.Contains($"{entry.Hash}", text, StringComparison.Ordinal));
        Assert.All(history.SelectMany(entry => entry.Act.Signatures), signature => Assert.Contains(signature.FullName, text, StringComparison.Ordinal));
        Assert.All(
            history.SelectMany(entry => entry.Act.Scans).Where(scan => !scan.Identifier.Contains(' ', StringComparison.Ordinal)),
            scan => Assert.Contains(scan.Identifier, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "Сертификат выпуска", "ВЫПУЩЕНО УСЛОВНО", "RCL: не выявлен", "≥ 70 %")]
    [InlineData("en", "Release certificate", "RELEASED CONDITIONALLY", "RCL: not detected", "≥ 70 %")]
    public async Task Certificate_OfAConditionalRelease_SaysWhatIsPending(string language, params string[] said)
    {
        var text = await TextAsync(Role.QualifiedPerson, site.Conditional, "release", await BatchAsync(site.Conditional), language);

        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains(site.Site.Crew(Role.QualifiedPerson).Person.FullName, text, StringComparison.Ordinal);
    }

    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "ВНЕ СПЕЦИФИКАЦИИ", "НЕ ГОДЕН", "Это не сертификат выпуска", "ВЫПУЩЕНО")]
    [InlineData("en", "OUT OF SPECIFICATION", "FAIL", "This is no release certificate", "RELEASED")]
    public async Task Batch_OutOfSpecification_IsNeverShownAsReleased(string language, string line, string verdict, string not, string never)
    {
        var batch = await SupplyAsync();

        var text = await TextAsync(Role.QualifiedPerson, site.Reviewed, "release", $"{batch}", language);

        Assert.All([line, verdict, not], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain(never, text, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "ru" ? "Сертификат выпуска" : "Release certificate", text, StringComparison.Ordinal);
    }

    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "Протокол введения", "Осталось в пакете", "Сверено у постели: СОВПАДАЕТ", "Допуск к дозе подписан")]
    [InlineData("en", "Infusion record", "Left in the bag", "Verified at the bed: MATCH", "Readiness signed")]
    public async Task InfusionRecord_HasChecksClocksVolumesAndReadiness(string language, params string[] said)
    {
        var chain = await site.Site.ChainAsync(site.Infused);
        var bag = chain.BagsOf(1).Single();

        var text = await TextAsync(Role.WardNurse, site.Infused, "infusion", $"{bag.Id}", language);

        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains($"{chain.Head}", text, StringComparison.Ordinal);
    }

    [ProgramTheory(PdfText.Reader, PdfText.Package)]
    [InlineData("ru", "Акт уничтожения", "Засвидетельствовал(а)", "Больше не нужен")]
    [InlineData("en", "Destruction act", "Witnessed by", "No longer needed")]
    public async Task DestructionAct_SaysWhatWhyHowAndWhoSawIt(string language, params string[] said)
    {
        var bag = (await site.Site.ChainAsync(site.Infused)).BagsOf(2).Single();
        if (!bag.IsTerminal)
        {
            await site.HappenAsync(site.Infused, "bag.discard", [site.Site.Crew(Role.Cryostore), site.Site.Crew(Role.LabOperator)],
                new BagDamaged(bag.Id, "leak"), new BagDiscarded(bag.Id, "not-needed", "autoclave"));
        }

        var text = await TextAsync(Role.Cryostore, site.Infused, "destruction", $"{bag.Id}", language);

        Assert.All([.. said, site.Site.Crew(Role.LabOperator).Person.FullName, "autoclave"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task DestructionAct_OfLabels_NamesEachSerial()
    {
        var label = (await site.Site.ChainAsync(site.Reviewed)).Prints.Values.First(print => print.State == Tracking.Chain.PrintState.Applied);
        await site.HappenAsync(site.Reviewed, "label.destroy", [site.Site.Crew(Role.LabOperator), site.Site.Crew(Role.QualityAssurance)], new LabelDestroyed(label.Serial, "spoilt"));

        var text = await TextAsync(Role.QualityAssurance, site.Reviewed, "destruction", "labels", "ru");

        Assert.Contains($"{label.Serial}", text, StringComparison.Ordinal);
        Assert.Contains("Испорчена", text, StringComparison.Ordinal);
        Assert.Contains("(spoilt)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, "chain-report", "", HttpStatusCode.Forbidden)]
    [InlineData(Role.WardNurse, "chain-report", "", HttpStatusCode.Forbidden)]
    [InlineData(Role.Coordinator, "chain-report", "", HttpStatusCode.OK)]
    [InlineData(Role.Courier, "downtime", "", HttpStatusCode.NotFound)]
    [InlineData(Role.QualifiedPerson, "no-such-paper", "", HttpStatusCode.NotFound)]
    public async Task Pdf_AnswersEachRole(Role role, string document, string subject, HttpStatusCode expected)
    {
        using var tablet = await site.Site.TabletAsync(role);

        using var answer = await tablet.OpenAsync(PapersSite.Pdf(site.OnItsWay, document, subject, "ru"));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Subject_ThatIsNone_IsSaidAndNothingIsPrinted()
    {
        using var tablet = await site.Site.TabletAsync(Role.QualifiedPerson, "en");

        using var answer = await tablet.OpenAsync(PapersSite.Pdf(site.Reviewed, "release", "H101-00001", "en"));

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is nothing to print", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<BatchNumber> SupplyAsync()
    {
        var chain = await site.Site.ChainAsync(site.Reviewed);
        var batch = chain.CurrentBatch!.Number;
        if (!chain.CurrentBatch.WasSuppliedOutOfSpecification)
        {
            await site.HappenAsync(site.Reviewed, "supply", [site.Site.Crew(Role.Investigator), site.Site.Crew(Role.QualifiedPerson)],
                new QcResultRecorded(batch, "viability", 60, QcVerdict.Fail),
                new SupplyRequested(batch, "R-1", new Dictionary<string, decimal> { ["viability"] = 60 }), new SupplyRiskEvaluated(batch, "E-1", "acceptable"),
                new SupplyAccepted(batch), new SponsorInformed(batch, "S-1", site.Site.Time.GetUtcNow()), new BatchSuppliedOutOfSpecification(batch));
        }

        return batch;
    }

    private async Task<string> BatchAsync(CoiId coi) => $"{(await site.Site.ChainAsync(coi)).CurrentBatch!.Number}";

    private async Task<string> TextAsync(Role role, CoiId coi, string document, string subject, string language)
    {
        using var tablet = await site.Site.TabletAsync(role);
        using var answer = await tablet.OpenAsync(PapersSite.Pdf(coi, document, subject, language));
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/pdf", $"{answer.StatusCode}");
        return PdfText.WordsOf(await answer.Content.ReadAsByteArrayAsync());
    }
}
