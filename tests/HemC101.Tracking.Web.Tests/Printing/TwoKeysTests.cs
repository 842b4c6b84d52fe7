using System.Text;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Templates;
using HemC101.Tracking.Web.Tests.Browser;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>Every label that a chain prints on its way from enrolment to the end of its second dose.</summary>
public sealed class TwoKeysTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.Main);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task WristbandsSayNoCoi_AndLabelsOfTheCellsNoPatientKey()
    {
        var chain = await _site.ChainAsync(_site.Chains[0]);
        var labels = await LabelsAsync();

        Assert.Equal(
            [LabelKind.Wristband, LabelKind.CollectionBag, LabelKind.InProcessContainer, LabelKind.DoseBagDay1, LabelKind.DoseBagDay2,
                LabelKind.TransportContainer, LabelKind.CassetteDay1, LabelKind.CassetteDay2, LabelKind.TestTube, LabelKind.SterilityTube, LabelKind.RetentionSample, LabelKind.PostThaw],
            labels.Select(label => label.Kind).Distinct().OrderBy(kind => kind != LabelKind.Wristband).ThenBy(kind => kind));
        Assert.All(labels, label =>
        {
            var (own, foreign) = label.Kind == LabelKind.Wristband ? (chain.Patient.ToString(), chain.Coi.ToString()) : (chain.Coi.ToString(), chain.Patient.ToString());
            Assert.Contains(Bare(own), Bare(label.Said), StringComparison.Ordinal);
            Assert.DoesNotContain(Bare(foreign), Bare(label.Said), StringComparison.Ordinal);
        });
    }

    /// <returns>Of every label: its fields, its codes, and what a scanner reads from the rendered symbols.</returns>
    private async Task<IReadOnlyList<(LabelKind Kind, string Said)>> LabelsAsync()
    {
        var contents = _site.Services.GetRequiredService<LabelContents>();
        var renderer = await _site.Services.GetRequiredService<TemplateDesk>().RendererAsync(_site.Database, default);
        List<(LabelKind, string)> labels = [];
        foreach (var job in await JobsAsync(_site.Database))
        {
            var content = await contents.OfAsync(_site.Database, job, default);
            if (content.Fields.ContainsKey("subject_number"))
            {
                var symbols = ZplSymbols.In(Encoding.UTF8.GetString(renderer.Render(content).Bytes));
                labels.Add((job.Kind, string.Join('\n', [.. content.Fields.Values, content.Symbol, content.Linear ?? "", .. symbols])));
            }
        }

        return labels;
    }

    private static async Task<IReadOnlyList<PrintJobRow>> JobsAsync(Database database) =>
        [.. await PrintJobs.ListOpenAsync(database, default), .. await PrintJobs.ListRecentAsync(database, 1_000, default)];

    /// <summary>A key cut into groups is still that key.</summary>
    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
