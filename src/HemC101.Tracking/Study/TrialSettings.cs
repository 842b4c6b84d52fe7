using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Study;

/// <summary>The trial, who is enrolled, who is collected from, and how the site checks itself.</summary>
internal static class TrialSettings
{
    private static readonly SettingForms Trial = new(SettingGroup.Trial, Role.QualifiedPerson);
    private static readonly SettingForms Enrolment = new(SettingGroup.Enrolment, Role.Investigator);
    private static readonly SettingForms Apheresis = new(SettingGroup.Apheresis, Role.Investigator);
    private static readonly SettingForms Site = new(SettingGroup.Site, Role.Investigator);

    private static readonly Text Description = new(
        "пять знаков кода описания продукта ISBT 128, например YA001", "five characters of an ISBT 128 product description code, such as YA001");

    public static readonly IReadOnlyList<Setting> All =
    [
        Trial.Text("trial.protocol", "Код протокола на этикетках", "Protocol code on labels",
            new("от 3 до 20 латинских букв, цифр и дефисов", "3 to 20 Latin letters, digits and hyphens"), IsProtocol, "§1.1",
            s => s.ProtocolCode, (s, value) => s with { ProtocolCode = value }),
        Trial.Whole("trial.site", "Номер центра", "Site number", "", 1, 99, "§5.1",
            s => s.SiteNumber, (s, value) => s with { SiteNumber = value }),
        Trial.Text("trial.facility", "Номер учреждения (ISBT 128)", "Facility number (ISBT 128)",
            new("пять знаков по ISBT 128, например A9999", "five characters by ISBT 128, such as A9999"), text => FacilityNumber.IsWellFormed(text), "§5.1",
            s => s.FacilityNumber, (s, value) => s with { FacilityNumber = value }),
        Trial.Text("trial.gs1-prefix", "Префикс компании GS1", "GS1 company prefix",
            new("от 4 до 12 цифр", "4 to 12 digits"), text => text.Length is >= 4 and <= 12 && text.All(char.IsAsciiDigit), "§5.1",
            s => s.Gs1Prefix, (s, value) => s with { Gs1Prefix = value }),
        Trial.Text("trial.collection-code", "Код продукта: сбор", "Product code: collection", Description, IsDescription, "§5.1",
            s => s.CollectionProductCode, (s, value) => s with { CollectionProductCode = value }),
        Trial.Text("trial.dose-code", "Код продукта: пакет дозы", "Product code: dose bag", Description, IsDescription, "§5.1",
            s => s.DoseProductCode, (s, value) => s with { DoseProductCode = value }) with { BindsAtBatch = true },
        Trial.Choice("label.identity", "Кто назван на этикетках клеток (у включённых позже)", "Who is named on labels of the cells (of those enrolled later)",
            [.. Enum.GetValues<LabelIdentityMode>().Select(mode => (mode, LabelForm.NameOf(mode)))],
            "§7.3, §8", s => s.LabelIdentity, (s, value) => s with { LabelIdentity = value }) with { CameLater = true },
        Trial.Choice("label.profile", "Этикетки и метки по праву (у включённых позже)", "Labels and tags by the law of (those enrolled later)",
            [
                (LabelProfile.Imp, new("лекарственного препарата в исследовании", "a medicine under trial")),
                (LabelProfile.Bmcp180, new("биомедицинского клеточного продукта, 180-ФЗ: метка RFID на пакете и кассете", "a biomedical cell product, 180-FZ: an RFID tag on bag and cassette")),
            ],
            "§7.1, §8", s => s.LabelProfile, (s, value) => s with { LabelProfile = value }) with { CameLater = true },
        Trial.Tick("label.english", "На этикетках под русским текстом английский (у включённых позже)", "English under the Russian on labels (of those enrolled later)", "§7.3",
            s => s.LabelEnglish, (s, value) => s with { LabelEnglish = value }) with { CameLater = true },

        Enrolment.Whole("enrolment.cap", "Участников не больше", "Participants at most", "", 1, 999, "§1.1, §8",
            s => s.EnrolmentCap, (s, value) => s with { EnrolmentCap = value }),
        Enrolment.Whole("enrolment.age-min", "Возраст в день согласия: от", "Age on the day of consent: from", "лет", 18, 120, "I-1, §8",
            s => s.MinimumAge, (s, value) => s with { MinimumAge = value }) with { IsSafety = true },
        Enrolment.Whole("enrolment.age-max", "Возраст в день согласия: до (включительно)", "Age on the day of consent: to (inclusive)", "лет", 18, 120, "I-1, §8",
            s => s.MaximumAge, (s, value) => s with { MaximumAge = value }) with { IsSafety = true },

        Apheresis.Number("apheresis.cd3-above", "CD3+ в крови: больше", "CD3+ in blood: above", "×10⁹/л", 0.1m, 10, 3, "I-6, E-4",
            s => s.Cd3AboveE9PerL, (s, value) => s with { Cd3AboveE9PerL = value }) with { IsSafety = true },
        Apheresis.Whole("apheresis.cd3-age", "CD3+ не старше", "CD3+ not older than", "сут", 1, 60, "§2.4",
            s => s.Cd3MaxAgeDays, (s, value) => s with { Cd3MaxAgeDays = value }) with { IsSafety = true },
        Apheresis.Whole("apheresis.markers-age", "Маркеры инфекций не старше", "Infectious markers not older than", "сут", 1, 180, "§2.4",
            s => s.InfectiousMarkersMaxAgeDays, (s, value) => s with { InfectiousMarkersMaxAgeDays = value }) with { IsSafety = true },
        Apheresis.Number("apheresis.cd3-collected", "CD3+ собрать не меньше", "CD3+ to collect, at least", "×10⁹", 0.01m, 20, 2, "§2.5, §8",
            s => s.Cd3MinimumCollectedE9, (s, value) => s with { Cd3MinimumCollectedE9 = value }),
        Apheresis.Number("apheresis.cd3-target", "CD3+ собрать, цель", "CD3+ to collect, target", "×10⁹", 0.01m, 50, 2, "§2.5, §8",
            s => s.Cd3TargetE9, (s, value) => s with { Cd3TargetE9 = value }),

        Site.Whole("site.second-check", "Вторая половина независимой проверки: не позже", "Second half of an independent check: within", "мин", 1, 240, "§2.0",
            s => s.SecondCheckMinutes, (s, value) => s with { SecondCheckMinutes = value }),
        Site.Whole("site.scanner-hours", "Проверка сканера действует", "A scanner test is good for", "ч", 1, 72, "DESIGN §3.5",
            s => s.ScannerTestHours, (s, value) => s with { ScannerTestHours = value }),
        Site.Tick("site.scanner-required", "Без проверки сканера в отделении не работать", "No work on the ward without a scanner test", "DESIGN §3.5",
            s => s.ScannerTestRequired, (s, value) => s with { ScannerTestRequired = value }) with { IsSafety = true },
    ];

    private static bool IsProtocol(string text) =>
        text.Length is >= 3 and <= 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Whole only with collection type and division, which the bag adds.</summary>
    private static bool IsDescription(string text) => text.Length == 5 && ProductCode.IsWellFormed($"{text}V00");
}
