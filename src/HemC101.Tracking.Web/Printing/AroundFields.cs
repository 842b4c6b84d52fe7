using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Papers;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What stands on the labels around a thing: box, tubes, overwrap, stickers, addendum.</summary>
internal static class AroundFields
{
    private static readonly Dictionary<string, string> DoubtNames = new()
    {
        ["seal"] = "пломба",
        ["temperature"] = "температура",
        ["time"] = "время в пути",
        ["custody"] = "цепочка передачи",
        ["papers"] = "документы",
        ["label"] = "этикетка",
    };

    public static void AddBox(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print, StudySettings study, LabelOptions house)
    {
        var bag = print.Bag is { } id ? chain.Find(id) : null;
        var collection = print.Donation is { } donation ? chain.Find(donation) : null;
        (fields["from"], fields["to"]) = bag is null ? (house.ApheresisUnit, house.Laboratory) : (house.Laboratory, house.Ward);
        fields["phone"] = house.TransportPhone;
        fields["departed"] = LabelWords.Moment((bag?.DepartedAt ?? collection?.DepartedAt) ?? print.CreatedAt);
        fields["contents"] = bag is null ? $"{(collection?.Present.Count() == 2 ? "2 пакета" : "1 пакет")}: клетки после афереза" : $"1 пакет: Hem101, ДЕНЬ {bag.Day}, {bag.Id.Product.Division}";
        fields["temperature"] = bag is null
            ? $"{study.TransportMinC:0}–{study.TransportMaxC:0} °C"
            : $"ниже −{-study.StorageBelowC:0} °C";
        fields["seal"] = (bag?.Seal ?? collection?.Seal)?.Content ?? LabelWords.ByHand;
        fields["logger"] = LoggerOf(chain, print) ?? LabelWords.ByHand;
    }

    public static void AddSample(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print)
    {
        fields["batch"] = BatchOf(chain, print)?.Number.ToString() ?? "";
        fields["taken"] = LabelWords.Moment(print.CreatedAt);
    }

    public static void AddRetained(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print, LabelOptions house)
    {
        AddSample(fields, chain, print);
        fields["contents"] = RetainedOn(print.Carrier);
        fields["product_name"] = house.DoseProduct;
    }

    public static string RetainedOn(Carrier carrier) => carrier == Carrier.Tag ? "БИРКА АРХ. ОБРАЗЦА" : "АРХИВНЫЙ ОБРАЗЕЦ";

    public static void AddThawed(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print)
    {
        var bag = Bag(chain, print);
        AddDose(fields, bag);
        fields["thawed"] = LabelWords.Moment(chain.Past.FindLast(entry => entry.What is ThawEnded ended && ended.Bag == bag.Id)?.Act.At ?? print.CreatedAt);
        fields["expires"] = LabelWords.Moment(bag.PostThawExpiresAt ?? throw LabelContents.Missing("expires", new("Пакет не разморожен. Отмените задание.", "The bag is not thawed. Cancel the job.")));
    }

    public static void AddOutOfSpecification(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print, LabelOptions house)
    {
        var bag = Bag(chain, print);
        AddDose(fields, bag);
        var batch = chain.Find(bag.Batch)!;
        fields["product_name"] = house.DoseProduct;
        fields["results"] = string.Join("; ", batch.Failures.OrderBy(failure => failure.Key, StringComparer.Ordinal).Select(failure => ResultOf(batch.Specification.Test(failure.Key), failure.Value)).Concat(OutOfSpecification.Dose(batch.Exception?.DoseE6PerKg).Select(said => said.Ru)));
        fields["document"] = batch.Exception?.Request ?? LabelWords.ByHand;
    }

    /// <summary>What was decided stands in the history; the sticker repeats it in the words of the step.</summary>
    /// <param name="of">What the sticker stands on, as its order names it.</param>
    public static void AddDecision(Dictionary<string, string> fields, ChainState chain, LabelPrintRow print, string? of = null)
    {
        var batch = BatchOf(chain, print);
        var decided = chain.Past.FindLast(entry => ReasonOf(entry.What, print, batch) is not null)
            ?? throw LabelContents.Missing("reason", new("Решения, о котором эта наклейка, в цепочке нет. Отмените задание.", "There is no decision that this sticker is about. Cancel the job."));
        fields["reason"] = InWords(decided, ReasonOf(decided.What, print, batch)!);
        fields["decided"] = LabelWords.Moment(decided.Act.At);
        fields["person"] = LabelWords.Signers(decided.Act);
        fields["code"] = (of ?? print.Bag?.ToString() ?? print.Batch?.ToString() ?? print.Donation?.ToString())!;
        fields["batch"] = batch?.Number.ToString() ?? "–";
        fields["din"] = (print.Bag?.Donation ?? print.Donation ?? batch?.Donation)?.ToString() ?? "–";
    }

    private static string? ReasonOf(ChainEvent what, LabelPrintRow print, Batch? batch) => (print.Kind, what) switch
    {
        (LabelKind.Quarantine, HoldPlaced hold) when hold.Of is null || hold.Of == print.Bag?.ToString() || hold.Of == batch?.Number.ToString() => hold.Reason,
        (LabelKind.Quarantine, CollectionQuarantined quarantined) when quarantined.Donation == print.Donation => string.Join(", ", quarantined.Doubts),
        (LabelKind.Rejected, BatchRejected rejected) when rejected.Batch == batch?.Number => rejected.Reason,
        (LabelKind.Rejected, CollectionRejected rejected) when rejected.Donation == print.Donation => rejected.Reason,
        (LabelKind.Rejected, BagRecalled recalled) when recalled.Bag == print.Bag => recalled.Reason,
        _ => null,
    };

    private static string InWords(Happened decided, string reason) => decided.What is CollectionQuarantined quarantined
        ? "При приёмке не в порядке: " + string.Join(", ", quarantined.Doubts.Select(doubt => DoubtNames.GetValueOrDefault(doubt, doubt)))
        : StepCatalogue.Find(decided.Act.StepId)?.Record.OfType<ChoiceField>().FirstOrDefault(field => field.Name == "reason")?.NameOf(reason).Ru ?? reason;

    private static void AddDose(Dictionary<string, string> fields, DoseBag bag)
    {
        fields["dose"] = $"ДЕНЬ {bag.Day}";
        fields["division"] = bag.Id.Product.Division;
        fields["batch"] = bag.Batch.ToString();
    }

    public static string ResultOf(QcTest test, decimal value) =>
        test.IsNumeric ? $"{test.Name.Ru}: {LabelWords.Exact(value)} {test.Unit}".TrimEnd() : $"{test.Name.Ru}: не соответствует";

    private static DoseBag Bag(ChainState chain, LabelPrintRow print) => (print.Bag is { } id ? chain.Find(id) : null)
        ?? throw LabelContents.Missing("division", new("Такого пакета в цепочке нет. Отмените задание.", "There is no such bag in the chain. Cancel the job."));

    private static Batch? BatchOf(ChainState chain, LabelPrintRow print) =>
        print.Batch is { } number ? chain.Find(number) : print.Bag is { } id && chain.Find(id) is { } bag ? chain.Find(bag.Batch) : null;

    private static string? LoggerOf(ChainState chain, LabelPrintRow print) => chain.Past.FindLast(entry => entry.What switch
    {
        CollectionHandedOver handed => handed.Donation == print.Donation,
        BagDeparted departed => departed.Bag == print.Bag,
        _ => false,
    })?.What switch
    {
        CollectionHandedOver handed => handed.Logger,
        BagDeparted departed => departed.Logger,
        _ => null,
    };
}
