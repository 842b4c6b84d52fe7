using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Paper;

namespace HemC101.Tracking.Labels.Tests.Paper;

/// <summary>Symbols on paper, read as a scanner would from the print: rasterised by poppler, read by libdmtx.</summary>
public sealed class PaperSymbolTests
{
    private readonly PaperReport _report = new(Path.Combine(Templates.LabelSamples.LabelsFolder, "fonts"));

    [PdfFact]
    public async Task Symbol_OnEachPage_IsRead()
    {
        const string First = "=+02000&/CHA999926000001&@P00000000000000001";
        const string Second = "=+02000&/CHA999926000002&@P00000000000000002";

        var read = await PdfSymbols.ReadAsync(Write([Symbol(First, "Лист № 1"), new PaperBreak(), Symbol(Second, "Лист № 2")]));

        Assert.Equal([First, Second], read);
    }

    [PdfFact]
    public void Text_StandsBesideTheSymbol_AndABreakTurnsThePage()
    {
        var pages = PdfText.PagesOf(Write([Symbol("=+0200", "Лист № 7\nЭто код листа"), new PaperBreak(), new PaperLine(PaperStyle.Huge, "ДЕЙСТВУЕТ ДО")]));

        Assert.Equal(2, pages.Count);
        Assert.Contains("Лист № 7", pages[0], StringComparison.Ordinal);
        Assert.Contains("ДЕЙСТВУЕТ ДО", pages[1], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Contains("та же строка", page, StringComparison.Ordinal));
    }

    [PdfFact]
    public void Break_WhereNothingStandsYet_LeavesNoEmptyPage() =>
        Assert.Single(PdfText.PagesOf(Write([new PaperBreak(), new PaperLine(PaperStyle.Body, "текст")])));

    [PdfFact]
    public async Task Symbol_ThatDoesNotFit_GoesToTheNextPageWhole()
    {
        IEnumerable<PaperBlock> filler = Enumerable.Range(1, 59).Select(line => new PaperLine(PaperStyle.Body, $"строка {line}"));

        var pdf = Write([.. filler, Symbol("WHOLE", "рядом с кодом")]);

        Assert.Contains("рядом с кодом", PdfText.PagesOf(pdf)[1], StringComparison.Ordinal);
        Assert.Equal(["WHOLE"], await PdfSymbols.ReadAsync(pdf));
    }

    private static PaperSymbol Symbol(string payload, string text) => new(BarcodeEngines.Create().Encode(Symbology.DataMatrix, payload), text);

    private byte[] Write(IReadOnlyList<PaperBlock> blocks) => _report.Write(new PaperSheet("Лист") { Under = "та же строка" }, blocks);
}
