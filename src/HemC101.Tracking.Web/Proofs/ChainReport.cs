using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>A chain's history on paper, in Russian: what, when, by whom, signed as what.</summary>
public sealed class ChainReport(PaperReport paper)
{
    public byte[] Write(CoiId coi, IReadOnlyList<Happened> history, Seal seal)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Language.CultureOf(Language.Russian);
        try
        {
            return paper.Write($"Цепочка {coi.WithCheck}", [.. Head(coi, history, seal), .. Lines(history)]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<PaperLine> Head(CoiId coi, IReadOnlyList<Happened> history, Seal seal)
    {
        yield return new(PaperStyle.Title, $"Цепочка идентичности {coi.WithCheck}");
        yield return new(PaperStyle.Body, $"Участник {ChainState.Fold(history)!.Subject}. Событий: {history.Count}.");
        yield return new(PaperStyle.Body, $"Журнал опечатан: записи 1–{seal.Entries}.");
        foreach (var line in seal.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new(PaperStyle.Small, line);
        }
    }

    internal static IEnumerable<PaperLine> Lines(IReadOnlyList<Happened> history)
    {
        var made = CorrectionsMade.Of(history);
        return history.SelectMany(happened => Lines(happened, made));
    }

    private static IEnumerable<PaperLine> Lines(Happened happened, CorrectionsMade made)
    {
        yield return new(PaperStyle.Small, "");
        yield return new(PaperStyle.Heading, $"{happened.Version}. {EventNames.Of(happened.What).Ru}");
        yield return new(PaperStyle.Body, $"Записано {Clock.Show(happened.Act.RecordedAt)}, произошло {Clock.Show(happened.Act.OccurredAt)}; {happened.Act.By}, {happened.Act.Station}");
        foreach (var (name, value, _) in EventFacts.Of(happened.What, happened.Act, ShownTexts.None))
        {
            yield return new(PaperStyle.Body, $"{name.Ru}: {value}");
        }

        foreach (var correction in made.To(happened.Version))
        {
            yield return new(PaperStyle.Body, $"Исправлено {CorrectionText.Of(correction)}");
        }

        foreach (var scan in happened.Act.Scans)
        {
            yield return new(PaperStyle.Small, $"Сканирование: {scan.Identifier}, {Clock.Show(scan.At)}");
        }

        foreach (var signature in happened.Act.Signatures)
        {
            yield return new(PaperStyle.Body, $"{SignatureNames.Said(signature)}, SHA-256 {signature.ContentHash}");
        }

        if (happened.Act.Signatures.Count > 0 && made.AfterSigning(happened.Version).ToList() is { Count: > 0 } later)
        {
            yield return new(PaperStyle.Body, CorrectionText.SignedBefore(later));
        }
    }
}
