using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Templates;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>
/// Draws every label of a course with this person's data before there is a course, so that none fails at the chair or at the bed. Numbers
/// that are not known yet are as long as they can become; digits are all of one width.
/// </summary>
public sealed class LabelFit(TemplateDesk templates, IOptions<LabelOptions> options)
{
    public const string Code = "label-fit";

    private const string LongMoment = "2030-12-30 23:59 МСК";

    /// <summary>Of a logger or a document, in its widest letters.</summary>
    private static readonly string LongReference = new('W', 20);

    /// <returns>One for each label that cannot be drawn; without the person's data, since the form still shows them.</returns>
    public async Task<IReadOnlyList<Refusal>> RefusalsAsync(Source source, PersonalData person, StudySettings study, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(study);
        try
        {
            var (fields, renderer) = (Fields(person, study), await templates.RendererAsync(source, ct));
            return [.. Enum.GetValues<LabelKind>().Where(LabelApproval.IsNeededToEnrol).Select(kind => Refusal(renderer, kind, fields, study)).OfType<Refusal>()];
        }
        catch (TemplateException e)
        {
            return [new(Code, new(
                $"Шаблон этикетки негоден: {e.Message} Никто не включён. Попросите администратора исправить файл.",
                $"A label template is broken: {e.Message} Nobody was enrolled. Ask the administrator to mend the file."))];
        }
    }

    private static Refusal? Refusal(LabelRenderer renderer, LabelKind kind, Dictionary<string, string> fields, StudySettings study)
    {
        try
        {
            renderer.Render(Content(kind, fields, study));
            return null;
        }
        catch (LabelContentException e)
        {
            var name = PrintNames.Of(kind);
            return new(Code, new(
                $"Этикетка «{name.Ru}» этого участника не выйдет: поле «{e.Field}» не помещается или не печатается. Сверьте написание; если оно верно, попросите администратора изменить шаблон этикетки.",
                $"The label “{name.En}” of this participant cannot be printed: the field “{e.Field}” does not fit or has a letter without a glyph. Check the spelling; if it is right, ask the administrator to change the label's template."));
        }
    }

    private static LabelContent Content(LabelKind kind, Dictionary<string, string> fields, StudySettings study)
    {
        var donation = DonationNumber.Issue(FacilityNumber.Parse(study.FacilityNumber), 2030, 1);
        var coi = CoiId.Issue(FacilityNumber.Parse(study.FacilityNumber), 2030, 1);
        var symbol = kind == LabelKind.Wristband
            ? BarcodeWriter.Wristband(PatientKey.Issue(study.Gs1Prefix, 1), 99)
            : BarcodeWriter.DoseBag(
                DoseBagId.Of(donation, ProductCode.Parse($"{study.DoseProductCode}1A0")), MoscowTime.At(new(2030, 12, 30, 23, 59, 0)), coi, BatchNumber.Issue(2030, 999), PrintSerial.Issue(999_999_999));
        var linear = kind == LabelKind.CollectionBag || kind.IsDoseBag() || kind.IsCassette() ? BarcodeWriter.DonationLinear(donation, "05") : null;
        return new LabelContent
        {
            Kind = kind,
            Serial = PrintSerial.Issue(999_999_999).ToString(),
            Symbol = Shortest(kind, donation, coi) ?? symbol,
            Gs1 = kind == LabelKind.Wristband,
            Linear = linear,
            Fields = linear is null ? fields : new(fields) { ["printed"] = $"{fields["printed"]}{LabelContents.Repeated}" },
        };
    }

    /// <summary>Where a label is too small for what a bag's symbol holds, and holds less.</summary>
    private static string? Shortest(LabelKind kind, DonationNumber donation, CoiId coi) => kind switch
    {
        LabelKind.TransportContainer or LabelKind.Quarantine or LabelKind.Rejected => BarcodeWriter.Around(coi, PrintSerial.Issue(999_999_999)),
        LabelKind.InProcessContainer => BarcodeWriter.InProcess(coi, BatchNumber.Issue(2030, 999), PrintSerial.Issue(999_999_999)),
        LabelKind.TestTube or LabelKind.SterilityTube => BarcodeWriter.SampleTube(
            donation, Scans.Isbt.DonationFlags.TestTube, coi, BatchNumber.Issue(2030, 999), PrintSerial.Issue(999_999_999)),
        _ => null,
    };

    private Dictionary<string, string> Fields(PersonalData person, StudySettings study)
    {
        var house = options.Value;
        var fields = new Dictionary<string, string>
        {
            ["full_name"] = person.FullName,
            ["initials"] = person.Initials,
            ["birth_date"] = LabelWords.Day(person.BirthDate),
            ["subject_number"] = SubjectNumber.Issue(study.SiteNumber, 999).ToString(),
            ["study"] = study.ProtocolCode,
            ["coi"] = CoiId.Issue(FacilityNumber.Parse(study.FacilityNumber), 2030, 1).ToString(),
            ["din"] = DonationNumber.Issue(FacilityNumber.Parse(study.FacilityNumber), 2030, 1).ToString(),
            ["batch"] = BatchNumber.Issue(2030, 999).ToString(),
            ["division"] = "A0",
            ["cells"] = "9999,9 × 10⁶ CAR+",
            ["volume_ml"] = "500,0",
            ["collected"] = "2030-12-29 21:30 – 2030-12-30 01:30 МСК",
            ["anticoagulant"] = house.Anticoagulant,
            ["contents"] = "Клетки в производстве, см. маршрутную карту",
            ["temperature"] = $"ниже −{-study.StorageBelowC:0} °C",
            ["dose"] = "ДЕНЬ 2",
            ["phone"] = house.TransportPhone,
            ["seal"] = "0000000000",
            ["logger"] = LongReference,
            ["from"] = house.ApheresisUnit,
            ["to"] = house.Laboratory,
            ["unit"] = house.Laboratory,
            ["storage"] = $"Хранить в парах жидкого азота при температуре ниже −{-study.StorageBelowC:0} °C",
            ["product_name"] = house.DoseProduct,
            ["person"] = "Смирнова-Иванова А. А., Константинов Б. Б.",
            ["reason"] = "При приёмке не в порядке: пломба, температура, время в пути, цепочка передачи, документы, этикетка",
            ["results"] = "Жизнеспособность: 61,00 %",
            ["document"] = LongReference,
            ["code"] = "A999930000001YA0011A0",
            ["printed"] = $"Напечатано {LongMoment}",
        };
        foreach (var moment in new[] { "expires", "manufactured", "departed", "taken", "thawed", "decided" })
        {
            fields[moment] = LongMoment;
        }

        foreach (var check in new[] { "coi_check", "din_check", "code_check" })
        {
            fields[check] = "W";
        }

        return fields;
    }
}
