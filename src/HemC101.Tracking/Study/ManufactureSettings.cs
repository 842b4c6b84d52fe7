using HemC101.Tracking.People;

namespace HemC101.Tracking.Study;

/// <summary>The product from its receipt to its bags.</summary>
internal static class ManufactureSettings
{
    private static readonly SettingForms Form = new(SettingGroup.Manufacture, Role.QualifiedPerson);

    public static readonly IReadOnlyList<Setting> All =
    [
        Form.Number("transport.min", "Перевозка сбора: не холоднее", "Transport of a collection: not below", "°C", -10, 37, 1, "§2.6, §8",
            s => s.TransportMinC, (s, value) => s with { TransportMinC = value }),
        Form.Number("transport.max", "Перевозка сбора: не теплее", "Transport of a collection: not above", "°C", -10, 37, 1, "§2.6, §8",
            s => s.TransportMaxC, (s, value) => s with { TransportMaxC = value }),
        Form.Whole("logger.gap", "Логгер: пауза между показаниями не дольше", "Logger: a pause between readings of at most", "мин", 1, 240, "X-17",
            s => s.LoggerGapMinutes, (s, value) => s with { LoggerGapMinutes = value }),
        Form.Whole("collection.hold", "Свежий сбор хранят до", "A fresh collection is kept up to", "ч", 1, 120, "§2.7, §8",
            s => s.FreshApheresisHoldHours, (s, value) => s with { FreshApheresisHoldHours = value }),
        Form.Whole("bulk.hold", "Готовый продукт до разделения: до", "Bulk before the split: up to", "ч", 1, 120, "§2.9",
            s => s.BulkHoldHours, (s, value) => s with { BulkHoldHours = value }) with { BindsAtBatch = true },
        Form.Choice("split.timing", "Пакеты заполняют", "Bags are filled",
            [(SplitTiming.AfterRelease, new("после выпуска", "after the release")), (SplitTiming.AtFill, new("до выпуска, сразу после приготовления", "before the release, once formulated"))],
            "§2.9", s => s.SplitTiming, (s, value) => s with { SplitTiming = value }) with { BindsAtBatch = true },
        Form.Number("dose.target", "Доза, CAR+ клеток", "Dose, CAR+ cells", "×10⁶/кг", 0.01m, 100, 3, "§8",
            s => s.TargetDoseE6PerKg, (s, value) => s with { TargetDoseE6PerKg = value }) with { BindsAtBatch = true, IsSafety = true },
        Form.Number("dose.max", "Доза, не больше всего", "Dose, at most in total", "×10⁶", 1, 10_000, 1, "§8",
            s => s.MaxTotalDoseE6, (s, value) => s with { MaxTotalDoseE6 = value }) with { BindsAtBatch = true, IsSafety = true },
        Form.Number("dose.least", "Доза, не меньше всего (0 – предела нет)", "Dose, at least in total (0 for no limit)", "×10⁶/кг", 0, 100, 3, "§2.9, §2.10, X-05",
            s => s.LeastDoseE6PerKg, (s, value) => s with { LeastDoseE6PerKg = value }) with { BindsAtBatch = true, IsSafety = true, CameLater = true },
        Form.Number("dose.day1", "Доля Дня 1 (День 2 – остальное)", "Share of Day 1 (Day 2 is the rest)", "", 0.05m, 0.95m, 3, "§2.9, §8",
            s => s.Day1Fraction, (s, value) => s with { Day1Fraction = value }) with { BindsAtBatch = true, IsSafety = true },
        Form.Number("fill.tolerance", "Допуск заполнения, доля", "Tolerance of filling, share", "", 0, 0.5m, 3, "§2.9, §8",
            s => s.FillTolerance, (s, value) => s with { FillTolerance = value }) with { BindsAtBatch = true },
        Form.Whole("bag.shelf-life", "Срок годности пакета", "Shelf life of a bag", "сут", 1, 3650, "§2.9",
            s => s.ShelfLifeDays, (s, value) => s with { ShelfLifeDays = value }) with { BindsAtBatch = true, IsSafety = true },
        Form.Tick("identity.str", "Подлинность клеток по профилю STR – испытание выпуска", "Identity of the cells by their STR profile is a release test", "§2.10, X-40",
            s => s.StrIdentity, (s, value) => s with { StrIdentity = value }) with { BindsAtBatch = true, IsSafety = true, CameLater = true },
        Form.Whole("identity.str-loci", "Эталонный профиль STR: локусов не меньше", "Reference STR profile: loci, at least", "", 1, 40, "§2.10, X-40",
            s => s.StrLoci, (s, value) => s with { StrLoci = value }) with { IsSafety = true, CameLater = true },
        Form.Tick("supply.exceptional", "Передача вне спецификации по запросу врача", "Supply out of specification on a physician's request", "§2.11, X-07",
            s => s.ExceptionalSupply, (s, value) => s with { ExceptionalSupply = value }) with { IsSafety = true },
        Form.Number("bag.storage", "Пакет хранят не теплее", "A bag is kept not above", "°C", -196, -100, 0, "§2.12, §8",
            s => s.StorageBelowC, (s, value) => s with { StorageBelowC = value }) with { IsSafety = true },
    ];
}
