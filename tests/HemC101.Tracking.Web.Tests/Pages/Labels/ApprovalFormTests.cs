using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Labels;

/// <summary>A course that runs goes on in the form of its enrolment: no template is approved that does not serve it.</summary>
public sealed class ApprovalFormTests : IAsyncLifetime
{
    private readonly DirectoryInfo _labels = Directory.CreateTempSubdirectory("hemc101-approval-");
    private LiveSite _site = null!;

    private string File => Path.Combine(_labels.FullName, "templates", "dose-bag-day2.zpl.liquid");

    public async Task InitializeAsync()
    {
        foreach (var folder in new[] { "templates", "fonts" })
        {
            var copy = _labels.CreateSubdirectory(folder);
            foreach (var file in new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "labels", folder)).EnumerateFiles())
            {
                file.CopyTo(Path.Combine(copy.FullName, file.Name));
            }
        }

        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("band.bind"));
        _site.Labels = _labels;
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _labels.Delete(recursive: true);
    }

    [Theory]
    [InlineData("initials", false)]
    [InlineData("full_name", true)]
    public async Task Approved_WithoutAPlaceThatARunningChainNeeds_IsRefused_ThoughTheSettingsAskForItNoMore(string field, bool isApproved)
    {
        using (var pharmacist = await _site.TabletAsync(Role.QualifiedPerson, "en"))
        using (var issued = await SettingsForms.IssueAsync(
            pharmacist, [_site.Crew(Role.QualifiedPerson), _site.Crew(Role.QualityAssurance)], "coded-1", ("v:label.identity", "Coded")))
        {
            Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        }

        var lines = await System.IO.File.ReadAllLinesAsync(File);
        await System.IO.File.WriteAllTextAsync(File, string.Join('\n', lines.Where(line => !line.StartsWith($"{{{{ {field} |", StringComparison.Ordinal))) + "\n");
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var page = await tablet.GetAsync("/Labels/Approval");
        var who = _site.Crew(Role.QualityAssurance);

        using var answer = await tablet.PostAsync(
            "/Labels/Approval", null,
            [("Attempt", "a-1"), ("Shown", page.QuerySelector("input[name=Shown]")!.GetAttribute("value")!), ("Proofs[0].Signer", who.Badge), ("Proofs[0].Secret", who.Pin)]);

        Assert.Equal(isApproved ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(!isApproved, !isApproved && (await Tablet.SaysAsync(answer)).Contains($"no place for \"{field}\"", StringComparison.Ordinal));
    }
}
