using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Papers;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What was destroyed, why, how, and who saw it: a dose bag, or the labels of the chain.</summary>
internal static class DestructionBlocks
{
    public static IEnumerable<PaperBlock> Of(DocumentSource of) => of.Subject == DocumentCatalogue.Labels ? Labels(of) : Bag(of);

    private static IEnumerable<PaperBlock> Bag(DocumentSource of)
    {
        var bag = of.Chain.Find(DoseBagId.Parse(of.Subject))!;
        var entry = of.About("Bag").Last(happened => happened.What is BagDiscarded);
        var gone = (BagDiscarded)entry.What;
        return
        [
            Facts(
                (T("Что", "What"), T($"Пакет дозы, ДЕНЬ {bag.Day}", $"Dose bag, DAY {bag.Day}") + $", {bag.Id}"),
                (T("Серия", "Batch"), $"{bag.Batch}"),
                (T("Было в пакете", "Was in the bag"), $"{Number(bag.VolumeMl)} {StandingBlocks.Ml}, {Number(bag.CarPosE6)} × 10⁶ CAR+"),
                (T("Почему", "Why"), Choices.Said("bag.discard", "reason", gone.Reason)),
                (T("Как", "How"), Choices.Said("bag.discard", "method", gone.Method)),
                (T("Когда", "When"), Clock.Show(entry.Act.At)),
                (T("Кто", "Who"), Who(entry))),
            Space,
            Heading("Записи о пакете, последняя – об уничтожении", "Entries about the bag; the last is its destruction"),
            EventTable.Of(of, of.About("Bag").Where(happened => happened.Version <= entry.Version).TakeLast(8)),
        ];
    }

    private static IEnumerable<PaperBlock> Labels(DocumentSource of) =>
    [
        Heading("Уничтоженные этикетки", "Labels destroyed"),
        new PaperTable(
            [
                new(T("Экземпляр", "Serial"), 9), new(T("Этикетка", "Label"), 10), new(T("Чья", "Of"), 13), new(T("Почему", "Why"), 12),
                new(T("Когда", "When"), 10), new(T("Кто", "Who"), 24),
            ],
            [.. DocumentCatalogue.LabelsGone(of.History).Select(gone => Label(of, gone.Gone, gone.Next, gone.Entry))]),
    ];

    private static string[] Label(DocumentSource of, PrintSerial serial, PrintSerial? next, Happened entry)
    {
        var why = entry.What is LabelDestroyed gone ? Choices.Said("label.destroy", "reason", gone.Reason) : T($"заменена этикеткой {next}", $"replaced by label {next}");
        var print = of.Chain.Prints[serial];
        return [$"{serial}", T(LabelNames.Of(print.Kind)), print.Of, why, Clock.Show(entry.Act.At), Who(entry)];
    }

    private static string Who(Happened entry) =>
        entry.Act.Signatures.Count == 0 ? $"{entry.Act.By}" : string.Join('\n', entry.Act.Signatures.Select(SignatureNames.Said));
}
