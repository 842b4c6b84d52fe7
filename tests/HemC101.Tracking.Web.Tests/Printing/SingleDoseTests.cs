using System.Net;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>X-05: the only bag of a batch says so on its label, its cassette and its sheet, and nowhere that there is a second.</summary>
public sealed class SingleDoseTests : IAsyncLifetime
{
    private const string Choose = "split.choose-underdose";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    private LiveSite _site = null!;

    public async Task InitializeAsync() =>
        _site = await LiveSite.OpenAsync([.. DemoLeg.UpTo("batch.release-conditionally"), new DemoLeg("split.report-underdose", "", Soon)], DemoLeg.UpTo("split.detach"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task OnlyBag_SaysSingleDose_OnLabelCassetteAndSheet()
    {
        var coi = _site.Chains[0];
        using (var physician = await _site.TabletAsync(Role.Investigator, "en"))
        using (var chosen = await physician.TakeAsync(
            Tablet.Step($"{StepCatalogue.Get(Choose).Station}", Choose, coi, $"{(await _site.ChainAsync(coi)).CurrentBatch!.Number}"), "choice",
            [_site.Crew(Role.Investigator), _site.Crew(Role.QualifiedPerson)], ("division", "SingleDose"), ("document", "D-7")))
        {
            Assert.True(chosen.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(chosen));
        }

        var director = _site.Director();
        foreach (var leg in DemoLeg.Main.Where(leg => leg.StepId is "split.fill-day1" or "split.detach"))
        {
            await director.DoAsync(coi, leg, default);
        }

        foreach (var kind in new[] { LabelKind.DoseBagDay1, LabelKind.CassetteDay1 })
        {
            var label = await LabelAsync(0, kind);
            Assert.Equal(("ОДНА ДОЗА", "SINGLE DOSE"), (label.Fields["dose_of"], label.Fields["dose_of_english"]));
            Assert.Equal(["dose_of"], label.MustSay);
        }

        foreach (var (language, said, second) in new[] { ("ru", "ОДНА ДОЗА – ДЕНЬ 1", "из 2"), ("en", "SINGLE DOSE – DAY 1", "of 2") })
        {
            var text = await SheetAsync(0, language);
            Assert.Contains(said, text, StringComparison.Ordinal);
            Assert.DoesNotContain(second, text, StringComparison.Ordinal);
        }
    }

    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task FirstOfTwo_SaysOneOfTwo()
    {
        Assert.Equal("ДОЗА 1 из 2", (await LabelAsync(1, LabelKind.DoseBagDay1)).Fields["dose_of"]);
        Assert.Empty((await LabelAsync(1, LabelKind.CassetteDay1)).MustSay);
        Assert.Contains("ДОЗА 1 из 2 – ДЕНЬ 1", await SheetAsync(1, "ru"), StringComparison.Ordinal);
    }

    private async Task<Labels.Templates.LabelContent> LabelAsync(int chain, LabelKind kind)
    {
        var job = (await PrintJobs.ListOpenAsync(_site.Database, _site.Chains[chain], default)).Last(job => job.Kind == kind);
        return await _site.Services.GetRequiredService<LabelContents>().OfAsync(_site.Database, job, default);
    }

    private async Task<string> SheetAsync(int chain, string language)
    {
        var coi = _site.Chains[chain];
        var bag = (await _site.ChainAsync(coi)).BagsOf(1).Single().Id;
        using var tablet = await _site.TabletAsync(Role.Cryostore, language);
        using var issued = await tablet.PostAsync($"/Chains/{coi}/Sheets", "Issue", [("document", "accompanying"), ("of", $"{bag}"), ("attempt", Guid.NewGuid().ToString("N"))]);
        Assert.True(issued.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(issued));
        using var pdf = await tablet.OpenAsync($"/Chains/{coi}/Sheets?handler=Sheet&serial={issued.Headers.Location!.ToString().Split("issued=")[1]}&language={language}");
        return PdfText.WordsOf(await pdf.Content.ReadAsByteArrayAsync());
    }
}
