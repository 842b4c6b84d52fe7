using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;
using Microsoft.Extensions.Options;

namespace HemC101.Tracking.Web.Printing;

/// <summary>
/// What stands on a participant's labels. Names and birth dates come out of the vault here and go nowhere but onto the paper. The band is
/// given the patient key only and the cells' labels the CoI only, so that no template, however edited, can print both.
/// </summary>
internal sealed class ChainLabelFields(ChainDesk desk, SettingsDesk settings, PersonalDataVault vault, IOptions<LabelOptions> options)
{
    /// <summary>Before what such a symbol holds, ISO/IEC 15424.</summary>
    private const string GS1DataMatrix = "]d2";

    private LabelOptions House => options.Value;

    public async Task<(Dictionary<string, string> Fields, LabelForm Form)> FieldsAsync(
        Source source, CoiId coi, LabelReference reference, LabelPrintRow print, CancellationToken ct)
    {
        var chain = await desk.FindAsync(source, coi, ct)
            ?? throw LabelContents.Missing("coi", new("Такой цепочки нет. Отмените задание.", "There is no such chain. Cancel the job."));
        var (study, form) = (await settings.CurrentAsync(source, ct), LabelForm.Of(chain.EnrolledUnder(await settings.BookAsync(source, ct))));
        var fields = new Dictionary<string, string>
        {
            ["subject_number"] = chain.Subject.ToString(),
            ["study"] = study.ProtocolCode,
        };
        if (print.Kind != LabelKind.Wristband)
        {
            fields["coi"] = coi.ToString();
            fields["coi_check"] = HouseLabelFields.Check(coi.ToString());
        }

        if (print.Kind.PersonalFields(form) is { Count: > 0 } personal)
        {
            AddPerson(fields, await PersonAsync(source, chain, ct), personal);
        }

        switch (print.Kind)
        {
            case LabelKind.Wristband:
                fields["code"] = BandIn(print);
                break;
            case LabelKind.CollectionBag:
                AddCollection(fields, Collection(chain, print), study, print, form);
                AddContainer(fields, reference, form);
                fields["person"] = await SignersAsync(source, coi, print.Serial, ct);
                break;
            case LabelKind.InProcessContainer:
                AddInProcess(fields, print);
                fields["person"] = await SignersAsync(source, coi, print.Serial, ct);
                break;
            case LabelKind.TransportContainer:
                AroundFields.AddBox(fields, chain, print, study, House);
                break;
            case LabelKind.TestTube or LabelKind.SterilityTube:
                AroundFields.AddSample(fields, chain, print);
                AddDonation(fields, Batch(chain, print).Donation);
                break;
            case LabelKind.RetentionSample:
                AroundFields.AddRetained(fields, chain, print, House);
                AddDonation(fields, Batch(chain, print).Donation);
                break;
            case LabelKind.PostThaw:
                AroundFields.AddThawed(fields, chain, print);
                break;
            case LabelKind.Quarantine or LabelKind.Rejected:
                AroundFields.AddDecision(fields, chain, print, reference.Of);
                break;
            case LabelKind.OutOfSpecification:
                AroundFields.AddOutOfSpecification(fields, chain, print, House);
                break;
            case LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated
                or LabelKind.CassetteDay1 or LabelKind.CassetteDay2 or LabelKind.CassetteRedesignated:
                AddBag(fields, chain, print, study);
                break;
            default:
                throw new InvalidOperationException($"A chain prints no {print.Kind}.");
        }

        return (fields, form);
    }

    /// <summary>What people read is what a scanner reads.</summary>
    private static string BandIn(LabelPrintRow print) =>
        BarcodeReader.Read($"{GS1DataMatrix}{print.Symbol}") is Reading.Understood { Code: WristbandCode band }
            ? $"{band.Patient} / {band.Instance.ToString("00", CultureInfo.InvariantCulture)}"
            : throw new InvalidOperationException($"The symbol of print {print.Serial} is no wristband's.");

    /// <summary>A name that is not the one enrolled goes on no label, whoever changed it.</summary>
    private async Task<PersonalData> PersonAsync(Source source, ChainState chain, CancellationToken ct) =>
        await vault.OpenAsync(source, chain.Subject, chain.PersonalDataHash, ct)
            ?? throw LabelContents.Missing("full_name", new(
                "Имя и дата рождения в базе не те, что при включении: их хеш не совпадает с журналом. Этикетка задержана. Сообщите службе качества.",
                "Name and birth date in the database are not those enrolled: their hash disagrees with the ledger. The label is withheld. Tell quality assurance."));

    internal static void AddPerson(Dictionary<string, string> fields, PersonalData person, IReadOnlyList<string> personal)
    {
        foreach (var field in personal)
        {
            fields[field] = field switch
            {
                "full_name" => person.FullName,
                "initials" => person.Initials,
                "birth_date" => LabelWords.Day(person.BirthDate),
                _ => throw new InvalidOperationException($"Nobody is known by {field}."),
            };
        }
    }

    /// <summary>The label on the bag is made before the needle; times and volume follow on its tag.</summary>
    private void AddCollection(Dictionary<string, string> fields, Collection collection, StudySettings study, LabelPrintRow print, LabelForm form)
    {
        AddDonation(fields, collection.Donation);
        fields["product_name"] = House.CollectionProduct;
        fields["anticoagulant"] = House.Anticoagulant;
        fields["storage"] = $"Хранить и перевозить при {study.TransportMinC:0}–{study.TransportMaxC:0} °C";
        fields["unit"] = House.ApheresisUnit;
        (fields["collected"], fields["expires"]) = collection is { StartedAt: { } start, EndedAt: { } end }
            ? (LabelWords.Span(start, end), LabelWords.Moment(end.AddHours(study.FreshApheresisHoldHours)))
            : ($"{LabelWords.Day(MoscowTime.DayOf(print.CreatedAt))}, время на бирке", LabelWords.SeeTag(form));
        fields["volume_ml"] = collection.VolumeMl is { } volume ? LabelWords.Number(volume, 0) : LabelWords.ByHand;
    }

    /// <summary>Which of two: the donation number is the same on both.</summary>
    private static void AddContainer(Dictionary<string, string> fields, LabelReference reference, LabelForm form)
    {
        if (CollectionBagId.TryParse(reference.Of, out var bag) && bag.Container == 2)
        {
            fields["product_name"] += LabelWords.SecondBag(form);
        }
    }

    private static void AddInProcess(Dictionary<string, string> fields, LabelPrintRow print)
    {
        fields["contents"] = "Клетки в производстве, см. маршрутную карту";
        fields["code"] = print.Serial.ToString();
        fields["code_check"] = HouseLabelFields.Check(print.Serial.ToString());
        fields["batch"] = print.Batch?.ToString() ?? "";
        fields["volume_ml"] = LabelWords.ByHand;
        fields["manufactured"] = LabelWords.Moment(print.CreatedAt);
        fields["expires"] = "по маршрутной карте";
        fields["storage"] = "По маршрутной карте серии";
    }

    private void AddBag(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print, StudySettings study)
    {
        var id = print.Bag ?? throw new InvalidOperationException($"Print {print.Serial} is of no bag.");
        var batch = chain.Batches.FindLast(item => item.Donation == id.Donation && item.Plan is not null)
            ?? throw LabelContents.Missing("batch", new("Дозы ещё не рассчитаны.", "The split is not planned yet."));
        var filled = chain.Find(id);
        var cells = filled?.CarPosE6 ?? (id.Day == 1 ? batch.Plan!.Day1E6 : batch.Plan!.Day2E6);
        AddDonation(fields, id.Donation);
        fields["product_name"] = House.DoseProduct;
        fields["batch"] = batch.Number.ToString();
        fields["division"] = id.Product.Division;
        AddDoseOf(fields, LabelWords.DoseOf(filled?.Day ?? id.Day, batch.IsSingleDose, filled is { IsRedesignated: true }));
        fields["cells"] = $"{LabelWords.Number(cells, 1)} × 10⁶ CAR+";
        fields["volume_ml"] = LabelWords.Number(filled?.VolumeMl ?? batch.Plan!.VolumeOf(id.Day), 1);
        fields["manufactured"] = LabelWords.Moment(batch.FormulatedAt ?? print.CreatedAt);
        fields["expires"] = batch.BagsExpireAt is { } expiry ? LabelWords.Moment(expiry) : "";
        fields["storage"] = $"Хранить в парах жидкого азота при температуре ниже −{-study.StorageBelowC:0} °C";
        fields["unit"] = House.Laboratory;
    }

    internal static void AddDoseOf(Dictionary<string, string> fields, Text dose) => (fields["dose_of"], fields["dose_of_english"]) = (dose.Ru, dose.En);

    private static void AddDonation(Dictionary<string, string> fields, DonationNumber donation)
    {
        fields["din"] = donation.ToString();
        fields["din_check"] = HouseLabelFields.Check(donation.ToString());
    }

    private static Batch Batch(ChainState chain, LabelPrintRow print) => (print.Batch is { } number ? chain.Find(number) : null)
        ?? throw LabelContents.Missing("batch", new("Такой серии в цепочке нет. Отмените задание.", "There is no such batch in the chain. Cancel the job."));

    private static Collection Collection(ChainState chain, LabelPrintRow print) =>
        (print.Donation is { } donation ? chain.Find(donation) : null)
        ?? throw LabelContents.Missing("din", new("Такой донации в цепочке нет. Отмените задание.", "There is no such donation in the chain. Cancel the job."));

    /// <summary>Of the step that ordered the print.</summary>
    private static async Task<string> SignersAsync(Source source, CoiId coi, PrintSerial serial, CancellationToken ct)
    {
        var history = await ChainStreams.HistoryAsync(source, coi, ct);
        var act = history.First(happened => happened.What is LabelPrinted printed && printed.Serial == serial).Act;
        return LabelWords.Signers(act);
    }
}
