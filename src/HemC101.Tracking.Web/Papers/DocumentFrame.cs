using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Infrastructure;
using static HemC101.Tracking.Web.Infrastructure.Language;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What every paper has: whose it is, when and by whom printed, the last entry it knows, and on each page which one it is.</summary>
internal static class DocumentFrame
{
    private static readonly IBarcodeEngine Engine = BarcodeEngines.Create();

    public static PaperSheet Page(DocumentSource of, string title) => new($"{title} · CoI {of.Chain.Coi.WithCheck} · {Clock.Show(of.At)}")
    {
        PageOf = (page, pages) => T($"страница {page} из {pages}", $"page {page} of {pages}"),
        Under = T(
            $"Последняя запись № {Number(of.Chain.Version)}, SHA-256 {of.Chain.Head}", $"Last entry no. {Number(of.Chain.Version)}, SHA-256 {of.Chain.Head}"),
    };

    public static IEnumerable<PaperBlock> Head(DocumentSource of, string title)
    {
        yield return new PaperLine(PaperStyle.Title, title);
        if (of.Sheet is { } sheet)
        {
            yield return Symbol(of, sheet.Serial);
        }

        var site = Number(of.Settings.SiteNumber).PadLeft(2, '0');
        yield return new PaperLine(PaperStyle.Body, T(
            $"Исследование {of.Settings.ProtocolCode}, центр {site}. Участник {of.Chain.Subject}. CoI {of.Chain.Coi.WithCheck}",
            $"Trial {of.Settings.ProtocolCode}, site {site}. Participant {of.Chain.Subject}. CoI {of.Chain.Coi.WithCheck}"));
        yield return new PaperLine(PaperStyle.Body, T(
            $"Напечатано {Clock.Show(of.At)}: {of.By}. Всё ниже – по состоянию на это время.", $"Printed {Clock.Show(of.At)} by {of.By}. All below as of that time."));
    }

    public static PaperSymbol Symbol(DocumentSource of, PrintSerial serial) => new(
        Engine.Encode(Symbology.DataMatrix, BarcodeWriter.Around(of.Chain.Coi, serial)),
        T($"Лист № {serial}\nЭто код листа, а не пакета.", $"Sheet no. {serial}\nThis is the code of the sheet, not of the bag."));

    public static PaperLine Heading(string ru, string en) => new(PaperStyle.Heading, T(ru, en));

    public static PaperLine Space { get; } = new(PaperStyle.Small, "");

    public static PaperTable Facts(params IEnumerable<(string Name, string Value)> facts) =>
        new([new(T("Что", "What"), 3), new(T("Значение", "Value"), 7)], [.. facts.Select(fact => new[] { fact.Name, fact.Value })]);

    /// <summary>Lines to be filled in by hand: each high enough to write in.</summary>
    /// <param name="columns">Head and share.</param>
    /// <param name="rows">What stands in them already.</param>
    public static PaperTable ToFill(IReadOnlyList<(string Head, float Share)> columns, IEnumerable<IReadOnlyList<string>> rows) => new(
        [.. columns.Select(column => new PaperColumn(column.Head, column.Share))],
        [.. rows.Select(row => Enumerable.Range(0, columns.Count).Select(at => (row.ElementAtOrDefault(at) ?? "") + (at == 0 ? "\n\n" : "")).ToArray())]);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Number(decimal number) => DecimalInput.Show(number);
}
