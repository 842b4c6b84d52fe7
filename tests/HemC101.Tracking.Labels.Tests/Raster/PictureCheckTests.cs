using System.Text;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Labels.Tests.Decoding;
using HemC101.Tracking.Labels.Tests.Templates;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Tests.Raster;

/// <summary>A finished label is read by programs of the distribution before it leaves.</summary>
public sealed class PictureCheckTests
{
    private static readonly PictureCheck Programs = Reading("dmtxread -N 1 -G 29");

    [DecoderFact("dmtxread", "zbarimg")]
    public async Task Refusal_OfEveryKind_None()
    {
        foreach (var kind in Enum.GetValues<LabelKind>())
        {
            var content = LabelSamples.Of(kind);
            Assert.Equal((kind, null), (kind, (await Programs.RefusalAsync(LabelSamples.Renderer.Render(content), content, default))?.En));
        }
    }

    [DecoderFact("dmtxread", "zbarimg")]
    public async Task Refusal_Of300Dpi_None()
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay2);

        Assert.Null(await Programs.RefusalAsync(LabelSamples.Renderer.Render(content, PrintDensity.Dpi300), content, default));
    }

    [DecoderFact("dmtxread", "zbarimg")]
    public async Task Refusal_OfALabelOfTheOtherBag_SaysWhatItReads()
    {
        var (day1, cassette2) = (LabelSamples.Of(LabelKind.CassetteDay1), LabelSamples.Of(LabelKind.CassetteDay2));

        var refusal = await Programs.RefusalAsync(LabelSamples.Renderer.Render(cassette2), day1, default);

        Assert.Contains(cassette2.Symbol, refusal!.En, StringComparison.Ordinal);
        Assert.Contains("не отправлена", refusal.Ru, StringComparison.Ordinal);
    }

    /// <summary>What the check of the bytes cannot see: the symbol is right and something lies over it.</summary>
    [DecoderFact("dmtxread", "zbarimg")]
    public async Task Refusal_OfASymbolUnderABar_ThatItDoesNotRead()
    {
        var content = LabelSamples.Of(LabelKind.HouseThing);
        var label = LabelSamples.Renderer.Render(content);
        var covered = label with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(label.Bytes).Replace("^XZ", "^FO0,0^GB400,100,100^FS^XZ", StringComparison.Ordinal)) };

        Assert.Contains("does not read", (await Reading("dmtxread -N 1 -m 1000").RefusalAsync(covered, content, default))!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_AProgramThatIsNotThere_NamesItAndTheSetting()
    {
        var content = LabelSamples.Of(LabelKind.StaffBadge);
        var check = new PictureCheck(new ProgramReader("no-such-reader -x", null, TimeSpan.FromSeconds(5)));

        var refusal = await check.RefusalAsync(LabelSamples.Renderer.Render(content), content, default);

        Assert.Contains("no-such-reader", refusal!.Ru, StringComparison.Ordinal);
        Assert.Contains("Labels:MatrixReader", refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_AProgramThatHangs_IsEnded()
    {
        var content = LabelSamples.Of(LabelKind.StaffBadge);
        var check = new PictureCheck(new ProgramReader("tail -f /dev/null", null, TimeSpan.FromMilliseconds(200)));

        Assert.Contains("in time", (await check.RefusalAsync(LabelSamples.Renderer.Render(content), content, default))!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_WithoutAReaderForASymbology_LeavesItUnread()
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay1);
        var asked = new Asked(new() { [Symbology.DataMatrix] = content.Symbol });

        Assert.Null(await new PictureCheck(asked).RefusalAsync(LabelSamples.Renderer.Render(content), content, default));
        Assert.Equal([Symbology.DataMatrix], asked.Read);
    }

    [Theory]
    [InlineData(Symbology.DataMatrix, "Data Matrix")]
    [InlineData(Symbology.Code128, "Code 128")]
    public async Task Refusal_OfOneSymbolOfTwo_NamesIt(Symbology wrong, string name)
    {
        var content = LabelSamples.Of(LabelKind.DoseBagDay1);
        var asked = new Asked(new() { [Symbology.DataMatrix] = content.Symbol, [Symbology.Code128] = content.Linear! });
        asked.Answers[wrong] = "=A99992600009900";

        Assert.Contains($"{name} on the finished label reads as", (await new PictureCheck(asked).RefusalAsync(LabelSamples.Renderer.Render(content), content, default))!.En, StringComparison.Ordinal);
    }

    private static PictureCheck Reading(string matrix) => new(new ProgramReader(matrix, "zbarimg -q --raw", TimeSpan.FromMinutes(1)));

    private sealed class Asked(Dictionary<Symbology, string> answers) : ISymbolReader
    {
        public Dictionary<Symbology, string> Answers => answers;

        public List<Symbology> Read { get; } = [];

        public bool Reads(Symbology symbology) => answers.ContainsKey(symbology);

        public Task<string?> ReadAsync(SymbolOnPaper symbol, CancellationToken ct)
        {
            Read.Add(symbol.Symbology);
            return Task.FromResult<string?>(answers[symbol.Symbology]);
        }
    }
}
