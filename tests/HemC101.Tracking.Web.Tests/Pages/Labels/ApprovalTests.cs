using System.Net;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Templates;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.Proofs;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Labels;

/// <summary>Over HTTP, while the hospital edits the files. All templates are approved as supplied.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private const string Page = "/Labels/Approval";
    private const string Plate = "house-thing";

    private readonly DirectoryInfo _labels = Directory.CreateTempSubdirectory("hemc101-labels-");
    private LiveSite _site = null!;

    private string File => Path.Combine(_labels.FullName, "templates", $"{Plate}.zpl.liquid");

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

        _site = await LiveSite.OpenAsync();
        _site.Labels = _labels;
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _labels.Delete(recursive: true);
    }

    [Fact]
    public async Task Changed_PrintsAsBefore_UntilAssuranceHasSigned()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var before = await tablet.GetAsync(Page);
        Assert.Empty(before.QuerySelectorAll("[data-waiting]"));
        Assert.Null(before.QuerySelector("form[data-once]"));
        var old = await PrintedFromAsync();

        await WriteInAsync("^FX the hospital's remark ^FS");

        using var page = await tablet.GetAsync(Page);
        var waiting = Assert.Single(page.QuerySelectorAll("[data-waiting]"));
        Assert.Equal(Plate, waiting.GetAttribute("data-waiting"));
        Assert.Contains("the hospital's remark", Assert.Single(waiting.QuerySelectorAll(".diff-added")).TextContent, StringComparison.Ordinal);
        Assert.Empty(waiting.QuerySelectorAll(".diff-removed"));
        Assert.Equal(old, await PrintedFromAsync());
        using var now = await tablet.GetAsync($"/Labels/Template/{Plate}");
        using var proposed = await tablet.GetAsync($"/Labels/Template/{Plate}?proposed=true");
        Assert.Equal([true, false], new[] { now, proposed }.Select(shown => shown.QuerySelector(".page-head")!.TextContent.Contains(old, StringComparison.Ordinal)));

        using var signed = await SignAsync(tablet, "a-1", Shown(page));

        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        using var after = await tablet.FollowAsync(signed);
        Assert.Contains("The templates are approved", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(after.QuerySelectorAll("[data-waiting]"));
        Assert.Equal(TemplateFile.VersionOf(await System.IO.File.ReadAllTextAsync(File)), await PrintedFromAsync());
        await using var session = await _site.Database.ReadAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(session, [], default)).First);
        await MissedAttempts.AssertAsync(_site, "label-templates", 2);
    }

    [Fact]
    public async Task Broken_IsNamedWithLineAndReason_CannotBeSigned_AndPrintsAsBefore()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        var old = await PrintedFromAsync();

        await WriteInAsync("{{ nonsense }}");

        using var page = await tablet.GetAsync(Page);
        Assert.Contains($"{Plate}.zpl.liquid, line {(await System.IO.File.ReadAllLinesAsync(File)).Length - 1}", page.QuerySelector("[data-waiting] .reasons")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[data-once]"));
        var written = _site.Written();
        using var forced = await SignAsync(tablet, "a-1", Shown(null));
        Assert.Contains("out of date", await Tablet.SaysAsync(forced), StringComparison.Ordinal);
        Assert.Equal(written, _site.Written());
        Assert.Equal(old, await PrintedFromAsync());
    }

    [Fact]
    public async Task ChangedAgainMeanwhile_IsNotWhatWasSigned()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        await WriteInAsync("^FX first ^FS");
        using var page = await tablet.GetAsync(Page);
        await WriteInAsync("^FX second ^FS");
        var written = _site.Written();

        using var answer = await SignAsync(tablet, "a-1", Shown(page));

        Assert.Contains("out of date", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        Assert.Equal(written, _site.Written());
    }

    [Fact]
    public async Task Signed_TwiceAndByTwoAtOnce_IsOneApproval()
    {
        using var first = await _site.TabletAsync(Role.QualityAssurance);
        using var second = await _site.TabletAsync(Role.QualityAssurance, index: 1);
        await WriteInAsync("^FX remark ^FS");
        using var page = await first.GetAsync(Page);
        var before = await ApprovalsAsync();

        var answers = await Task.WhenAll(SignAsync(first, "a-1", Shown(page)), SignAsync(second, "a-2", Shown(page), index: 1));
        using var again = await SignAsync(first, "a-1", Shown(page));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(before + 1, await ApprovalsAsync());
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Signed_ByAnotherRole_OrNotByWhoIsSignedIn_IsRefused()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, "en");
        using var pharmacist = await _site.TabletAsync(Role.QualifiedPerson, "en");
        await WriteInAsync("^FX remark ^FS");
        using var page = await tablet.GetAsync(Page);
        var before = await ApprovalsAsync();

        using var role = await SignAsync(pharmacist, "a-1", Shown(page), Role.QualifiedPerson);
        using var other = await SignAsync(tablet, "a-2", Shown(page), index: 1);

        Assert.NotEqual(HttpStatusCode.Redirect, role.StatusCode);
        Assert.Contains("has not signed", await Tablet.SaysAsync(other), StringComparison.Ordinal);
        Assert.Equal(before, await ApprovalsAsync());
    }

    /// <summary>As the last line of the label.</summary>
    private async Task WriteInAsync(string line)
    {
        var text = await System.IO.File.ReadAllTextAsync(File);
        await System.IO.File.WriteAllTextAsync(File, text.Replace("^XZ", $"{line}\n^XZ", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> SignAsync(Tablet tablet, string attempt, string shown, Role role = Role.QualityAssurance, int index = 0)
    {
        var who = _site.Crew(role, index);
        return await tablet.PostAsync(Page, null, [("Attempt", attempt), ("Shown", shown), ("Proofs[0].Signer", who.Badge), ("Proofs[0].Secret", who.Pin)]);
    }

    private static string Shown(AngleSharp.Html.Dom.IHtmlDocument? page) =>
        page?.QuerySelector("input[name=Shown]")?.GetAttribute("value") ?? LabelTemplatesApproved.ContentHash([]);

    /// <returns>Version of the template that a plate is printed from now.</returns>
    private async Task<string> PrintedFromAsync()
    {
        var renderer = await _site.Services.GetRequiredService<TemplateDesk>().RendererAsync(_site.Database, default);
        return renderer.VersionOf(LabelKind.HouseThing);
    }

    private async Task<int> ApprovalsAsync() => (await EventLedger.ReadStreamAsync(_site.Database, LabelTemplatesApproved.Stream, default)).Count;
}
