using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// RFID tags of a biomedical cell product: read on the bag and on the cassette when their labels are put on, and compared wherever the bag is
/// received. Of a chain that was enrolled under another profile nobody is asked for one.
/// </summary>
internal static class TagSteps
{
    private const string BagKey = "rfid";
    private const string CassetteKey = "rfid-cassette";

    private static readonly Role[] Hands = [Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.Courier];

    private static readonly Text OnBag = new("метка RFID на пакете", "the RFID tag on the bag");
    private static readonly Text OnCassette = new("метка RFID на кассете", "the RFID tag on the cassette");

    private static readonly ChoiceField Where = new("where", new("Какая метка", "Which tag"),
    [
        new(nameof(Carrier.PrimaryBag), new("На пакете", "On the bag")),
        new(nameof(Carrier.Cassette), new("На кассете", "On the cassette")),
    ]);

    private static readonly ChoiceField Finding = new("finding", new("Что с ней", "What is wrong with it"),
    [
        new("silent", new("Не отвечает двум считывателям", "Answers neither of two readers")),
        new("came-off", new("Отклеилась или повреждена", "Came off, or is damaged")),
        new("missing", new("Её нет", "It is not there")),
    ]);

    private static readonly ChoiceField Why = new("why", new("Почему без меток", "Why without tags"),
    [
        new("no-reader", new("Нет исправного считывателя", "No reader works")),
        new("no-tags", new("Нет меток", "There are no tags")),
        new("tags-silent", new("Метки не отвечают", "The tags do not answer")),
    ]);

    private static readonly ReferenceField Document = new("document", new("Номер отклонения", "Number of the deviation"));

    private static readonly CheckField LabelCompared = new("label_compared", new(
        "Этикетка пакета сверена с записью: номера участника, COI и DIN совпадают", "The bag's label was compared with the record: subject number, COI and DIN agree"));

    /// <summary>Asked before the freezer: a tag is read when the cassette's label is put on. Without a label or a reader the batch goes without tags.</summary>
    public static readonly Gate CassetteTagged = new(
        "cassette-untagged", "На кассете нет записанной метки RFID. Наклейте этикетку кассеты («Этикетки», «Наклеить») и считайте её метку. Если это невозможно, выполните «Заполнить пакеты без меток RFID».",
        "No RFID tag is recorded on the cassette. Put on the cassette's label (Labels, Apply) and read its tag. Where that is impossible, take the step “Fill the bags without RFID tags”.",
        facts => !facts.IsTagged || facts.Bag is not { Tags: { Count: > 0 } tags } || tags.Exists(tag => tag.Carrier == Carrier.Cassette));

    public static readonly Step Dead = new()
    {
        Id = "bag.tag-dead",
        Name = new("Метка RFID не читается", "The RFID tag does not read"),
        Kind = StepKind.Preserve,
        Station = Station.CellStore,
        Scope = Scope.Bag,
        Roles = Hands,
        Listed = false,
        When = facts => facts.Bag?.Tags.Exists(tag => tag.Reads) == true,
        Scans = [Words.DoseBagScan],
        Record = [Where, Finding, LabelCompared],
        Checks =
        [
            new("tag-not-there", "Такой действующей метки у пакета нет. Выберите другую или закройте шаг.",
                "The bag has no such tag that reads. Choose the other one, or leave the step.",
                facts => facts.Bag!.Tags.Exists(tag => tag.Reads && tag.Carrier == Chosen(facts))),
        ],
        Signatures = [new(Meaning.Performed, Hands), new(Meaning.Verified, Hands)],
        Events = facts => [new TagDied(facts.Bag!.Id, Chosen(facts), facts.Value(Finding))],
    };

    /// <summary>The cells do not wait for a reader; whether such bags may be released is looked at in the deviation that it opens.</summary>
    public static readonly Step GoWithout = new()
    {
        Id = "batch.no-tags",
        Name = new("Заполнить пакеты без меток RFID", "Fill the bags without RFID tags"),
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Batch,
        Roles = [Role.LabOperator, Role.QualityAssurance],
        Listed = false,
        When = facts => facts is { IsTagged: true, Batch.Plan: not null },
        Record = [Why, Document],
        Gates =
        [
            new("no-tags-wanted", "Для этой серии метки RFID не нужны, или отказ от них уже записан.",
                "No RFID tags are wanted for this batch, or it was recorded already that it goes without.", facts => facts.IsTagged),
        ],
        Signatures = [new(Meaning.Performed, Role.LabOperator), new(Meaning.Approved, Role.QualityAssurance)],
        Events = facts => [new TagsDispensed(facts.Batch!.Number, facts.Value(Why), facts.Value(Document))],
    };

    public static readonly IReadOnlyList<Step> All = [Dead, GoWithout];

    /// <summary>While the bag's label is put on.</summary>
    public static IReadOnlyList<ScanDemand> NewOnBag(Facts facts) => facts.IsTagged ? [New(BagKey, OnBag)] : [];

    /// <summary>While a cassette's first label is put on.</summary>
    public static IReadOnlyList<ScanDemand> NewOnCassette(Facts facts) =>
        facts.Print is { Carrier: Carrier.Cassette, Kind: var kind } && kind.IsCassette() && facts.IsTagged
            && facts.Bag is { } bag && !bag.Tags.Exists(tag => tag.Carrier == Carrier.Cassette)
            ? [New(CassetteKey, OnCassette)]
            : [];

    public static IEnumerable<ChainEvent> Attached(Facts facts, DoseBagId bag, Carrier carrier) =>
        facts.Scans.GetValueOrDefault(carrier == Carrier.Cassette ? CassetteKey : BagKey) is { } scan ? [new TagAttached(bag, carrier, RfidTag.Parse(scan.Evidence.Identifier))] : [];

    /// <summary>What was read when it was attached is read again, on bag and cassette.</summary>
    public static IReadOnlyList<ScanDemand> Compared(Facts facts) =>
    [
        .. from tag in facts.Bag?.Tags ?? []
           where tag.Reads
           let onBag = tag.Carrier == Carrier.PrimaryBag
           select new ScanDemand(onBag ? BagKey : CassetteKey, Wanted.RfidTag, onBag ? OnBag : OnCassette) { Expect = _ => tag.Tag.ToString() },
    ];

    /// <returns>Null for what is no tag.</returns>
    public static Text? PromptOf(string key) => key switch
    {
        BagKey => OnBag,
        CassetteKey => OnCassette,
        _ => null,
    };

    private static ScanDemand New(string key, Text prompt) => new(key, Wanted.RfidTag, prompt) { Empty = true };

    private static Carrier Chosen(Facts facts) => Enum.Parse<Carrier>(facts.Value(Where));
}
