using System.Globalization;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Audit;

/// <summary>What stands above the table of an exported trail.</summary>
/// <param name="Site">Which site's ledger it is.</param>
/// <param name="Asked">The filter as it was entered, by name.</param>
/// <param name="UpTo">How far the ledger reached; null for looks, which stand in a table of their own.</param>
internal sealed record TrailHead(string Site, IReadOnlyList<(Text Name, string Value)> Asked, Person By, DateTimeOffset At, long? UpTo);

/// <summary>The trail on paper, newest first, in the language of the request. Its end can be held against the ledger.</summary>
internal static class TrailPdf
{
    /// <summary>Enough to find the entry's own; the whole of the last one stands at the end.</summary>
    private const int ShownOfHash = 16;

    private static PaperColumn[] Columns =>
    [
        new(Language.T("Место", "Position"), 7), new(Language.T("Время (МСК)", "Time (MSK)"), 11), new(Language.T("Сотрудник", "Person"), 15),
        new(Language.T("Что и где", "What and where"), 20), new(Language.T("Содержание", "Content"), 37),
        new(Language.T("Подписи", "Signatures"), 26),
    ];

    public static PaperSheet Sheet(TrailHead head) => new($"{Language.T("Журнал действий", "Audit trail")} · {head.Site}")
    {
        Landscape = true,
        PageOf = (page, pages) => Language.T($"страница {page} из {pages}", $"page {page} of {pages}"),
    };

    public static IReadOnlyList<PaperBlock> Blocks(TrailHead head, IReadOnlyList<TrailLine> lines) =>
    [
        new PaperLine(PaperStyle.Title, Language.T("Журнал действий", "Audit trail")),
        new PaperLine(PaperStyle.Body, head.Site),
        .. Asked(head).Select(text => new PaperLine(PaperStyle.Body, text)),
        new PaperLine(PaperStyle.Body, Language.T(
            $"Выгрузил(а): {head.By.FullName} ({head.By.Number}), {Clock.Show(head.At)}", $"Exported by: {head.By.FullName} ({head.By.Number}), {Clock.Show(head.At)}")),
        new PaperLine(PaperStyle.Small, ""),
        new PaperTable(Columns, [.. lines.Select(Row)]),
        new PaperLine(PaperStyle.Small, ""),
        .. End(head, lines).Select(text => new PaperLine(PaperStyle.Body, text)),
    ];

    private static IEnumerable<string> Asked(TrailHead head) => head.Asked.Count == 0
        ? [Language.T("Отбор: все записи", "Filter: all entries")]
        : [Language.T("Отбор: ", "Filter: ") + string.Join("; ", head.Asked.Select(asked => $"{Language.T(asked.Name)}: {asked.Value}"))];

    private static string[] Row(TrailLine line) =>
    [
        Number(line.Place),
        line.At.ToOffset(MoscowTime.Offset).ToString("dd.MM.yyyy\nHH:mm:ss", CultureInfo.InvariantCulture),
        line.ActorName == line.Actor ? line.Actor : $"{line.ActorName}\n{line.Actor}",
        string.Join('\n', What(line)),
        string.Join('\n', Content(line)),
        string.Join('\n', Signed(line)),
    ];

    private static IEnumerable<string> What(TrailLine line)
    {
        yield return line.IsRefusal ? $"{line.What} ({Language.T("отказ", "refused")})" : line.What;
        yield return line.Step is null ? line.Station : $"{line.Station}, {Language.T("шаг", "step")}: {line.Step}";
        if (line.Entry is { } entry)
        {
            yield return $"{entry.Stream} № {Number(entry.Version)}";
        }
    }

    private static IEnumerable<string> Content(TrailLine line)
    {
        yield return string.Join("; ", line.Facts.Select(fact => $"{fact.Name}: {fact.Value}"));
        foreach (var scan in line.Scans)
        {
            var why = scan.TypedBecause is { } reason ? $", {Language.T("причина", "reason")}: {Language.T(reason.Name())}" : "";
            yield return $"{Language.T(scan.Entry.Name())}: {scan.Identifier}{why}";
        }

        foreach (var made in line.Corrections)
        {
            yield return $"{Language.T("Исправлено", "Corrected")}: {CorrectionText.Of(made)}";
        }

        if (line.Entry is { } entry)
        {
            yield return $"SHA-256 {$"{entry.Hash}"[..ShownOfHash]}…";
        }
    }

    private static IEnumerable<string> Signed(TrailLine line) =>
        line.Signatures.Select(SignatureNames.Said).Concat(line.SignedBefore.Count == 0 ? [] : [CorrectionText.SignedBefore(line.SignedBefore)]);

    private static IEnumerable<string> End(TrailHead head, IReadOnlyList<TrailLine> lines)
    {
        yield return Language.T($"Записей: {lines.Count}.", $"Entries: {lines.Count}.");
        if (head.UpTo is { } upTo && lines is [{ Entry: { } newest }, ..])
        {
            yield return Language.T(
                $"Журнал доходил до записи {upTo}. Последняя запись здесь: {newest.Position}, SHA-256 {newest.Hash}.",
                $"The ledger reached entry {upTo}. The last entry here: {newest.Position}, SHA-256 {newest.Hash}.");
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
