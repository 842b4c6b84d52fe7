using System.Globalization;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Prompts, reasons and answers that several steps share.</summary>
internal static class Words
{
    public static readonly Text Wristband = new("браслет на руке участника", "the wristband on the participant's wrist");
    public static readonly Text CollectionBag = new("этикетка на пакете афереза", "the label on the apheresis bag");
    public static readonly Text DoseBag = new("этикетка на пакете дозы", "the label on the dose bag");
    public static readonly Text Container = new("этикетка контейнера серии", "the label on the batch container");
    public static readonly Text Box = new("транспортный контейнер", "the transport box");
    public static readonly Text Seal = new("пломба", "the seal");
    public static readonly Text Position = new("позиция в криохранилище", "the storage position");

    public static readonly Text OneName = new(
        "Вторая учётная запись на то же имя – тот же человек; тёзке администратор добавляет к имени отличие.",
        "A second account of the same name is the same person; a namesake's name gets a mark from the administrator.");

    public static readonly CheckField StatedName = new("stated_name", new(
        "Участник сам назвал фамилию, имя и отчество – совпадает (или сверено по документу)",
        "The participant stated the full name – it agrees (or checked by document)"))
    {
        ByBoth = true,
    };

    public static readonly CheckField StatedBirthDate = new("stated_birth_date", new(
        "Участник сам назвал дату рождения – совпадает (или сверено по документу)",
        "The participant stated the birth date – it agrees (or checked by document)"))
    {
        ByBoth = true,
    };

    public static readonly ChoiceField Cultures = new("cultures", new("Посевы крови за 72 ч", "Blood cultures, last 72 h"),
    [
        new("none", new("Не брали, нет показаний", "None taken, not indicated")),
        new("negative", new("Отрицательные", "Negative")),
        new("pending", new("В работе – учтено", "Pending – acknowledged")),
        new("positive", new("Положительные", "Positive")),
    ]);

    public static readonly ChoiceField BagReason = new("reason", new("Причина", "Reason"),
    [
        new("toxicity", new("Токсичность после Дня 1", "Toxicity after Day 1")),
        new("participant-condition", new("Состояние участника", "Participant's condition")),
        new("window-lost", new("Окно введения упущено", "Window lost")),
        new("withdrawn", new("Участник выбыл", "Participant withdrew")),
        new("quality", new("Сомнение в качестве", "Doubt about quality")),
        new("not-needed", new("Больше не нужен", "No longer needed")),
    ]);

    public static ScanDemand Band { get; } = new("band", Wanted.Band, Wristband);

    public static ScanDemand DoseBagScan { get; } = new("bag", Wanted.DoseBag, DoseBag);

    public static ScanDemand FreeBox { get; } = new("box", Wanted.TransportBox, Box) { Exclusive = true };

    public static ScanDemand NewSeal { get; } = new("seal", Wanted.Seal, Seal) { Empty = true };

    public static ScanDemand CollectionBagScan { get; } = new("bag", Wanted.CollectionBag, CollectionBag);

    public static ScanDemand FirstTag { get; } =
        new("tag", Wanted.Tag, new("бирка с временем и объёмом, уже на пакете афереза", "the tag with time and volume, already on the apheresis bag")) { Fresh = true };

    public static ScanDemand SecondTag { get; } =
        new("tag-2", Wanted.Tag, new("бирка второго пакета афереза (–02), уже на нём", "the tag of the second apheresis bag (–02), already on it")) { Fresh = true };

    /// <summary>The other of two bags, wherever both have to be at hand .</summary>
    public static IReadOnlyList<ScanDemand> OtherCollectionBag(Facts facts) => facts.Collection?.Present.ElementAtOrDefault(1) is { } second
        ? [new("bag-2", Wanted.CollectionBag, new("этикетка на втором пакете афереза (–02)", "the label on the second apheresis bag (–02)")) { Expect = _ => second }]
        : [];

    /// <summary>The second label of each bag at hand: its tag, fresh from the printer or scanned back before.</summary>
    public static IReadOnlyList<ScanDemand> Tags(Facts facts) =>
    [
        .. (facts.Collection?.Present ?? []).Select((bag, at) => (at == 0 ? FirstTag : SecondTag) with { Expect = _ => bag }),
    ];

    /// <summary>With the comma or the point that the language writes.</summary>
    /// <param name="decimals">At most.</param>
    public static Text Number(decimal value, int decimals = 2)
    {
        var point = value.ToString($"0.{new string('#', decimals)}", CultureInfo.InvariantCulture);
        return new(point.Replace('.', ','), point);
    }

    public static Text NameOf(MaterialKind kind) => kind switch
    {
        MaterialKind.ApheresisKit => new("набор для афереза", "apheresis kit"),
        MaterialKind.Anticoagulant => new("антикоагулянт", "anticoagulant"),
        MaterialKind.SelectionBeads => new("реагент для селекции", "selection reagent"),
        MaterialKind.TubingSet => new("набор магистралей", "tubing set"),
        MaterialKind.ActivationReagent => new("реагент для активации", "activation reagent"),
        MaterialKind.Medium => new("среда", "medium"),
        MaterialKind.Cytokine => new("цитокины", "cytokines"),
        MaterialKind.Vector => new("вектор", "vector"),
        MaterialKind.Cryoprotectant => new("криопротектор", "cryoprotectant"),
        MaterialKind.DoseBag => new("пакеты для доз", "dose bags"),
    };

    public static ScanDemand Lot(MaterialKind kind)
    {
        var name = NameOf(kind);
        return new($"lot-{kind}", Wanted.Material, new($"серия материала: {name.Ru}", $"material lot: {name.En}")) { Material = kind };
    }

    /// <summary>What a hold or a deviation is placed over, by the code that its form offers.</summary>
    /// <returns>Canonical text; null for the whole chain, and for what there is not yet.</returns>
    public static string? Over(Chain.ChainState chain, string code) => code switch
    {
        "collection" => chain.CurrentCollection?.Donation.ToString(),
        "batch" => chain.CurrentBatch?.Number.ToString(),
        "day1" => chain.BagsOf(1).LastOrDefault()?.Id.ToString(),
        "day2" => chain.BagsOf(2).LastOrDefault()?.Id.ToString(),
        _ => null,
    };
}
