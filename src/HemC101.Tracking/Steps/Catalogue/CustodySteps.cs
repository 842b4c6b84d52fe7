using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>What turns up where nobody expects it, is lost, or is found again: recorded by whoever is there, and out of reach until quality assurance decides.</summary>
internal static class CustodySteps
{
    private const string Laboratory = "laboratory";
    private const string CellStore = "cell-store";
    private const string Ward = "ward";

    private static readonly Role[] Anybody =
        [Role.Courier, Role.ApheresisNurse, Role.ApheresisPhysician, Role.LabOperator, Role.Cryostore, Role.WardNurse, Role.QualityAssurance];

    private static readonly ChoiceField Place = new("place", new("Где он сейчас", "Where it is now"),
    [
        new("apheresis-unit", new("Отделение афереза", "Apheresis unit")),
        new(Laboratory, new("Лаборатория", "Laboratory")),
        new(CellStore, new("Криохранилище", "Cell store")),
        new(Ward, new("Лечебное отделение", "Ward")),
        new("elsewhere", new("Другое место", "Another place")),
    ]);

    private static readonly ChoiceField Reason = new("reason", new("Что произошло", "What happened"),
    [
        new("not-arrived", new("Не прибыл, по пути не найден", "Did not arrive, not found on the way")),
        new("box-empty", new("В контейнере его не оказалось", "Was not in the box")),
        new("not-in-place", new("На месте хранения его нет", "Is not where it was stored")),
    ]);

    private static readonly Gate OnItsWay = new(
        "not-on-its-way", "Сбор не в пути. Сомнение в сборе оформляет ОК запретом или карантином.",
        "The collection is not on its way. A doubt about it is for QA: a hold or quarantine.",
        facts => facts.Collection is { State: CollectionState.InTransit });

    private static readonly Gate WithinReach = new(
        "beyond-reach", "Пакет уже разморожен, введён или выбыл. Разморозка и введение – у постели; о выбывшем сообщите ОК.",
        "The bag is thawed, given or gone. Thaw and infusion are for the bed; of one that is gone tell QA.",
        facts => facts.Bag is { IsTerminal: false, ThawStartedAt: null });

    private static readonly Gate IsLost = new(
        "not-lost", "Он не объявлен утраченным.", "It was not declared lost.",
        facts => facts.Bag is null ? facts.Collection is { Lost: true } : facts.Bag.Lost);

    private static readonly Gate NotExpectedHere = new(
        "expected-here", "Здесь его и ждут. Примите его обычным шагом.", "It is expected here. Receive it by the ordinary step.",
        facts => !Expected(facts).Contains(facts.Value(Place)));

    public static readonly Step MisroutedCollection = Collection("collection.misrouted", new("Сбор не ожидается здесь: принять в карантин", "Collection not expected here: take into quarantine")) with
    {
        When = OnItsWay.Holds,
        Scans = [Words.CollectionBagScan],
        Record = [Place],
        Gates = [OnItsWay],
        Checks = [NotExpectedHere],
        Events = facts => [new CollectionMisrouted(facts.Collection!.Donation, facts.Value(Place))],
    };

    public static readonly Step MisroutedBag = Bag("bag.misrouted", new("Пакет не ожидается здесь: принять в карантин", "Bag not expected here: take into quarantine")) with
    {
        When = WithinReach.Holds,
        Scans = [Words.DoseBagScan],
        Record = [Place],
        Gates = [WithinReach],
        Checks = [NotExpectedHere],
        Events = facts => [new BagMisrouted(facts.Bag!.Id, facts.Value(Place)), new BagLocked(facts.Bag.Id, "misrouted")],
    };

    public static readonly Step LostCollection = Collection("collection.lost", new("Сбор утрачен", "Collection lost")) with
    {
        When = OnItsWay.Holds,
        Record = [Reason],
        Gates = [OnItsWay],
        Signatures = [new(Meaning.Performed, Anybody), new(Meaning.Verified, Anybody)],
        Events = facts => [new CollectionLost(facts.Collection!.Donation, facts.Value(Reason))],
    };

    public static readonly Step LostBag = Bag("bag.lost", new("Пакет утрачен", "Bag lost")) with
    {
        When = WithinReach.Holds,
        Record = [Reason],
        Gates = [WithinReach],
        Signatures = [new(Meaning.Performed, Anybody), new(Meaning.Verified, Anybody)],
        Events = facts => [new BagLost(facts.Bag!.Id, facts.Value(Reason)), new BagLocked(facts.Bag.Id, BagLocked.Lost)],
    };

    public static readonly Step FoundCollection = Collection("collection.found", new("Сбор нашёлся", "Collection found again")) with
    {
        Finds = true,
        When = IsLost.Holds,
        Scans = [Words.CollectionBagScan],
        Record = [Place],
        Gates = [IsLost],
        Signatures = [new(Meaning.Performed, Anybody), new(Meaning.Verified, Anybody)],
        Events = facts => [new CollectionFound(facts.Collection!.Donation, facts.Value(Place))],
    };

    public static readonly Step FoundBag = Bag("bag.found", new("Пакет нашёлся", "Bag found again")) with
    {
        Finds = true,
        When = IsLost.Holds,
        Scans = [Words.DoseBagScan],
        Record = [Place],
        Gates = [IsLost],
        Signatures = [new(Meaning.Performed, Anybody), new(Meaning.Verified, Anybody)],
        Events = facts => [new BagFound(facts.Bag!.Id, facts.Value(Place))],
    };

    public static readonly IReadOnlyList<Step> All = [MisroutedCollection, LostCollection, FoundCollection, MisroutedBag, LostBag, FoundBag];

    /// <summary>Where somebody waits for it, or has it.</summary>
    private static string[] Expected(Facts facts) => facts.Bag?.State switch
    {
        null => [Laboratory],
        BagState.Labelled => [Laboratory, CellStore],
        BagState.Issued => [CellStore, Ward],
        BagState.InTransit or BagState.OnWard or BagState.Cleared => [Ward],
        _ => [CellStore],
    };

    private static Step Collection(string id, Text name) => new()
    {
        Id = id,
        Name = name,
        Kind = StepKind.Preserve,
        Station = Station.Transport,
        Scope = Scope.Collection,
        Roles = Anybody,
        Listed = false,
        Signatures = [new(Meaning.Received, Anybody)],
        Events = _ => [],
    };

    private static Step Bag(string id, Text name) => Collection(id, name) with { Scope = Scope.Bag };
}
