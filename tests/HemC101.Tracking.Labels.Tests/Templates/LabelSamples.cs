using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Labels.Tests.Templates;

/// <summary>One believable label of each kind, of people who do not exist.</summary>
internal static class LabelSamples
{
    public static readonly string LabelsFolder = FindLabels();

    public static readonly TemplateLibrary Library = TemplateLibrary.Load(Path.Combine(LabelsFolder, "templates"));

    public static readonly LabelRenderer Renderer = new(Library, Path.Combine(LabelsFolder, "fonts"));

    /// <summary>As after a start of the program: nothing was drawn yet.</summary>
    public static LabelRenderer Start() => new(TemplateLibrary.Load(Path.Combine(LabelsFolder, "templates")), Path.Combine(LabelsFolder, "fonts"));

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["subject_number"] = "01-007",
        ["initials"] = "П.И.С.",
        ["birth_date"] = "1984-02-29",
        ["full_name"] = "Примерова Ирина Сергеевна",
        ["coi"] = "C101-01007-1",
        ["coi_check"] = "Y",
        ["din"] = "A9999 26 000001 00",
        ["din_check"] = "N",
        ["batch"] = "H101-26017",
        ["product_name"] = "Hem101, аутологичные CAR-T-клетки",
        ["study"] = "HemC101-01-01",
        ["division"] = "A0",
        ["dose_of"] = "ДОЗА 1 из 2",
        ["dose_of_english"] = "DOSE 1 of 2",
        ["volume_ml"] = "14,0",
        ["cells"] = "49,0 × 10⁶ CAR+",
        ["expires"] = "2027-11-30 18:00 МСК",
        ["manufactured"] = "2026-11-30 18:00 МСК",
        ["collected"] = "2026-11-18 09:10–12:40 МСК",
        ["storage"] = "Хранить в парах жидкого азота при температуре ниже −150 °C",
        ["anticoagulant"] = "ACD-A, 1:12",
        ["unit"] = "Центр клеточной терапии, лаборатория GMP, тел. 24 ч +7 000 000-00-00",
        ["person"] = "Образцова Мария Петровна",
        ["role"] = "Оператор лаборатории",
        ["name"] = "Криохранилище 2, стойка 4, ячейка B7",
        ["code"] = "H101-26017-08-02",
        ["code_check"] = "K",
        ["contents"] = "UO-08 Сбор и отмывка клеток",
        ["from"] = "Отделение афереза, тел. 24 ч +7 000 000-00-00",
        ["to"] = "Центр клеточной терапии, лаборатория GMP, тел. 24 ч +7 000 000-00-00",
        ["phone"] = "+7 000 000-00-00",
        ["departed"] = "2026-11-18 13:05 МСК",
        ["temperature"] = "2–8 °C",
        ["seal"] = "0000000040",
        ["logger"] = "TL-0042",
        ["taken"] = "2026-11-28 16:20 МСК",
        ["thawed"] = "2026-12-14 10:12 МСК",
        ["dose"] = "ДЕНЬ 1",
        ["reason"] = "Нарушение температуры",
        ["decided"] = "2026-12-01 14:30 МСК",
        ["results"] = "Жизнеспособность: 61,00 %; CAR+ от живых CD3+: 8,40 %",
        ["document"] = "ЗВ-2026-014",
        ["printed"] = "Напечатано 2026-11-30 18:05 МСК",
    };

    private const string Coi = "&/CHA999926000001";

    private const string Lot = "&,10000000000H10126017";

    private const string Serial = "&,2000000000P00000123";

    public static TheoryData<LabelKind> Kinds => [.. Enum.GetValues<LabelKind>()];

    public static LabelContent Of(LabelKind kind)
    {
        var (symbol, gs1, linear) = kind switch
        {
            LabelKind.CollectionBag => ("=+04000=A99992600000100=<S1234800&>0263231240&/CHA999926000001", false, "=A99992600000100"),
            LabelKind.DoseBagDay1 => ("=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", false, "=A99992600000100"),
            LabelKind.DoseBagDay2 => ("010460000000001710H101-26017\x1D" + "21H101-26017-D2-1\x1D" + "70032711301800\x1D" + "91C101010071Y\x1D" + "92D2", true, "=A99992600000100"),
            LabelKind.DoseBagRedesignated => ("=+04000=A99992600000100=<YA0011B0&>0263652359&/CHA999926000001", false, "=A99992600000100"),
            LabelKind.Wristband => ("8018046000000000000017\x1D" + "801901\x1D" + "724101", true, null),
            LabelKind.InProcessContainer => ("HC1|I|H101-26017-08-02|C101010071|K", false, null),
            LabelKind.StaffBadge => ("HC1|U|U-0042|7", false, (string?)null),
            LabelKind.HouseThing => ("HC1|L|LN2-4-B7|K", false, null),
            LabelKind.TransportContainer or LabelKind.Quarantine or LabelKind.Rejected => ($"=+02000{Coi}{Serial}", false, null),
            LabelKind.CassetteDay1 => ($"=+06000=A99992600000100=<YA0011A0&>0273342359{Coi}{Lot}{Serial}", false, "=A99992600000100"),
            LabelKind.CassetteDay2 or LabelKind.CassetteRedesignated => ($"=+06000=A99992600000100=<YA0011B0&>0273342359{Coi}{Lot}{Serial}", false, "=A99992600000100"),
            LabelKind.TestTube => ($"=+04000=A99992600000107{Coi}{Lot}{Serial}", false, null),
            LabelKind.SterilityTube => ($"=+04000=A99992600000110{Coi}{Lot}{Serial}", false, null),
            LabelKind.RetentionSample => ($"=+04000=A99992600000112{Coi}{Lot}{Serial}", false, null),
            LabelKind.PostThaw => ($"=+06000=A99992600000100=<YA0011A0&>0263481042{Coi}{Lot}{Serial}", false, null),
            LabelKind.FallbackSet => ($"=+02000=A99992600000100{Serial}", false, "=A99992600000100"),
            LabelKind.OutOfSpecification => ($"=+06000=A99992600000100=<YA0011A0&>0273342359{Coi}{Lot}{Serial}", false, null),
        };
        var fields = new Dictionary<string, string>(Fields);
        switch (kind)
        {
            case LabelKind.CollectionBag:
                (fields["product_name"], fields["volume_ml"]) = ("Клетки для производства Hem101", "185");
                (fields["storage"], fields["expires"]) = ("Хранить и перевозить при 2–8 °C", "2026-11-20 12:40 МСК");
                fields["unit"] = "Отделение афереза, тел. 24 ч +7 000 000-00-00";
                break;
            case LabelKind.DoseBagDay1:
                fields["cells"] = "21,0 × 10⁶ CAR+";
                fields["volume_ml"] = "6,0";
                break;
            case LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated:
                fields["division"] = "B0";
                break;
            case LabelKind.CassetteDay2 or LabelKind.CassetteRedesignated:
                fields["division"] = "B0";
                break;
            case LabelKind.TransportContainer:
                fields["contents"] = "1 пакет: клетки после афереза";
                break;
            case LabelKind.RetentionSample:
                fields["contents"] = "АРХИВНЫЙ ОБРАЗЕЦ";
                break;
            case LabelKind.FallbackSet:
                (fields["code"], fields["contents"], fields["product_name"]) = ("7", "ПАКЕТ / BAG", "Клетки для производства Hem101");
                (fields["storage"], fields["unit"]) = ("Хранить и перевозить при 2–8 °C", "Отделение афереза, тел. 24 ч +7 000 000-00-00");
                break;
            case LabelKind.PostThaw:
                fields["expires"] = "2026-12-14 10:42 МСК";
                break;
            case LabelKind.Quarantine or LabelKind.Rejected:
                fields["code"] = "A999926000001YA0011A0";
                break;
            case LabelKind.StaffBadge:
                (fields["code"], fields["code_check"]) = ("U-0042", "7");
                break;
            case LabelKind.HouseThing:
                fields["code"] = "LN2-4-B7";
                break;
            case LabelKind.Wristband:
                fields["code"] = "0460 0000 0000 0000 17 / 01";
                break;
        }

        return new LabelContent { Kind = kind, Serial = "P-000123", Symbol = symbol, Gs1 = gs1, Linear = linear, Fields = fields };
    }

    /// <summary>Of the only bag of a batch.</summary>
    public static LabelContent SingleDose(LabelKind kind) =>
        Of(kind).With("dose_of", "ОДНА ДОЗА").With("dose_of_english", "SINGLE DOSE") with { MustSay = ["dose_of"] };

    /// <summary>The sample in the form in which its template draws the field.</summary>
    public static LabelContent Showing(LabelKind kind, string field) =>
        field == "full_name" && kind.NamesThePerson() ? Of(kind) with { Form = LabelForm.Default with { Identity = LabelIdentityMode.FullName } } : Of(kind);

    public static LabelContent With(this LabelContent content, string field, string value) =>
        content with { Fields = new Dictionary<string, string>(content.Fields) { [field] = value } };

    private static string FindLabels()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var labels = Path.Combine(folder.FullName, "labels");
            if (Directory.Exists(Path.Combine(labels, "templates")))
            {
                return labels;
            }
        }

        throw new DirectoryNotFoundException("The folder labels/ is not above the tests.");
    }
}
