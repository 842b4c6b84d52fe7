using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Administration;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>Who is named on labels, by which law and in which languages, from the settings page to the paper.</summary>
public sealed class LabelFormsTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.start"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Issued_AnotherMode_IsShown_AndTheChainThatRunsKeepsItsOwn()
    {
        using var tablet = await _site.TabletAsync(Role.QualifiedPerson, "en");

        using var issued = await SettingsForms.IssueAsync(
            tablet, [_site.Crew(Role.QualifiedPerson), _site.Crew(Role.QualityAssurance)], "coded-1", ("v:label.identity", "Coded"), ("v:label.english", "false"));

        Assert.True(issued.StatusCode == System.Net.HttpStatusCode.Redirect, await Tablet.SaysAsync(issued));
        using var page = await tablet.GetAsync("/Administration/Settings");
        Assert.Contains("subject number and CoI alone", page.QuerySelector("[data-setting='label.identity']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("subject number, initials and birth date → subject number and CoI alone", page.QuerySelector("[data-version='coded-1']")!.TextContent, StringComparison.Ordinal);
        var label = await LabelAsync(LabelKind.CollectionBag);
        Assert.Equal(LabelForm.Default, label.Form);
        Assert.Equal(["birth_date", "initials"], label.Fields.Keys.Intersect(LabelForm.Personal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Wristband_HasNameAndBirthDate_AndNoInitials() => Assert.Equal(
        ["birth_date", "full_name"], (await LabelAsync(LabelKind.Wristband)).Fields.Keys.Intersect(LabelForm.Personal).Order(StringComparer.Ordinal));

    [Fact]
    public void Coded_NoLabelButTheBand_GetsAnythingOfThePerson() => Assert.Equal(
        [LabelKind.Wristband],
        Enum.GetValues<LabelKind>().Where(kind => kind.PersonalFields(LabelForm.Default with { Identity = LabelIdentityMode.Coded }).Count > 0));

    /// <summary>The form says so before anybody signs, and nothing is recorded.</summary>
    [Fact]
    public async Task Proposed_ATemplateThatCannotDoIt_IsRefusedWithTheLabelAndWhatToDo()
    {
        var templates = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "labels", "templates"));
        var folder = Directory.CreateTempSubdirectory("hemc101-forms-");
        foreach (var file in templates.EnumerateFiles())
        {
            var text = await File.ReadAllTextAsync(file.FullName);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, file.Name),
                file.Name.StartsWith("cassette-day2", StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Where(line => !line.Contains("full_name", StringComparison.Ordinal))) : text);
        }

        var fit = ActivatorUtilities.CreateInstance<LabelFit>(_site.Services);
        var fullName = LabelForm.Default with { Identity = LabelIdentityMode.FullName };
        using var renderer = new LabelRenderer(TemplateLibrary.Load(folder.FullName), Path.Combine(AppContext.BaseDirectory, "labels", "fonts"));

        var refusal = Assert.Single(fit.FormRefusals(renderer, new StudySettings(), [LabelForm.Default, fullName]));

        Assert.Contains("full_name", refusal.Reason.Ru, StringComparison.Ordinal);
        Assert.Contains("Ничего не записано", refusal.Reason.Ru, StringComparison.Ordinal);
        Assert.Empty(fit.FormRefusals(renderer, new StudySettings(), [new(LabelIdentityMode.Coded, LabelProfile.Bmcp180, English: false)]));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("identity=Coded&profile=Imp&english=true")]
    [InlineData("identity=FullName&profile=Bmcp180&english=false")]
    public async Task Preview_OfAnyForm_IsDrawn_AndAnotherPicture(string form)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var page = await tablet.GetAsync($"/Labels/Template/dose-bag-day1?{form}");
        var address = page.QuerySelector("a[href*='handler=Zpl']")!.GetAttribute("href")!;
        using var usual = await tablet.OpenAsync("/Labels/Template/dose-bag-day1?handler=Zpl");
        using var other = await tablet.OpenAsync(address);

        Assert.NotEqual(await usual.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
        Assert.Equal(form.Split('&')[0].Split('=')[1], page.QuerySelector("#identity option[selected]")!.GetAttribute("value"));
    }

    private async Task<LabelContent> LabelAsync(LabelKind kind)
    {
        var jobs = (await PrintJobs.ListOpenAsync(_site.Database, default)).Concat(await PrintJobs.ListRecentAsync(_site.Database, 1_000, default));
        return await _site.Services.GetRequiredService<LabelContents>().OfAsync(_site.Database, jobs.First(job => job.Kind == kind), default);
    }
}
