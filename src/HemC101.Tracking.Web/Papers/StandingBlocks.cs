using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Steps;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>Where everything of a chain stood, and what spoke against it, at the time of the print.</summary>
internal static class StandingBlocks
{
    public static IEnumerable<PaperBlock> Things(DocumentSource of)
    {
        yield return Heading("Что есть в цепочке", "What the chain holds");
        yield return new PaperTable(
            [new(T("Что", "What"), 2), new(T("Номер", "Number"), 5), new(T("Состояние", "State"), 4), new(T("Содержание", "Content"), 5)],
            [
                .. of.Chain.Collections.Select(item => new[] { T("Сбор", "Collection"), item.Donation.WithCheck, T(StateNames.Of(item.State)), item.VolumeMl is { } volume ? $"{Number(volume)} {Ml}" : "" }),
                .. of.Chain.Batches.Select(item => new[] { T("Серия", "Batch"), $"{item.Number}", T(StateNames.Of(item.State)), "" }),
                .. of.Chain.Bags.Select(item => new[]
                {
                    T($"Пакет, ДЕНЬ {item.Day}", $"Bag, DAY {item.Day}"), $"{item.Id}", T(StateNames.Of(item.State)) + (item.Locked ? T(", заблокирован", ", locked") : ""),
                    $"{Number(item.VolumeMl)} {Ml}; {T("до", "until")} {Clock.Show(item.ExpiresAt)}",
                }),
            ]);
    }

    /// <summary>Holds and open deviations, or the words that there are none.</summary>
    public static IEnumerable<PaperBlock> Against(DocumentSource of)
    {
        yield return new PaperLine(PaperStyle.Heading, T($"Запреты и отклонения на {Clock.Show(of.At)}", $"Holds and deviations as of {Clock.Show(of.At)}"));
        var stopped = of.Book.Holds.Any(hold => hold.PlacedAt <= of.At && !(hold.Release?.At <= of.At));
        if (stopped)
        {
            yield return new PaperLine(PaperStyle.Body, T("ИССЛЕДОВАНИЕ ПРИОСТАНОВЛЕНО", "THE STUDY IS ON HOLD"));
        }

        foreach (var hold in of.Chain.Holds)
        {
            yield return new PaperLine(PaperStyle.Body, T($"ЗАПРЕТ № {Number(hold.Number)}: {hold.Reason}; {hold.Of ?? "вся цепочка"}", $"HOLD no. {Number(hold.Number)}: {hold.Reason}; {hold.Of ?? "whole chain"}"));
        }

        foreach (var open in of.Chain.OpenDeviations)
        {
            yield return new PaperLine(PaperStyle.Body, $"{T("Отклонение", "Deviation")} {T(DeviationNames.Of(open))}; {open.Of ?? T("вся цепочка", "whole chain")}");
        }

        if (!stopped && of.Chain.Holds.IsEmpty && !of.Chain.OpenDeviations.Any())
        {
            yield return new PaperLine(PaperStyle.Body, T("Действующих запретов и открытых отклонений нет.", "No hold in force, no open deviation."));
        }
    }

    internal static string Ml => T("мл", "mL");
}
