using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Audit;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using static HemC101.Tracking.Web.Infrastructure.Language;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>A chain's history on paper: what, when, where, by whom, on which scans, signed as what. With its proof it is in Russian.</summary>
public sealed class ChainReport(PaperReport paper)
{
    public byte[] Write(CoiId coi, IReadOnlyList<Happened> history, Seal seal) =>
        In(Language.Russian, () => paper.Write($"Цепочка {coi.WithCheck}", [.. Head(coi, history, seal), .. Lines(history)]));

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

    /// <summary>In the language of the request. What people typed is said by its SHA-256, since it leaves the house.</summary>
    internal static IEnumerable<PaperLine> Lines(IReadOnlyList<Happened> history)
    {
        var made = CorrectionsMade.Of(history);
        return history.SelectMany(happened => Lines(happened, made));
    }

    private static IEnumerable<PaperLine> Lines(Happened happened, CorrectionsMade made)
    {
        var act = happened.Act;
        yield return new(PaperStyle.Small, "");
        yield return new(PaperStyle.Heading, $"{happened.Version}. {T(EventNames.Of(happened.What))}");
        yield return new(PaperStyle.Body, $"{T("Записано", "Recorded")} {Clock.Show(act.RecordedAt)}, {T("произошло", "happened")} {Clock.Show(act.OccurredAt)}; {act.By}, {Place(act)}");
        foreach (var (name, value, _) in EventFacts.Of(happened.What, act, ShownTexts.None))
        {
            yield return new(PaperStyle.Body, $"{T(name)}: {value}");
        }

        foreach (var correction in made.To(happened.Version))
        {
            yield return new(PaperStyle.Body, $"{T("Исправлено", "Corrected")} {CorrectionText.Of(correction)}");
        }

        foreach (var scan in act.Scans)
        {
            yield return new(PaperStyle.Small, $"{T("Сканирование", "Scan")}: {ScanText.Of(act, scan)}");
        }

        foreach (var signature in act.Signatures)
        {
            yield return new(PaperStyle.Body, $"{SignatureNames.Said(signature)}, SHA-256 {signature.ContentHash}");
        }

        if (act.Signatures.Count > 0 && made.AfterSigning(happened.Version).ToList() is { Count: > 0 } later)
        {
            yield return new(PaperStyle.Body, CorrectionText.SignedBefore(later));
        }

        yield return new(PaperStyle.Small, $"{T("Запись, SHA-256", "Entry, SHA-256")} {happened.Hash}");
    }

    private static string Place(Act act) =>
        T(TrailNames.OfStation(act.Station)) + (act.Workstation is { } device ? $", {device.WithCheck}" : "") + (StepCatalogue.Find(act.StepId) is { } step ? $"; {T("шаг", "step")}: {T(step.Name)}" : "");
}
