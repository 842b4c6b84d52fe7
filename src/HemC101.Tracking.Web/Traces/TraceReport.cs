using System.Globalization;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Traces;

/// <summary>The recall report: a forward trace as a file, in the language of the request.</summary>
internal static class TraceReport
{
    private static string[] Head =>
    [
        Language.T("Участник", "Participant"), "CoI", Language.T("Запрет", "Hold"), Language.T("Что", "What"), Language.T("Идентификатор", "Identifier"),
        Language.T("Состояние или шаг", "State or step"), Language.T("Поставка", "Delivery"), Language.T("Время (МСК)", "Time (MSK)"),
    ];

    public static byte[] Csv(ForwardTrace trace) => Audit.Csv.File(Rows(trace).Prepend(Head));

    public static byte[] Pdf(ForwardTrace trace, PaperReport paper)
    {
        var title = $"{Language.T("След", "Trace")} {trace.Thing.WithCheck}";
        float[] shares = [8, 14, 7, 9, 18, 20, 12, 12];
        var sheet = new PaperSheet(title)
        {
            Landscape = true,
            PageOf = (page, pages) => Language.T($"страница {page} из {pages}", $"page {page} of {pages}"),
        };
        return paper.Write(sheet,
        [
            new PaperLine(PaperStyle.Title, title),
            .. Said(trace).Select(text => new PaperLine(PaperStyle.Body, text)),
            new PaperLine(PaperStyle.Small, ""),
            new PaperTable([.. Head.Zip(shares, (head, share) => new PaperColumn(head, share))], [.. Rows(trace)]),
            new PaperLine(PaperStyle.Small, ""),
            new PaperLine(PaperStyle.Body, $"SHA-256 {trace.Hash()}"),
        ]);
    }

    private static IEnumerable<string> Said(ForwardTrace trace)
    {
        if (trace.Registered is { } thing)
        {
            yield return Language.T(
                $"{thing.NameRu}; серия производителя {thing.ManufacturerLot ?? "–"}, GTIN {thing.Gtin ?? "–"}; поставок в доме: {trace.Deliveries.Count + 1}.",
                $"{thing.NameEn}; manufacturer's lot {thing.ManufacturerLot ?? "–"}, GTIN {thing.Gtin ?? "–"}; deliveries in the house: {trace.Deliveries.Count + 1}.");
        }

        yield return Language.T(
            $"Участников {trace.Chains.Count}, серий {trace.Batches}, пакетов {trace.Bags}; ещё не введены и не уничтожены {trace.Within}; введено участникам: {trace.Given}.",
            $"Participants {trace.Chains.Count}, batches {trace.Batches}, bags {trace.Bags}; neither infused nor discarded {trace.Within}; participants who received some: {trace.Given}.");
        yield return Language.T(
            $"По состоянию на {Clock.Show(trace.AsOf)}; найдено за {Milliseconds(trace)} мс.", $"As of {Clock.Show(trace.AsOf)}; found in {Milliseconds(trace)} ms.");
    }

    private static IEnumerable<string[]> Rows(ForwardTrace trace) => trace.Chains.SelectMany(item => item.Uses.Select(use => new[]
    {
        $"{item.Chain.SubjectNo}", item.Chain.Coi.WithCheck, Hold(item), Language.T("использовано для", "used for"), use.UsedFor,
        StepCatalogue.Find(use.StepId) is { } step ? Language.T(step.Name) : use.StepId, use.HouseId.WithCheck, Clock.Show(use.At),
    }).Concat(item.Bags.Select(bag => new[]
    {
        $"{item.Chain.SubjectNo}", item.Chain.Coi.WithCheck, Hold(item), Language.T($"пакет, День {bag.Day}", $"bag, Day {bag.Day}"), $"{bag.Bag}",
        Language.T(StateNames.Of(bag.State)), "", "",
    })));

    private static string Hold(TracedChain item) => item.Chain.Held ? Language.T("да", "yes") : Language.T("нет", "no");

    private static string Milliseconds(ForwardTrace trace) => trace.Took.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
}
