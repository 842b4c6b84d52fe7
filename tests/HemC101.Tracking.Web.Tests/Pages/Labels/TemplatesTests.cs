using System.Net;
using System.Text;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Templates;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Pages.Labels;

public sealed class TemplatesTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("ru", "Пакет дозы, День 1", "Точки принтера")]
    [InlineData("en", "Dose bag, Day 1", "The printer's dots")]
    public async Task Templates_AreListedWithTheirVersion_AndEachIsShown(string language, string name, string dots)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance, language);

        using var list = await tablet.GetAsync("/Labels/Templates");

        var library = await LibraryAsync();
        Assert.All(Enum.GetValues<LabelKind>().Select(library.About), template => Assert.Contains(
            template.Version, list.QuerySelector($"[data-template='{template.Name}']")!.TextContent, StringComparison.Ordinal));
        var link = list.QuerySelector("[data-template='dose-bag-day1'] a")!;
        Assert.Equal(name, link.TextContent);
        using var page = await tablet.GetAsync(link.GetAttribute("href")!);
        Assert.Contains(dots, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("subject_number", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whatever the page shows and offers is there, for every template and without script.</summary>
    [Fact]
    public async Task EveryTemplate_HasItsPicturesAndFiles()
    {
        using var tablet = await _site.TabletAsync(Role.Administrator);
        foreach (var kind in Enum.GetValues<LabelKind>())
        {
            using var page = await tablet.GetAsync($"/Labels/Template/{(await LibraryAsync()).About(kind).Name}");

            var sources = page.QuerySelectorAll("main img").Select(image => image.GetAttribute("src")!);
            var files = page.QuerySelectorAll("main figure .actions a").Select(link => link.GetAttribute("href")!);
            Assert.Equal(["image/png", "image/svg+xml", "text/plain", "application/pdf"], await Task.WhenAll(sources.Concat(files).Select(TypeAsync)));
        }

        async Task<string> TypeAsync(string address)
        {
            using var answer = await tablet.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
            return answer.Content.Headers.ContentType!.MediaType!;
        }
    }

    [Fact]
    public async Task Zpl_SavedFromThePage_IsWhatThePrinterWouldGet()
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await tablet.OpenAsync("/Labels/Template/house-thing?handler=Zpl");

        var zpl = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("^XA", zpl, StringComparison.Ordinal);
        Assert.Contains("SAMPLE", zpl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Labels/Template/no-such-label")]
    [InlineData("/Labels/Template/dose-bag-day1.zpl.liquid?handler=Svg")]
    [InlineData("/Labels/Template/..%2ffonts?handler=Pdf")]
    public async Task Template_ThatIsNone_IsNotFound(string address)
    {
        using var tablet = await _site.TabletAsync(Role.QualityAssurance);

        using var answer = await tablet.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<TemplateLibrary> LibraryAsync() =>
        (await _site.Services.GetRequiredService<TemplateDesk>().RendererAsync(_site.Database, default)).Templates;
}
