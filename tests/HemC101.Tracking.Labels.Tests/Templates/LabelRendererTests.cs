using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Templates;

public sealed class LabelRendererTests
{
    private static readonly LabelRenderer Renderer = LabelSamples.Renderer;

    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Render_AnyFieldLacking_IsRefusedByItsName(LabelKind kind)
    {
        Assert.All(LabelSamples.Library.FieldsOf(kind), field =>
        {
            var sample = LabelSamples.Showing(kind, field);
            var without = sample with { Fields = sample.Fields.Where(f => f.Key != field).ToDictionary() };
            Assert.Equal(field, Assert.Throws<LabelFieldMissingException>(() => Renderer.Render(without)).Field);
            Assert.Equal(field, Assert.Throws<LabelFieldMissingException>(() => Renderer.Render(sample.With(field, " "))).Field);
        });
    }

    [Theory]
    [MemberData(nameof(LabelSamples.Kinds), MemberType = typeof(LabelSamples))]
    public void Render_AnyFieldFarTooLong_IsRefusedByItsName(LabelKind kind) =>
        Assert.All(LabelSamples.Library.FieldsOf(kind), field =>
        {
            var tooLong = LabelSamples.Showing(kind, field).With(field, string.Join(' ', Enumerable.Repeat("длинно", 200)));
            Assert.Equal(field, Assert.Throws<LabelDoesNotFitException>(() => Renderer.Render(tooLong)).Field);
        });

    [Fact]
    public void Render_LongName_ShrinksBeforeItIsRefused()
    {
        var wristband = LabelSamples.Of(LabelKind.Wristband);
        var shortName = Renderer.Render(wristband.With("full_name", "Ли Ян"));

        var longName = Renderer.Render(wristband.With("full_name", "Константинопольская-Верхнеуральская Александра Вячеславовна"));

        Assert.NotEqual(shortName.Sha256, longName.Sha256);
        Assert.Throws<LabelDoesNotFitException>(() => Renderer.Render(wristband.With("full_name", new string('Щ', 80))));
    }

    /// <summary>Every printer is served by itself, so that labels are drawn at the same moment, the very first ones, too.</summary>
    [Fact]
    public async Task Render_SeveralAtOnceFromTheStart_EachSaysItsOwn()
    {
        var contents = Enumerable.Range(0, 4).Select(turn => LabelSamples.Of(LabelKind.StaffBadge) with { Serial = $"P-9900000{turn}" }).ToList();
        var alone = contents.ConvertAll(content => Renderer.Render(content).Sha256);

        for (var start = 0; start < 200; start++)
        {
            using var fresh = LabelSamples.Start();
            using var together = new Barrier(contents.Count);
            var drawn = await Task.WhenAll(contents.Select(content => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return fresh.Render(content).Sha256;
                },
                default,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            Assert.Equal(alone, drawn);
        }
    }

    [Fact]
    public void Render_SymbolTooLongForItsPlace_IsRefused()
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay1);

        Assert.Equal("symbol", Assert.Throws<LabelDoesNotFitException>(() => Renderer.Render(content with { Symbol = new string('A', 400) })).Field);
        Assert.Equal("linear", Assert.Throws<LabelDoesNotFitException>(() => Renderer.Render(content with { Linear = new string('A', 60) })).Field);
    }

    /// <summary>The place has room for 26 modules; a larger symbol would run into the text below it.</summary>
    [Theory]
    [InlineData(44, true)]
    [InlineData(45, false)]
    public void Render_SymbolAtTheEdgeOfItsPlace_IsRefusedOneBeyond(int length, bool fits)
    {
        var content = LabelSamples.Of(LabelKind.InProcessContainer) with { Symbol = new string('A', length) };

        if (fits)
        {
            Renderer.Render(content);
        }
        else
        {
            Assert.Equal("symbol", Assert.Throws<LabelDoesNotFitException>(() => Renderer.Render(content)).Field);
        }
    }

    [Fact]
    public void Render_NoLinearWhereTheTemplateHasOne_IsRefused()
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay1) with { Linear = null };

        Assert.Equal("linear", Assert.Throws<LabelFieldMissingException>(() => Renderer.Render(content)).Field);
    }

    [Theory]
    [InlineData("\x1B")]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("漢")]
    public void Render_TextTheFontCannotShow_IsRefused(string unprintable)
    {
        var content = LabelSamples.Of(LabelKind.HouseThing).With("name", "A" + unprintable + "B");

        Assert.Equal("name", Assert.Throws<LabelContentException>(() => Renderer.Render(content)).Field);
    }

    [Theory]
    [InlineData("С101")]
    [InlineData("A\0B")]
    [InlineData("A\x1D" + "B")]
    [InlineData("A\rB")]
    public void Render_PlainSymbolBeyondPrintableAscii_IsRefused(string payload)
    {
        var content = LabelSamples.Of(LabelKind.HouseThing) with { Symbol = payload };

        Assert.Equal("symbol", Assert.Throws<LabelContentException>(() => Renderer.Render(content)).Field);
    }

    [Fact]
    public void Render_SameContent_IsTheSameBytesAndNamesTheirHash()
    {
        var first = Renderer.Render(LabelSamples.Of(LabelKind.DoseBagDay2));
        var second = Renderer.Render(LabelSamples.Of(LabelKind.DoseBagDay2));

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(first.Bytes)), first.Sha256);
        Assert.Equal("dose-bag-day2", first.TemplateName);
        Assert.Matches("^[0-9a-f]{12}$", first.TemplateVersion);
    }

    [Fact]
    public void Render_AnotherPrint_DiffersByItsSerial()
    {
        var first = LabelSamples.Of(LabelKind.DoseBagDay2);

        Assert.NotEqual(Renderer.Render(first).Sha256, Renderer.Render(first with { Serial = "P-000124" }).Sha256);
    }

    [Fact]
    public void Render_NoFonts_NamesTheMissingFile() =>
        Assert.Contains("DejaVuSans.ttf", Assert.Throws<FileNotFoundException>(() => new LabelRenderer(LabelSamples.Library, "nowhere")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("^XZ^XA^FO0,0^FDhello^FS")]
    [InlineData("~JR")]
    [InlineData(@"\5E\7E^FS")]
    [InlineData("_1_d094")]
    [InlineData("{{ batch }}{% raw %}")]
    public void Render_PrinterCommandsInData_StayData(string attack)
    {
        var kind = LabelKind.InProcessContainer;
        var honest = Renderer.Render(LabelSamples.Of(kind));
        var content = LabelSamples.Of(kind).With("contents", attack) with { Symbol = attack };

        var label = Renderer.Render(content);

        Assert.Empty(RenderedLabelCheck.Verify(label, content));
        Assert.Equal(CommandsOf(honest), CommandsOf(label));
    }

    [Theory]
    [InlineData("A^XZ")]
    [InlineData("A~JR")]
    [InlineData(@"A\5E")]
    public void Render_PrinterCommandsInLinear_StayData(string attack)
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay1);

        var label = Renderer.Render(content with { Linear = attack });

        Assert.Equal(CommandsOf(Renderer.Render(content)), CommandsOf(label));
    }

    [Fact]
    public void Render_Code128InvocationCharacter_IsRefused()
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay1) with { Linear = "A>8B" };

        Assert.Equal("linear", Assert.Throws<LabelContentException>(() => Renderer.Render(content)).Field);
    }

    private static IEnumerable<string> CommandsOf(RenderedLabel label)
    {
        var zpl = Encoding.UTF8.GetString(label.Bytes);
        Assert.DoesNotContain('~', zpl);
        return zpl.Split('^').Skip(1).Select(part => part[..2]);
    }
}
