using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Paper;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Printing;
using static HemC101.Tracking.Web.Infrastructure.Language;
using static HemC101.Tracking.Web.Papers.DocumentFrame;

namespace HemC101.Tracking.Web.Papers;

/// <summary>Goes with one dose bag (clinical.md 7.3 E): what its label says, results, split, lines for the bed, and the slip that comes back.</summary>
internal static class AccompanyingBlocks
{
    public static IEnumerable<PaperBlock> Of(DocumentSource of, LabelOptions house)
    {
        var bag = of.Chain.Find(DoseBagId.Parse(of.Subject))!;
        var batch = of.Chain.Find(bag.Batch)!;
        return
        [
            new PaperLine(PaperStyle.Huge, Dose(bag, batch)),
            .. CoaBlocks.Status(batch, of.At),
            Label(bag, batch, house),
            Space,
            .. Texts(of, bag).Select(text => new PaperLine(PaperStyle.Body, text)),
            Space,
            Heading("Результаты испытаний", "Test results"),
            CoaBlocks.Tests(of, batch),
            Space,
            .. Split(batch),
            .. StandingBlocks.Against(of),
            new PaperBreak(),
            .. AtTheBed(bag),
            new PaperBreak(),
            .. Return(of, bag),
        ];
    }

    /// <summary>As large as on the bag, and in its words.</summary>
    private static string Dose(DoseBag bag, Batch batch)
    {
        var dose = LabelWords.DoseOf(bag.Day, batch.IsSingleDose, bag.IsRedesignated);
        return T($"{dose.Ru} – ДЕНЬ {bag.Day}", $"{dose.En} – DAY {bag.Day}");
    }

    private static PaperTable Label(DoseBag bag, Batch batch, LabelOptions house) => Facts(
        (T("Продукт", "Product"), house.DoseProduct),
        (T("Пакет", "Bag"), $"{bag.Id}"),
        (T("Донация", "Donation"), batch.Donation.WithCheck),
        (T("Серия", "Batch"), $"{batch.Number}"),
        (T("Доза", "Dose"), $"{Number(bag.CarPosE6)} × 10⁶ CAR+, {Number(bag.VolumeMl)} {StandingBlocks.Ml}"),
        (T("Изготовлено", "Manufactured"), batch.FormulatedAt is { } made ? Clock.Show(made) : "–"),
        (T("Годен до", "Expires"), Clock.Show(bag.ExpiresAt)),
        (T("Место на это время", "Place as of now"), bag.Position?.WithCheck ?? "–"),
        (T("Лаборатория", "Laboratory"), house.Laboratory));

    private static IEnumerable<string> Texts(DocumentSource of, DoseBag bag)
    {
        yield return T("Только для клинических исследований. Только для аутологичного применения. Содержит генетически модифицированные клетки человека.",
            "For clinical trial use only. For autologous use only. Contains genetically modified human cells.");
        yield return T("Для внутривенного введения. Не облучать. Не использовать лейкоцитарный фильтр. Сверить личность и номер с браслетом.",
            "For IV infusion. Do not irradiate. No leukocyte filter. Verify identity and number with the wristband.");
        yield return T($"Хранить в парах жидкого азота при температуре ниже {Number(of.Settings.StorageBelowC)} °C. Не замораживать повторно.",
            $"Store in LN₂ vapour below {Number(of.Settings.StorageBelowC)} °C. Do not refreeze.");
        yield return T($"Использовать в течение {of.Settings.PostThawMinutes} мин после размораживания, до ____:____ МСК.", $"Use within {of.Settings.PostThawMinutes} min after the thaw, until ____:____ MSK.");
        if (bag.Day == 2)
        {
            yield return T("Вводить только после решения врача о переносимости дозы 1.", "Give only after the decision on the tolerance of dose 1.");
        }

        if (of.Chain.Biohazard)
        {
            yield return T("БИОЛОГИЧЕСКАЯ ОПАСНОСТЬ", "BIOHAZARD");
        }
    }

    /// <summary>So that somebody with a pocket calculator comes to the same volumes.</summary>
    private static IEnumerable<PaperBlock> Split(Batch batch)
    {
        yield return Heading("Расчёт деления на дозы", "Split calculation");
        if (batch.Plan is not { } plan)
        {
            yield return new PaperLine(PaperStyle.Body, "–");
            yield break;
        }

        var counts = plan.Counts;
        var day2 = batch.IsSingleDose ? T("нет: одна доза", "none: a single dose") : $"{Number(plan.Day2E6)} × 10⁶ = {Number(plan.Day2Ml)} {StandingBlocks.Ml}";
        yield return Facts(
            (T("CAR+ ×10⁶/мл", "CAR+ ×10⁶/mL"), $"{Number(counts.NucleatedE6PerMl)} × {Number(counts.ViabilityPercent)} % × {Number(counts.Cd3Percent)} % × {Number(counts.CarPercent)} % = {Number(counts.CarPosE6PerMl)}"),
            (T("Масса тела, кг", "Weight, kg"), Number(plan.WeightKg)),
            (T("Всего CAR+, ×10⁶", "CAR+ in all, ×10⁶"), Number(plan.TotalE6)),
            (T("День 1", "Day 1"), $"{Number(plan.Day1E6)} × 10⁶ = {Number(plan.Day1Ml)} {StandingBlocks.Ml}"),
            (T("День 2", "Day 2"), day2));
        yield return Space;
    }

    private static IEnumerable<PaperBlock> AtTheBed(DoseBag bag)
    {
        yield return new PaperLine(PaperStyle.Heading, T(
            $"У постели: ДЕНЬ {bag.Day}. Строки заполняют, только если система не работает; иначе всё записывает она.",
            $"At the bed: DAY {bag.Day}. Fill these lines only when the system is down; otherwise it records everything."));
        yield return new PaperLine(PaperStyle.Body, T("На бумаге размораживание не начинают: заканчивают только пакет, который уже размораживали.", "No thaw starts on paper: only a bag that was thawing already is finished."));
        yield return ToFill(
            [("№", 2), (T("Что", "What"), 12), (T("Дата, время", "Date, time"), 7), (T("Выполнил(а): код, подпись", "Performed by: number, signature"), 9), (T("Проверил(а): код, подпись", "Verified by: number, signature"), 9)],
            Lines.Select((line, at) => new[] { Number(at + 1), T(line) }));
    }

    private static readonly Text[] Lines =
    [
        new("Размораживание закончено; пакет цел", "Thaw ended; bag intact"),
        new("1-я медсестра: браслет, пакет, ФИО и дата рождения со слов, назначение", "1st nurse: band, bag, stated name and birth date, order"),
        new("2-я медсестра: то же, сама", "2nd nurse: the same, alone"),
        new("Введение начато", "Infusion started"),
        new("Пауза / продолжено", "Paused / resumed"),
        new("Введение закончено; введено ______ мл, остаток ______ мл", "Infusion ended; given ______ mL, rest ______ mL"),
        new("Реакция: степень ____", "Reaction: grade ____"),
        new("Пакет и система утилизированы как биоотходы с ГМО", "Bag and set discarded as GMO biohazard waste"),
    ];

    private static IEnumerable<PaperBlock> Return(DocumentSource of, DoseBag bag)
    {
        yield return Heading("Возвратный талон: вернуть в лабораторию", "Return slip: back to the laboratory");
        if (of.Sheet is { } sheet)
        {
            yield return Symbol(of, sheet.Serial);
        }

        yield return Facts(
            (T("Пакет", "Bag"), $"{bag.Id}"),
            ("CoI", of.Chain.Coi.WithCheck),
            (T("Участник, доза", "Participant, dose"), $"{of.Chain.Subject}, {T($"ДЕНЬ {bag.Day}", $"DAY {bag.Day}")}"));
        yield return ToFill(
            [(T("Исход", "Outcome"), 12), (T("Дата, время", "Date, time"), 7), (T("Вернул(а): код, подпись", "Returned by: number, signature"), 9), (T("Принял(а): код, подпись", "Received by: number, signature"), 9)],
            [[T("☐ введён полностью\n☐ введён частично, остаток ____ мл\n☐ не введён, возвращён\n☐ уничтожен", "☐ infused whole\n☐ infused in part, rest ____ mL\n☐ not infused, returned\n☐ discarded")]]);
    }
}
