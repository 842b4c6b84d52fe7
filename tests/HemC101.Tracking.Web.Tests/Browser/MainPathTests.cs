using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>One participant from enrolment to the second infusion, through pages, labels and scans alone.</summary>
[Collection(MainPathInBrowser.Name)]
public sealed class MainPathTests(Chromium chromium, PlainSite site, ITestOutputHelper output) : IClassFixture<PlainSite>, IDisposable
{
    public void Dispose() => output.WriteLine(site.Output);

    [BrowserFact]
    public async Task Path_FromOrderToDay2Infusion_CompletesTheTherapy()
    {
        var tablets = new Tablets(chromium, site.Address, site.Crew);
        var journey = await Journey.EnrolAsync(tablets, site.Crew, site.Printer, number: 1);

        await journey.WalkAsync(Leg.Main);

        await tablets.ShootAsync(Role.Investigator, "/", "work-list");
        await tablets.ShootAsync(Role.QualityAssurance, "/Labels", "labels");
        await tablets.ShootAsync(Role.QualityAssurance, $"/Quality/Trace/{Hosting.HouseStock.Lot(MaterialKind.Vector)}", "trace");
        var page = await tablets.OfAsync(Role.Investigator);
        await page.GotoAsync($"/Chains/{journey.Labels.Coi}");
        await Expect(page.Locator(".things")).ToContainTextAsync("Введён");
        await Screens.ShootAsync(page, "chain-completed");
        await Accessibility.AssertNoViolationsAsync(page);
    }
}
