using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Papers;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Printing;

/// <summary>
/// The longest that a label of this person can come to say. Numbers that are not known yet are as long as they can become; digits are all of
/// one width. Where one of several texts will stand, each is tried, since the longer one may be the narrower.
/// </summary>
internal sealed class LongestFields(LabelOptions house, PersonalData person, StudySettings study, LabelForm form)
{
    private const string LongMoment = "2030-12-30 23:59 МСК";

    private const string InProcess = "Клетки в производстве, см. маршрутную карту";

    /// <summary>Of a logger or a document, in its widest letters.</summary>
    private static readonly string LongReference = new('W', 20);

    private string Frozen => $"ниже −{-study.StorageBelowC:0} °C";

    private string Chilled => $"{study.TransportMinC:0}–{study.TransportMaxC:0} °C";

    public IEnumerable<Dictionary<string, string>> Of(LabelKind kind) => kind switch
    {
        LabelKind.CollectionBag => [Collection(kind), BeforeTheNeedle(kind)],
        LabelKind.TransportContainer => [ToTheLaboratory(kind), ToTheWard(kind)],
        LabelKind.Wristband => [With(kind, ("unit", house.Hospital), ("code", $"{PatientKey.Issue(study.Gs1Prefix, 1)} / 99"))],
        LabelKind.DoseBagDay1 or LabelKind.CassetteDay1 => [Dose(kind, isSingle: false), Dose(kind, isSingle: true)],
        LabelKind.InProcessContainer => [With(kind, ("contents", InProcess), ("storage", "По маршрутной карте серии"), ("volume_ml", LabelWords.ByHand))],
        LabelKind.RetentionSample => [.. new[] { Carrier.Tube, Carrier.Tag }.Select(carrier => With(kind, ("contents", AroundFields.RetainedOn(carrier)), ("product_name", house.DoseProduct)))],
        _ => [Base(kind)],
    };

    private Dictionary<string, string> Collection(LabelKind kind) => With(
        kind,
        ("product_name", house.CollectionProduct + LabelWords.SecondBag(form)),
        ("storage", $"Хранить и перевозить при {Chilled}"),
        ("unit", house.ApheresisUnit));

    private Dictionary<string, string> BeforeTheNeedle(LabelKind kind) => new(Collection(kind))
    {
        ["collected"] = "2030-12-29, время на бирке",
        ["expires"] = LabelWords.SeeTag(form),
        ["volume_ml"] = LabelWords.ByHand,
    };

    private Dictionary<string, string> Dose(LabelKind kind, bool isSingle)
    {
        var fields = Base(kind);
        ChainLabelFields.AddDoseOf(fields, LabelWords.DoseOf(1, isSingle, isRedesignated: false));
        return fields;
    }

    private Dictionary<string, string> ToTheLaboratory(LabelKind kind) => With(
        kind, ("from", house.ApheresisUnit), ("to", house.Laboratory), ("contents", "2 пакета: клетки после афереза"), ("temperature", Chilled));

    private Dictionary<string, string> ToTheWard(LabelKind kind) => With(
        kind, ("from", house.Laboratory), ("to", house.Ward), ("contents", "1 пакет: Hem101, ДЕНЬ 2, B0"), ("temperature", Frozen));

    private Dictionary<string, string> With(LabelKind kind, params (string Field, string Text)[] texts)
    {
        var fields = Base(kind);
        Array.ForEach(texts, text => fields[text.Field] = text.Text);
        return fields;
    }

    private Dictionary<string, string> Base(LabelKind kind)
    {
        var fields = Fixed();
        ChainLabelFields.AddPerson(fields, person, kind.PersonalFields(form));
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

    private Dictionary<string, string> Fixed() => new()
    {
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
        ["dose"] = "ДЕНЬ 2",
        ["phone"] = house.TransportPhone,
        ["seal"] = "0000000000",
        ["logger"] = LongReference,
        ["unit"] = house.Laboratory,
        ["storage"] = $"Хранить в парах жидкого азота при температуре {Frozen}",
        ["product_name"] = house.DoseProduct,
        ["person"] = "Смирнова-Иванова А. А., Константинов Б. Б.",
        ["reason"] = "При приёмке не в порядке: пломба, температура, время в пути, цепочка передачи, документы, этикетка",
        ["results"] = string.Join("; ", study.Specification.Tests.Select(test => AroundFields.ResultOf(test, 99.999m)).Concat(OutOfSpecification.Dose(9.999m).Select(said => said.Ru))),
        ["document"] = LongReference,
        ["code"] = "A999930000001YA0011A0",
        ["printed"] = $"Напечатано {LongMoment}",
    };
}
