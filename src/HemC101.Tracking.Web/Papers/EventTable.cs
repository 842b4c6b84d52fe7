using HemC101.Tracking.Chain;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using static HemC101.Tracking.Web.Infrastructure.Language;

namespace HemC101.Tracking.Web.Papers;

/// <summary>Entries of the ledger as rows: both times, what was recorded and corrected, scans, signatures.</summary>
internal static class EventTable
{
    private static PaperColumn[] Columns =>
    [
        new("№", 4), new(T("Произошло / записано", "Happened / recorded"), 14), new(T("Что", "What"), 28), new(T("Сканирования", "Scans"), 24),
        new(T("Подписи", "Signatures"), 30),
    ];

    public static PaperTable Of(DocumentSource of, IEnumerable<Happened> entries) => new(Columns, [.. entries.Select(entry => Row(of, entry))]);

    private static string[] Row(DocumentSource of, Happened entry) =>
    [
        DocumentFrame.Number(entry.Version),
        $"{Clock.Show(entry.Act.OccurredAt)}\n{Clock.Show(entry.Act.RecordedAt)}",
        string.Join('\n', What(of, entry)),
        string.Join('\n', entry.Act.Scans.Select(scan => ScanText.Of(entry.Act, scan))),
        string.Join('\n', Signed(of, entry)),
    ];

    private static IEnumerable<string> What(DocumentSource of, Happened entry)
    {
        yield return T(EventNames.Of(entry.What));
        foreach (var (name, value, _) in EventFacts.Of(entry.What, entry.Act, ShownTexts.None))
        {
            yield return $"{T(name)}: {value}";
        }

        foreach (var made in of.Made.To(entry.Version))
        {
            yield return $"{T("Исправлено", "Corrected")} {CorrectionText.Of(made)}";
        }
    }

    private static IEnumerable<string> Signed(DocumentSource of, Happened entry)
    {
        if (entry.Act.Signatures.Count == 0)
        {
            return [$"{entry.Act.By} ({T("без подписи", "not signed")})"];
        }

        var later = of.Made.AfterSigning(entry.Version).ToList();
        return entry.Act.Signatures.Select(SignatureNames.Said).Concat(later.Count == 0 ? [] : [CorrectionText.SignedBefore(later)]);
    }
}
