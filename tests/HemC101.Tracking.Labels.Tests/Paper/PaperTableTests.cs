using HemC101.Tracking.Labels.Paper;

namespace HemC101.Tracking.Labels.Tests.Paper;

public sealed class PaperTableTests
{
    private static readonly PaperColumn[] Columns = [new("Номер", 1), new("Содержание", 5), new("Подпись", 3)];

    private readonly PaperReport _report = new(Path.Combine(Templates.LabelSamples.LabelsFolder, "fonts"));

    [PdfFact]
    public void Table_RussianAndEnglish_IsFoundByAReader()
    {
        var pages = Read([new PaperLine(PaperStyle.Title, "Журнал действий"), Table(["1", "Сбор начат: съёмка, ёмкость", "Performed by: Иванова"])]);

        var text = Assert.Single(pages);
        Assert.Contains("Журнал действий", text, StringComparison.Ordinal);
        Assert.Contains("Сбор начат: съёмка, ёмкость", text, StringComparison.Ordinal);
        Assert.Contains("Performed by: Иванова", text, StringComparison.Ordinal);
        Assert.Contains("страница 1 из 1", text, StringComparison.Ordinal);
    }

    [PdfFact]
    public void Table_FiveThousandRows_LosesNoneAndRepeatsItsHead()
    {
        var pages = Read([Table([.. Enumerable.Range(1, 5_000).Select(i => new[] { $"№{i}", $"Запись {i} конец{i}.", "" })])]);

        Assert.InRange(pages.Count, 100, 400);
        Assert.All(pages, page => Assert.Contains("Содержание", page, StringComparison.Ordinal));
        Assert.Contains($"страница {pages.Count} из {pages.Count}", pages[^1], StringComparison.Ordinal);
        var all = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 5_000), i => Assert.Contains($"конец{i}.", all, StringComparison.Ordinal));
    }

    [PdfFact]
    public void Row_ThatWouldBeCut_GoesToTheNextPageWhole()
    {
        string[] tall = ["2", string.Join('\n', Enumerable.Range(1, 20).Select(i => $"строка-{i}.")), ""];

        var pages = Read([Table([["1", string.Join('\n', Enumerable.Range(1, 30).Select(i => $"первая-{i}.")), ""], tall])]);

        Assert.Equal(2, pages.Count);
        Assert.DoesNotContain("строка-1.", pages[0], StringComparison.Ordinal);
        Assert.Contains("строка-1.", pages[1], StringComparison.Ordinal);
        Assert.Contains("строка-20.", pages[1], StringComparison.Ordinal);
    }

    [PdfFact]
    public void Row_TallerThanAPage_GoesOnOnTheNext()
    {
        var pages = Read([Table(["1", string.Join('\n', Enumerable.Range(1, 150).Select(i => $"строка-{i}.")), "подпись"])]);

        Assert.InRange(pages.Count, 4, 5);
        var all = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 150), i => Assert.Single(all.Split('\n'), line => line.Contains($"строка-{i}.", StringComparison.Ordinal)));
    }

    [PdfFact]
    public void Cell_WithALongWord_IsBrokenInsideItsColumn()
    {
        var word = new string('Щ', 400);

        var text = Assert.Single(Read([Table(["1", word, "рядом"])]));

        Assert.Equal(400, text.Count(c => c == 'Щ'));
        Assert.InRange(text.Split('\n').Max(line => line.Count(c => c == 'Щ')), 20, 100);
    }

    [PdfFact]
    public void Hostile_Text_HidesNothing()
    {
        var pages = Read([Table(["1", "<script>alert(1)</script> ) Tj (BT \\ \u202Eобратно\u0007 \U0001F9EC \uD83D конец", ""])]);

        var text = Assert.Single(pages);
        Assert.Contains("<script>alert(1)</script> ) Tj (BT \\", text, StringComparison.Ordinal);
        Assert.Contains("обратно", text, StringComparison.Ordinal);
        Assert.Contains("[U+1F9EC]", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("конец", text, StringComparison.Ordinal);
    }

    private static PaperTable Table(params string[][] rows) => new(Columns, rows);

    private IReadOnlyList<string> Read(IReadOnlyList<PaperBlock> blocks) => PdfText.PagesOf(_report.Write(
        new PaperSheet("Журнал") { Landscape = true, PageOf = (page, pages) => $"страница {page} из {pages}" }, blocks));
}
