using System.Globalization;
using System.Text;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Tests.Templates;
using SkiaSharp;

namespace HemC101.Tracking.Labels.Tests.Outputs;

/// <summary>The pictures in <c>labels/README.md</c> are the golden files themselves, dot by dot. UPDATE_DOCS=1 rewrites them.</summary>
public sealed class LabelPicturesDocument
{
    private const string Begin = "<!-- pictures: begin -->\n";
    private const string End = "<!-- pictures: end -->";

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    private static IReadOnlyList<GoldenFile> Shown => [.. GoldenFile.All.Where(golden => golden.IsShown).OrderBy(golden => golden.Picture, StringComparer.Ordinal)];

    private static string Folder => Path.Combine(LabelSamples.LabelsFolder, "pictures");

    [Fact]
    public void Pictures_AreTheGoldenLabels()
    {
        if (IsUpdate)
        {
            Directory.CreateDirectory(Folder);
            Array.ForEach(Directory.GetFiles(Folder, "*.png"), File.Delete);
            foreach (var golden in Shown)
            {
                File.WriteAllBytes(PathOf(golden.Picture), BarcodePng.Write(ZplRaster.Draw(golden.Bytes)));
            }
        }

        Assert.Equal(Shown.Select(golden => golden.Picture), Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
        Assert.All(Shown, golden =>
        {
            using var shown = SKBitmap.Decode(PathOf(golden.Picture));
            var drawn = ZplRaster.Draw(golden.Bytes);
            Assert.Equal((drawn.Width, drawn.Height), (shown.Width, shown.Height));
            Assert.True(drawn.Dots.ToArray().Index().All(dot => shown.GetPixel(dot.Index % drawn.Width, dot.Index / drawn.Width).Red == dot.Item), $"{golden.Name} looks otherwise.");
        });
    }

    [Fact]
    public void Document_ShowsEveryPicture()
    {
        var path = Path.Combine(LabelSamples.LabelsFolder, "README.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var expected = text[..from] + Section() + text[to..];
        if (IsUpdate)
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".png");

    private static string Section()
    {
        var text = new StringBuilder("Each as its golden file puts it on paper, of people who do not exist. Made by `UPDATE_DOCS=1 dotnet test tests/HemC101.Tracking.Labels.Tests`; do not edit.\n\n");
        foreach (var golden in Shown)
        {
            text.Append(CultureInfo.InvariantCulture, $"**`{golden.Picture}`**\n\n![{golden.Picture}](pictures/{golden.Picture}.png)\n\n");
        }

        return text.ToString();
    }
}
