using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

public sealed class TemplateLibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("labels");

    public TemplateLibraryTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(LabelSamples.LabelsFolder, "templates")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{{ name | text: 1, 1 }}", "text")]
    [InlineData("{{ name | txt: 1, 1, 10, 10, 14 }}", "txt")]
    [InlineData("{{ name | text: 1, 1, 100, 20, 'big' }}", "big")]
    [InlineData("{{ name | text: 1, 1, 100, 20, 18, 'blink' }}", "blink")]
    [InlineData("{{ name | text: 1, 1, 900, 20, 18 }}", "outside")]
    [InlineData("{{ name | text: 1, 1, 100, 20, 9 }}", "smallest")]
    [InlineData("^CI28{{ name | printer_text: 'ARIAL', 1, 1, 100, 20, 18 }}", "E:ARIAL.TTF")]
    [InlineData("^CI28{{ name | printer_text: 'E:ARIAL.TTF^FS', 1, 1, 100, 20, 18 }}", "E:ARIAL.TTF")]
    [InlineData("^CI28{{ name | printer_text: 'E:ARIAL.TTF', 1, 1, 100, 20, 18, 'inverse' }}", "inverse")]
    [InlineData("{{ name | printer_text: 'E:ARIAL.TTF', 1, 1, 100, 20, 18 }}", "^CI28")]
    [InlineData("{{ name | within: 'no place' | text: 1, 1, 100, 20, 18 }}", "{}")]
    [InlineData("{{ name | upcase }}", "name")]
    [InlineData("{{ name | size }}", "size")]
    [InlineData("{{ name }}", "form")]
    [InlineData("{{ Name | text: 1, 1, 100, 20, 18 }}", "form")]
    [InlineData("{{ name.length | text: 1, 1, 100, 20, 18 }}", "form")]
    [InlineData("{{ name | text: 1, 1, 100, 20, 18 }", "pair")]
    [InlineData("{% if name %}x{% endif %}", "conditions")]
    [InlineData("{% include 'secrets' %}", "conditions")]
    [InlineData("~JR", "printer")]
    [InlineData("^PQ2", "copies")]
    [InlineData("^FO1,1^BXN,5,200^FD1^FS", "data_matrix")]
    [InlineData("^FO1,1^A0N,20,20^FDhello^FS", "^A0")]
    [InlineData("^FO1,1^FR^GB9,9,9^FS", "^FR")]
    [InlineData("^FO1,1^GFA,1,1,1,FF^FS", "^GF")]
    [InlineData("^FO1,1,2^GB9,9,9^FS", "x,y")]
    [InlineData("^FO1,1^GB9,9^FS", "thickness")]
    [InlineData("^FO1,1^GB9,9,3,R^FS", "colour")]
    [InlineData("^FO1,1^GB9,9,3,B,9^FS", "rounding")]
    [InlineData("^FO1,1^GB9,9,three^FS", "three")]
    [InlineData("^FO1,1^GC2,1^FS", "diameter")]
    [InlineData("^FO1,1^GB9,9,3", "ended")]
    [InlineData("^FO1,1^GB9,9,3^GB9,9,3^FS", "one ^FO")]
    [InlineData("^GB9,9,3^FS", "one ^FO")]
    [InlineData("^FO1,1^FS", "draws nothing")]
    [InlineData("^FO1,1^FO2,2^GB9,9,3^FS", "ended")]
    [InlineData("^FO1,1{{ name | text: 1, 1, 100, 20, 18 }}^GB9,9,3^FS", "number")]
    [InlineData("^FO1,1^GB400,9,3^FS", "outside")]
    [InlineData("^CI27", "^CI28")]
    [InlineData("^LH9,9", "^LH0,0")]
    [InlineData("^FS hello", "hello")]
    [InlineData("{{ name | text: 1, 1, 100, 20, 18 }}^MTT{{ code | text: 1, 30, 100, 20, 18 }},N", ",N")]
    public void Load_BrokenLine_NamesFileLineAndReason(string broken, string reason)
    {
        Write("house-thing", $"^XA\n^PW400^LL200\n{broken}\n^XZ\n");

        var e = Assert.Throws<TemplateException>(Load);

        Assert.EndsWith("house-thing.zpl.liquid", e.File, StringComparison.Ordinal);
        Assert.Equal(3, e.Line);
        Assert.Contains(reason, e.Reason, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All that a template may write itself, as <c>labels/README.md</c> lists it.</summary>
    [Theory]
    [InlineData("^FO1,1^GB9,9,3^FS^FO20,1^GB9,9,3,W,4^FS")]
    [InlineData("^FO1,1^GC9,3^FS ^FO20,1^GC9,9,B^FS")]
    [InlineData("^PR4^MD10^MMT^MNY^MTT^FX remark ^FS{{ name | text: 1, 1, 100, 20, 18 }}")]
    public void Load_DocumentedZpl_IsTaken(string plain)
    {
        Write("house-thing", $"^XA\n^CI28^PW400^LL200^LH0,0\n{plain}\n{{{{ serial | text: 1, 40, 99, 30, 18 }}}}{{{{ symbol | data_matrix: 200, 20, 4 }}}}^XZ");

        Assert.NotEqual(LabelSamples.Library.FieldsOf(LabelKind.HouseThing), Load().FieldsOf(LabelKind.HouseThing));
    }

    [Fact]
    public void Load_NoSize_IsRefused()
    {
        Write("house-thing", "^XA\n^XZ\n");

        Assert.Contains("^PW", Assert.Throws<TemplateException>(Load).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileMissing_IsRefused()
    {
        File.Delete(PathOf("wristband"));

        Assert.EndsWith("wristband.zpl.liquid", Assert.Throws<TemplateException>(Load).File, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotUtf8_IsRefused()
    {
        File.WriteAllBytes(PathOf("wristband"), [0x5E, 0x58, 0x41, 0xC4, 0xCE]);

        Assert.Contains("UTF-8", Assert.Throws<TemplateException>(Load).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsOf_EditedTemplate_FollowsTheFile()
    {
        Write("house-thing", "^XA^PW400^LL200\n{{ name | text: 1, 1, 99, 30, 18 }}{{ serial | text: 1, 40, 99, 30, 18 }}{{ symbol | data_matrix: 200, 20, 4 }}^XZ");

        Assert.Equal(["name"], Load().FieldsOf(LabelKind.HouseThing));
    }

    [Fact]
    public void Render_EditedTemplate_HasAnotherVersion()
    {
        var before = LabelSamples.Renderer.Render(LabelSamples.Of(LabelKind.HouseThing)).TemplateVersion;
        File.AppendAllText(PathOf("house-thing"), "\n");

        using var renderer = new LabelRenderer(Load(), Path.Combine(LabelSamples.LabelsFolder, "fonts"));

        Assert.NotEqual(before, renderer.Render(LabelSamples.Of(LabelKind.HouseThing)).TemplateVersion);
    }

    [Fact]
    public void Render_TemplateWithoutTheSymbol_IsWithheld()
    {
        Write("house-thing", "^XA^PW400^LL200\n{{ name | text: 1, 1, 390, 80, 18 }}^XZ");
        using var renderer = new LabelRenderer(Load(), Path.Combine(LabelSamples.LabelsFolder, "fonts"));

        var e = Assert.Throws<LabelSelfCheckException>(() => renderer.Render(LabelSamples.Of(LabelKind.HouseThing)));

        Assert.Contains("Data Matrix", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LabelKind.InProcessContainer)]
    [InlineData(LabelKind.TransportContainer)]
    [InlineData(LabelKind.TestTube)]
    [InlineData(LabelKind.SterilityTube)]
    [InlineData(LabelKind.RetentionSample)]
    [InlineData(LabelKind.Quarantine)]
    [InlineData(LabelKind.Rejected)]
    public void FieldsOf_LabelOfCleanRoomOrWay_HasNoPersonalData(LabelKind kind) =>
        Assert.Empty(LabelSamples.Library.FieldsOf(kind).Intersect(["full_name", "initials", "birth_date"]));

    [Fact]
    public void FieldsOf_EveryKind_IsDocumentedForTheHospital()
    {
        var readme = File.ReadAllText(Path.Combine(LabelSamples.LabelsFolder, "README.md"));

        Assert.All(Enum.GetValues<LabelKind>(), kind =>
            Assert.All(LabelSamples.Library.FieldsOf(kind), field => Assert.Contains($"`{field}`", readme, StringComparison.Ordinal)));
    }

    private TemplateLibrary Load() => TemplateLibrary.Load(_folder.FullName);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name + ".zpl.liquid");

    private void Write(string name, string source) => File.WriteAllText(PathOf(name), source);
}
