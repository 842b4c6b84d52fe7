using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// every Day 1 bag was lost before it was infused. Investigator and QP may make a stored Day 2 bag the first dose; two people put its
/// new label on. Nothing promotes by itself, and never once a Day 1 bag has run.
/// </summary>
internal static class RedesignationSteps
{
    private static readonly SignatureDemand[] TwoKeepers =
    [
        new(Meaning.Performed, Role.Cryostore, Role.LabOperator),
        new(Meaning.Verified, Role.Cryostore, Role.LabOperator),
    ];

    private static readonly ChoiceField Reason = new("reason", new("Что стало с дозой Дня 1", "What became of the Day 1 dose"),
    [
        new("damaged", new("Пакет повреждён, течь", "Bag damaged, leak")),
        new("after-thaw", new("Не начата в срок после размораживания", "Not started in time after the thaw")),
        new("lost", new("Пакет утрачен", "Bag lost")),
        new("expired", new("Срок годности истёк", "Expired")),
        new("recalled", new("Пакет отозван", "Bag recalled")),
        new("quality", new("Сомнение в качестве", "Doubt about quality")),
    ]);

    private static readonly ReferenceField Document = new("document", new("Номер решения", "Number of the decision"));

    private static readonly ReferenceField Procedure = new("procedure", new(
        "Номер СОП по маркировке замороженных пакетов", "Number of the procedure for labelling frozen bags"));

    private static readonly CheckField StayedCold = new("stayed_cold", new(
        "Пакет не покидал паров азота", "The bag did not leave the nitrogen vapour"));

    private static readonly CheckField Compared = new("compared", new(
        "Прежняя и новая этикетки сличены: все номера совпадают, новая говорит ДЕНЬ 1 и закрывает прежнюю",
        "Old and new label were compared: all numbers agree, the new one says DAY 1 and covers the old one"));

    private static readonly Gate StoredDay2 = new(
        "not-stored-day2", "Первой дозой делают только пакет Дня 2, который лежит на хранении. Верните его на хранение.",
        "Only a Day 2 bag that lies in its storage is made the first dose. Return it to storage first.", facts => facts.Bag is { Day: 2, State: BagState.Stored });

    private static readonly Gate NothingInfused = new(
        "day1-infused", "Доза Дня 1 введена, хотя бы частично: пакет Дня 2 остаётся второй дозой. Оцените переносимость.",
        "The Day 1 dose was infused, if only in part: the Day 2 bag stays the second dose. Assess tolerance.",
        facts => facts.Chain.BagsOf(1).All(bag => bag.InfusionStartedAt is null));

    private static readonly Gate NothingLeft = new(
        "day1-left", "Есть пакет Дня 1, который ещё можно ввести. Введите его или сначала спишите: повреждён, срок истёк, отозван, уничтожен.",
        "There is a Day 1 bag that can still be given. Give it, or record its end first: damaged, expired, recalled, discarded.",
        facts => facts.Chain.BagsOf(1).Any() && facts.Chain.BagsOf(1).All(bag => bag.HasEndedUninfused || bag.InfusionStartedAt is not null));

    private static readonly Gate AwaitsItsLabel = new(
        "no-label-awaited", "Этот пакет не переназначен, уже перемаркирован или не на хранении.",
        "This bag was not re-designated, has its new label already, or is not in storage.",
        facts => facts.Bag is { State: BagState.Stored } bag && facts.Chain.AwaitsItsLabel(bag));

    private static readonly Gate OldThenNew = new(
        "labels-mixed-up", "Отсканирована не та этикетка. Сначала прежняя (ДЕНЬ 2), затем новая (ДЕНЬ 1, ПЕРЕНАЗНАЧЕН).",
        "Not the right label was scanned. First the old one (DAY 2), then the new one (DAY 1, RE-DESIGNATED).",
        facts => KindOf(facts, "old") != LabelKind.DoseBagRedesignated && KindOf(facts, "label") == LabelKind.DoseBagRedesignated);

    /// <summary>Asked where the bag is fetched for its dose.</summary>
    public static readonly Gate LabelSaysTheDay = new(
        "label-of-other-day", "Пакет переназначен на День 1, но на нём ещё этикетка Дня 2. Сначала вдвоём наклейте новую: «Наклеить этикетку Дня 1».",
        "The bag was made the Day 1 dose, but its label still says Day 2. First put the new one on, two people together: “Put the Day 1 label on”.",
        facts => facts.Bag is { } bag && !facts.Chain.AwaitsItsLabel(bag));

    public static readonly Step Redesignate = new()
    {
        Id = "bag.redesignate",
        Name = new("Сделать пакет Дня 2 первой дозой", "Make the Day 2 bag the first dose"),
        Kind = StepKind.Advance,
        Station = Station.Ward,
        Scope = Scope.Bag,
        Roles = [Role.Investigator, Role.QualifiedPerson],
        Listed = false,
        When = facts => StoredDay2.Holds(facts) && NothingInfused.Holds(facts) && NothingLeft.Holds(facts),
        Record = [Reason, Document],
        TargetRecord = facts => facts.Bag is { } bag ? [Accounted(facts.Chain, bag)] : [],
        Gates = [StoredDay2, NothingInfused, NothingLeft, WardGates.Released, WardGates.NoFailedTest, WardGates.InDate],
        Signatures = [new(Meaning.Approved, Role.Investigator), new(Meaning.Approved, Role.QualifiedPerson)],
        Labels = facts => facts.Bag is { } bag ? [new(LabelKind.DoseBagRedesignated, Carrier.PrimaryBag, bag.Id.ToString())] : [],
        LabelsAround = LabelsAround.OfTheNewDay,
        Events = facts =>
        [
            new BagRedesignated(facts.Bag!.Id, 2, 1, facts.Value(Reason), facts.Value(Document), [.. facts.Chain.DoseOf(1).Select(bag => bag.Id)]),
            .. SignedForTheLostDose(facts.Chain),
        ],
    };

    public static readonly Step Relabel = new()
    {
        Id = "bag.relabel",
        Name = new("Наклеить этикетку Дня 1 на переназначенный пакет", "Put the Day 1 label on the re-designated bag"),
        Kind = StepKind.Preserve,
        Station = Station.CellStore,
        Scope = Scope.Bag,
        Roles = [Role.Cryostore, Role.LabOperator],
        When = AwaitsItsLabel.Holds,
        Scans =
        [
            new("old", Wanted.DoseBag, new("прежняя этикетка на пакете (ДЕНЬ 2)", "the old label on the bag (DAY 2)")),
            new("label", Wanted.DoseBag, new("новая этикетка, уже на пакете (ДЕНЬ 1, ПЕРЕНАЗНАЧЕН)", "the new label, already on the bag (DAY 1, RE-DESIGNATED)")) { Fresh = true },
        ],
        Record = [Procedure, StayedCold, Compared],
        Gates = [AwaitsItsLabel],
        Checks = [OldThenNew],
        Signatures = TwoKeepers,
        Events = facts => [new BagRelabelled(facts.Bag!.Id, Serial(facts, "old"), Serial(facts, "label"), facts.Value(Procedure))],
    };

    public static readonly IReadOnlyList<Step> All = [Redesignate, Relabel];

    /// <summary>Who signs says what the doses are from here on.</summary>
    private static CheckField Accounted(ChainState chain, DoseBag bag)
    {
        var left = chain.DoseOf(2).Count(other => other.Id != bag.Id && !other.IsTerminal);
        var (cells, volume) = (Words.Number(bag.CarPosE6), Words.Number(bag.VolumeMl));
        return new("accounted", left == 0
            ? new($"Первая доза – {cells.Ru}×10⁶ CAR+, {volume.Ru} мл, всё из этого пакета. Второй дозы не будет", $"The first dose is {cells.En}×10⁶ CAR+, {volume.En} mL, all in this bag. There will be no second dose")
            : new($"Первая доза – {cells.Ru}×10⁶ CAR+, {volume.Ru} мл. Пакетов Дня 2 остаётся: {left}", $"The first dose is {cells.En}×10⁶ CAR+, {volume.En} mL. Day 2 bags left: {left}"));
    }

    /// <summary>Whoever was found fit for the dose that is lost is looked at anew before another one.</summary>
    private static IEnumerable<ChainEvent> SignedForTheLostDose(ChainState chain) =>
        chain.Readiness.GetValueOrDefault(1) is { Revoked: false } ? [new ReadinessRevoked(1, ReadinessRevoked.Redesignated)] : [];

    private static LabelKind? KindOf(Facts facts, string demand) =>
        facts.Scans.GetValueOrDefault(demand)?.Serial is { } serial ? facts.Chain.Prints.GetValueOrDefault(serial)?.Kind : null;

    private static PrintSerial Serial(Facts facts, string demand) => facts.Scans[demand].Serial!.Value;
}
