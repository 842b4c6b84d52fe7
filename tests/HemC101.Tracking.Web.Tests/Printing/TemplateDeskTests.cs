using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Templates;

namespace HemC101.Tracking.Web.Tests.Printing;

public sealed class TemplateDeskTests : IAsyncLifetime
{
    private PrintRoom _room = null!;

    public async Task InitializeAsync() => _room = await PrintRoom.UnapprovedAsync();

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Enrol_TemplatesNotApproved_IsRefused_UntilTheyAre()
    {
        var refused = Assert.IsType<EnrolOutcome.Refused>(await _room.TryEnrolAsync(PrintRoom.Ivanova));
        Assert.Equal("labels-not-approved", Assert.Single(refused.Reasons).Code);

        await _room.ApproveTemplatesAsync();

        Assert.IsType<EnrolOutcome.Enrolled>(await _room.TryEnrolAsync(PrintRoom.Ivanova));
    }

    /// <summary>Each node keeps what it knows, and asks for news each time; its own folder no longer counts.</summary>
    [Fact]
    public async Task Renderer_ApprovedAtAnotherNode_IsDrawnFromHereToo()
    {
        var labels = Path.Combine(AppContext.BaseDirectory, "labels");
        var folder = Directory.CreateTempSubdirectory("hemc101-templates-");
        foreach (var supplied in new DirectoryInfo(Path.Combine(labels, "templates")).EnumerateFiles())
        {
            supplied.CopyTo(Path.Combine(folder.FullName, supplied.Name));
        }

        var file = Path.Combine(folder.FullName, "wristband.zpl.liquid");
        var approved = TemplateFile.VersionOf(await File.ReadAllTextAsync(file));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("^XZ", "^FX of this node alone ^FS\n^XZ", StringComparison.Ordinal));
        using var here = new TemplateDesk(folder.FullName, Path.Combine(labels, "fonts"));
        Assert.NotEqual(approved, await VersionAsync(here));

        await _room.ApproveTemplatesAsync();

        Assert.Equal(approved, await VersionAsync(here));
        folder.Delete(recursive: true);
    }

    private async Task<string> VersionAsync(TemplateDesk desk) => (await desk.RendererAsync(_room.Database, default)).VersionOf(LabelKind.Wristband);
}
