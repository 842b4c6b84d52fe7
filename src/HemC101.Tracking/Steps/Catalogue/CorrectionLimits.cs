using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Until when the crew corrects its own records, and what is said of it afterwards.</summary>
internal static class CorrectionLimits
{
    private const string OnlyQualityRu = "Теперь это значение исправляет только ОК (QA) вместе с УЛ.";
    private const string OnlyQualityEn = "From now on only QA together with the QP correct this value.";
    private const string NobodyRu = "Это значение больше не исправляют. Сообщите ОК (QA): ошибка оформляется отклонением.";
    private const string NobodyEn = "This value is not corrected any more. Tell QA: the error becomes a deviation.";

    /// <summary>What the ward recorded is judged by who answers for the participant.</summary>
    public static readonly IReadOnlyList<SignatureDemand> ByQualityAndInvestigator =
        [new(Meaning.Performed, Role.QualityAssurance), new(Meaning.Approved, Role.Investigator)];

    public static readonly Gate BeforeTheChair = new(
        "correct-identified", $"Участник уже опознан у кресла. {OnlyQualityRu}", $"The participant was identified at the chair. {OnlyQualityEn}",
        facts => facts.Chain.Product == ProductState.Ordered);

    public static readonly Gate BeforePlan = new(
        "correct-planned", $"Дозы уже рассчитаны. {OnlyQualityRu}", $"The doses are planned. {OnlyQualityEn}", facts => Batch(facts)?.Plan is null);

    public static readonly Gate BeforeFormulation = new(
        "correct-formulated", $"Продукт уже приготовлен. {OnlyQualityRu}", $"The product is formulated. {OnlyQualityEn}",
        facts => Batch(facts) is null or { State: BatchState.InProcess });

    public static readonly Gate BeforeRelease = new(
        "correct-released", $"Решение о выпуске уже принято. {OnlyQualityRu}", $"The release was decided. {OnlyQualityEn}",
        facts => Batch(facts) is { State: BatchState.InProcess or BatchState.Formulated or BatchState.AwaitingRelease });

    public static readonly Gate BeforeConfirmation = new(
        "correct-confirmed", $"Пакеты уже подтверждены УЛ. {OnlyQualityRu}", $"The bags are confirmed by the QP. {OnlyQualityEn}",
        facts => Batch(facts) is { BagsConfirmed: false });

    public static readonly Gate BeforeInfusion = new(
        "correct-infused", $"Введение этого пакета уже начато. {NobodyRu}", $"The infusion of this bag has begun. {NobodyEn}",
        facts => facts.Bag is { InfusionStartedAt: null });

    public static readonly Gate CollectionOnItsWay = new(
        "correct-received", $"Контейнер уже принят лабораторией. {OnlyQualityRu}", $"The laboratory has received the box. {OnlyQualityEn}",
        facts => facts.Collection is { State: CollectionState.InTransit });

    public static readonly Gate CollectionJudgedByIt = CollectionOnItsWay with
    {
        Code = "correct-judged",
        Reason = new($"Контейнер уже принят по этому пределу. {NobodyRu}", $"The box was received by this limit. {NobodyEn}"),
    };

    public static readonly Gate BagInStore = new(
        "correct-reserved", $"Пакет уже покинул хранение. {OnlyQualityRu}", $"The bag has left its storage. {OnlyQualityEn}",
        facts => facts.Bag is { State: BagState.Stored });

    public static readonly Gate BagOnItsWay = new(
        "correct-arrived", $"Пакет уже принят отделением. {OnlyQualityRu}", $"The ward has received the bag. {OnlyQualityEn}",
        facts => facts.Bag is { State: BagState.InTransit });

    public static readonly Gate BagJudgedByIt = BagOnItsWay with
    {
        Code = "correct-bag-judged",
        Reason = new($"Пакет уже принят отделением по этому пределу. {NobodyRu}", $"The ward has received the bag by this limit. {NobodyEn}"),
    };

    public static readonly Gate BeforeClearance = new(
        "correct-cleared", $"Пакет уже допускали к размораживанию. {OnlyQualityRu}", $"The bag was cleared for the thaw already. {OnlyQualityEn}",
        facts => facts.Bag is { State: BagState.OnWard, WasCleared: false });

    public static readonly Gate BeforeThaw = new(
        "correct-thawed", $"Доза уже разморожена или введена. {NobodyRu}", $"A dose is thawed or infused already. {NobodyEn}",
        facts => facts.Chain.Bags.All(bag => bag is { ThawStartedAt: null, InfusionStartedAt: null }));

    public static readonly Gate CourseRuns = new(
        "correct-completed",
        "Курс завершён. Теперь это значение исправляет только ОК (QA) вместе с исследователем.",
        "The course is over. From now on only QA together with the investigator correct this value.",
        facts => facts.Chain.HasDoses);

    public static readonly Gate CourseRunsForQuality = CourseRuns with
    {
        Code = "correct-course-over",
        Reason = new($"Курс завершён. {NobodyRu}", $"The course is over. {NobodyEn}"),
    };

    private static Batch? Batch(Facts facts) => facts.Recorded?.BatchIn(facts.Chain);
}
