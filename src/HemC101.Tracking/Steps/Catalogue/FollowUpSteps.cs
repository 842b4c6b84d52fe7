using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>The hand-over of Day 28 (matrix step 28), and what becomes of the participant afterwards .</summary>
internal static class FollowUpSteps
{
    private static readonly Role[] Both = [Role.Investigator, Role.Coordinator];

    private static readonly DayField VisitOn = new("visit_on", new("Оценка Дня 28 проведена", "Day 28 assessment done on"));

    private static readonly CheckField Assessed = new("assessed", new(
        "Ответ, лаборатория и нежелательные явления до Дня 28 внесены и сверены", "Response, laboratory and adverse events up to Day 28 are recorded and reconciled"));

    private static readonly ChoiceField Consent = new("extension", new("Согласие на продлённое исследование", "Consent to the extension"),
    [
        new("yes", new("Подписано", "Signed")),
        new("no", new("Отказ: только наблюдение 15 лет", "Refused: 15 years of follow-up only")),
    ]);

    private static readonly ChoiceField Status = new("status", new("Что с участником", "What became of the participant"),
    [
        new("lost", new("Связь утеряна", "Lost to follow-up")),
        new("transferred", new("Переведён в другой центр", "Transferred to another centre")),
        new(FollowUp.Followed, new("Снова наблюдается здесь", "Followed here again")),
        new("withdrawn", new("Отозвал согласие на наблюдение", "Withdrew consent to follow-up")),
        new("died", new("Умер", "Died")),
    ]);

    private static readonly DayField Since = new("since", new("С какого дня", "Since"));

    private static readonly ReferenceField Document = new("document", new("Номер в журнале контактов или письма", "Number in the contact log, or of the letter"));

    private static readonly Gate Infused = new(
        "nothing-infused", "Ни одна доза не введена: передавать в наблюдение некого. Прекратите курс, если он закончен.",
        "No dose was infused: there is nobody to hand over. Discontinue the course if it is over.", facts => facts.Chain.FirstInfusedOn is not null);

    private static readonly Gate Day28 = new(
        "before-day-28", "День 28 ещё не наступил. Передача – не раньше.", "Day 28 has not come yet. The hand-over is not earlier.",
        facts => facts.Chain.FirstInfusedOn is null || MoscowTime.DayOf(facts.Now) >= EarliestOf(facts));

    private static readonly Gate NoBagOnItsWay = new(
        "bag-on-its-way", "Пакет зарезервирован, выдан или вводится. Сначала закончите введение или верните пакет на хранение.",
        "A bag is reserved, issued or running. First end the infusion, or return the bag to its storage.",
        facts => !facts.Chain.Bags.Exists(bag => bag.IsOnItsWay));

    private static readonly Gate NotYet = new(
        "handed-over-already", "Участник уже передан в наблюдение.", "The participant was handed over already.", facts => facts.Chain.FollowUp is null);

    private static readonly Gate Running = new(
        "course-discontinued", "Курс прекращён: передачи Дня 28 нет.", "The course was discontinued: there is no hand-over of Day 28.",
        facts => facts.Chain.Product != ProductState.Discontinued);

    private static readonly Gate VisitIsDay28 = new(
        "visit-day", "Оценка Дня 28 не может быть раньше Дня 28 или в будущем. Проверьте дату.",
        "The Day 28 assessment cannot lie before Day 28, or in the future. Check the date.",
        facts => facts.Value(VisitOn) >= EarliestOf(facts) && facts.Value(VisitOn) <= MoscowTime.DayOf(facts.Now));

    private static readonly Gate InFollowUp = new(
        "not-handed-over", "Участник ещё не передан в наблюдение: сначала передача Дня 28.",
        "The participant was not handed over yet: the hand-over of Day 28 comes first.", facts => facts.Chain.FollowUp is not null);

    private static readonly Gate SinceThen = new(
        "status-day", "Дата раньше оценки Дня 28 или в будущем. Проверьте её.", "The date lies before the Day 28 assessment, or in the future. Check it.",
        facts => facts.Chain.FollowUp is { } follow && facts.Value(Since) >= follow.VisitOn && facts.Value(Since) <= MoscowTime.DayOf(facts.Now));

    public static readonly Step HandOver = Chain("followup.hand-over", new("Передать участника в наблюдение (День 28)", "Hand the participant over to follow-up (Day 28)")) with
    {
        When = facts => Infused.Holds(facts) && Day28.Holds(facts) && NotYet.Holds(facts) && Running.Holds(facts),
        Record = [VisitOn, Assessed, Consent],
        Gates = [Infused, Day28, NoBagOnItsWay, NotYet, Running],
        Checks = [VisitIsDay28],
        Signatures = [new(Meaning.Approved, Role.Investigator), new(Meaning.Received, Role.Coordinator)],
        Events = facts => [new HandedOver(facts.Value(VisitOn), facts.Value(Consent) == "yes")],
    };

    public static readonly Step RecordStatus = Chain("followup.status", new("Записать, что с участником в наблюдении", "Record what became of the participant in follow-up")) with
    {
        Listed = false,
        When = InFollowUp.Holds,
        Record = [Status, Since, Document],
        Gates = [InFollowUp],
        Checks = [SinceThen],
        Signatures = [new(Meaning.Performed, Both)],
        Events = facts => [new FollowUpRecorded(facts.Value(Status), facts.Value(Since), facts.Value(Document))],
    };

    public static readonly IReadOnlyList<Step> All = [HandOver, RecordStatus];

    private static DateOnly EarliestOf(Facts facts) => facts.Chain.FirstInfusedOn!.Value.AddDays(facts.Settings.HandOverDay - 1);

    private static Step Chain(string id, Text name) => new()
    {
        Id = id,
        Name = name,
        Kind = StepKind.Preserve,
        Station = Station.Enrolment,
        Scope = Scope.Chain,
        Roles = Both,
        Events = _ => [],
    };
}
