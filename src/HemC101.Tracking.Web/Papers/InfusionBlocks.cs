using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Web.Infrastructure;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>One dose bag from its clearance to the end: who it was checked by, the clock of the thaw, what went in and what was left, reactions.</summary>
internal static class InfusionBlocks
{
    public static IEnumerable<PaperBlock> Of(DocumentSource of)
    {
        var bag = of.Chain.Find(DoseBagId.Parse(of.Subject))!;
        var own = of.About("Bag").ToList();
        var readiness = ReadinessOf(of, bag);
        return
        [
            .. CoaBlocks.Status(of.Chain.Find(bag.Batch)!, of.At).Where(_ => of.Chain.Find(bag.Batch)!.WasSuppliedOutOfSpecification),
            Facts([.. Dose(bag), .. Clocks(bag, own), .. Given(bag), .. Reactions(own)]),
            Space,
            Heading("Допуск исследователя к этой дозе", "The investigator's readiness for this dose"),
            readiness is null ? new PaperLine(PaperStyle.Body, "–") : EventTable.Of(of, [readiness]),
            Space,
            Heading("Личность, размораживание, введение", "Identity, thaw, infusion"),
            EventTable.Of(of, own.SkipWhile(entry => entry.What is not BagReceivedOnWard)),
        ];
    }

    private static IEnumerable<(string Name, string Value)> Dose(DoseBag bag) =>
    [
        (T("Пакет", "Bag"), $"{bag.Id}"),
        (T("Доза", "Dose"), T($"ДЕНЬ {bag.Day}", $"DAY {bag.Day}")),
        (T("Серия", "Batch"), $"{bag.Batch}"),
        (T("В пакете", "In the bag"), $"{Number(bag.VolumeMl)} {StandingBlocks.Ml}, {Number(bag.CarPosE6)} × 10⁶ CAR+"),
    ];

    private static IEnumerable<(string Name, string Value)> Clocks(DoseBag bag, List<Happened> own) =>
    [
        (T("Размораживание начато", "Thaw started"), Said(bag.ThawStartedAt)),
        (T("Начать не позже", "To start before"), Said(bag.PostThawExpiresAt)),
        (T("Сверено у постели", "Verified at the bed"), Said(own.FindLast(entry => entry.What is BagVerified && entry.Act.At <= bag.InfusionStartedAt)?.Act.At)),
        (T("Введение начато", "Infusion started"), Said(bag.InfusionStartedAt)),
        (T("От начала размораживания до введения, мин", "From thaw start to infusion, min"), bag is { ThawStartedAt: { } thawed, InfusionStartedAt: { } begun } ? Number(decimal.Round((decimal)(begun - thawed).TotalMinutes, 1)) : "–"),
        (T("Введение окончено", "Infusion ended"), Said(bag.InfusionEndedAt)),
    ];

    private static IEnumerable<(string Name, string Value)> Given(DoseBag bag)
    {
        if (bag.InfusedMl is not { } infused)
        {
            return [(T("Введено", "Given"), T("ещё не записано", "not recorded yet"))];
        }

        var share = bag.VolumeMl == 0 ? 0 : infused / bag.VolumeMl;
        return
        [
            (T("Введено", "Given"), $"{Number(infused)} {StandingBlocks.Ml}, {Number(decimal.Round(share * 100, 1))} %"),
            (T("Введено клеток CAR+, ×10⁶ (расчёт)", "CAR+ cells given, ×10⁶ (computed)"), Number(decimal.Round(bag.CarPosE6 * share, 2))),
            (T("Осталось в пакете (расчёт)", "Left in the bag (computed)"), $"{Number(bag.VolumeMl - infused)} {StandingBlocks.Ml}"),
        ];
    }

    private static IEnumerable<(string Name, string Value)> Reactions(List<Happened> own)
    {
        var reactions = own.Where(entry => entry.What is ReactionRecorded)
            .Select(entry => T($"степень {((ReactionRecorded)entry.What).Grade}, {Clock.Show(entry.Act.At)}", $"grade {((ReactionRecorded)entry.What).Grade}, {Clock.Show(entry.Act.At)}")).ToList();
        return [(T("Реакции", "Reactions"), reactions.Count == 0 ? T("не записаны", "none recorded") : string.Join('\n', reactions))];
    }

    /// <summary>The one that was in force when the infusion began.</summary>
    private static Happened? ReadinessOf(DocumentSource of, DoseBag bag) =>
        of.History.LastOrDefault(entry => entry.What is ReadinessSigned signed && signed.Day == bag.Day && entry.Act.At <= bag.InfusionStartedAt);

    private static string Said(DateTimeOffset? at) => at is { } moment ? Clock.Show(moment) : "–";
}
