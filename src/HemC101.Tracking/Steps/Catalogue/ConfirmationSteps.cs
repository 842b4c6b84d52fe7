using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Who took a Safety step under doubt, or a step that stood on paper: the person says so; otherwise quality assurance finds out.</summary>
internal static class ConfirmationSteps
{
    private const string SomebodyElse = "somebody-else";

    /// <summary>Whoever may have taken such a step: everybody who works with participants or the product.</summary>
    public static readonly Role[] Anybody = [.. Enum.GetValues<Role>().Where(role => role != Role.Administrator)];

    private static readonly ChoiceField Finding = new("finding", new("Что установлено", "What was found"),
    [
        new("the-person", new("Действовал названный сотрудник", "The named person acted")),
        new(SomebodyElse, new("Действовал другой сотрудник", "Somebody else acted")),
        new("not-known", new("Установить не удалось, открыто отклонение", "It could not be found out; a deviation is open")),
    ]);

    private static readonly ReferenceField Evidence = new("evidence", new(
        "Номер документа-основания (отклонение, график смены)", "Number of the document it rests on (deviation, rota)"));

    private static readonly ReferenceField Actual = new("actual", new(
        "Код того, кто действовал (11 знаков с бейджа)", "Staff number of who acted (11 characters, from the badge)"))
    {
        Optional = true,
    };

    private static readonly Gate ActIsOpen = new(
        "act-not-open", "Уже решено, кто выполнил этот шаг. Обновите список работ.", "Who took this step is decided already. Refresh the work list.",
        facts => facts.SafetyAct is not null);

    private static readonly Gate NotOwnAct = new(
        "own-act", "О своём шаге и о внесённой им строке решают другие: подпишет другой сотрудник.",
        "Others decide about one's own act, and about a line one has entered: somebody else signs.",
        facts => facts.SafetyAct is { } act && facts.Signers.All(signer =>
            !facts.Chain.AreOne(act.By, signer.Person) && !(act.EnteredBy is { } entered && facts.Chain.AreOne(entered, signer.Person))));

    private static readonly Gate NamesWhoActed = new(
        "actual-person", "Действовал другой сотрудник: укажите его код из 11 знаков с бейджа, не код названного. В остальных случаях оставьте поле пустым.",
        "Somebody else acted: give their staff number of 11 characters from the badge, not that of the person named. In all other cases leave it empty.",
        facts => facts.Value(Finding) == SomebodyElse
            ? facts.Record.Has(Actual) && StaffNumber.TryParse(facts.Value(Actual), out var who) && who != facts.SafetyAct?.By
            : !facts.Record.Has(Actual));

    public static readonly Step Confirm = Act("safety.confirm", new("Подтвердить свой шаг: это был(а) я", "Confirm a step in your name: it was me")) with
    {
        Roles = Anybody,
        When = facts => facts.SafetyAct is { IsDisputed: false },
        Concerns = (facts, person) => facts.SafetyAct?.By == person.Number,
        WithoutTraining = true,
        Gates =
        [
            ActIsOpen,
            new("act-disputed", "Сотрудник уже заявил, что это был не он. Решает ОК (QA).", "The person has already said that it was somebody else. QA decides.",
                facts => facts.SafetyAct is { IsDisputed: false }),
        ],
        Checks =
        [
            new("not-your-act", "Этот шаг записан на другого сотрудника. Подтвердить или оспорить его может только он сам.",
                "This step stands in somebody else's name. Only that person can confirm or dispute it.",
                facts => facts.SafetyAct is { } act && facts.Signers.All(signer => signer.Person.Number == act.By)),
        ],
        Signatures = [new(Meaning.Performed, Anybody)],
        Events = facts => [new SafetyActConfirmed(facts.SafetyAct!.Number)],
    };

    public static readonly Step Dispute = Confirm with
    {
        Id = "safety.dispute",
        Name = new("Оспорить шаг на своё имя: это был(а) не я", "Dispute a step in your name: it was not me"),
        Signatures = [new(Meaning.Witnessed, Anybody)],
        Events = facts => [new SafetyActDisputed(facts.SafetyAct!.Number)],
    };

    public static readonly Step Settle = Act("safety.settle", new("Решить, кто выполнил оспоренный шаг", "Settle who took a disputed step")) with
    {
        Roles = [Role.QualityAssurance],
        When = facts => facts.SafetyAct is { IsDisputed: true },
        Record = [Finding, Actual, Evidence],
        Gates =
        [
            ActIsOpen,
            new("act-undisputed", "Сотрудник этот шаг не оспаривал.", "The person has not disputed this step.", facts => facts.SafetyAct is { IsDisputed: true }),
        ],
        Checks = [NotOwnAct, NamesWhoActed],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance)],
        Events = Settled,
    };

    /// <summary>Two people in place of one who cannot sign any more, or does not.</summary>
    public static readonly Step Vouch = Settle with
    {
        Id = "safety.vouch",
        Name = new("Подтвердить шаг за сотрудника", "Confirm a step in the person's place"),
        Roles = [Role.QualityAssurance, Role.Investigator],
        When = facts => facts.SafetyAct is { IsDisputed: false },
        Concerns = (facts, person) => person.Has(Role.QualityAssurance) || facts.SafetyAct is { } act && StepCatalogue.Find(act.StepId)?.Station == Station.Ward,
        Gates =
        [
            ActIsOpen,
            new("person-first", "Ждёт подписи самого сотрудника. Если его учётная запись закрыта или прошли сутки, решают ОК (QA) и второй сотрудник.",
                "It waits for the person's own signature. When their account is closed, or after a day, QA and a second person decide.",
                facts => facts.SafetyAct is { IsDisputed: false } act && (facts.Absent.Contains(act.By) || facts.Since(act.Since) >= SafetyActs.Patience)),
        ],
        Signatures =
        [
            new(Meaning.Approved, Role.QualityAssurance),
            new(Meaning.Witnessed, Role.Investigator, Role.WardNurse, Role.ApheresisNurse, Role.ApheresisPhysician, Role.QualityAssurance, Role.QualifiedPerson),
        ],
    };

    public static readonly IReadOnlyList<Step> All = [Confirm, Dispute, Settle, Vouch];

    private static IEnumerable<ChainEvent> Settled(Facts facts) =>
    [
        new SafetyActSettled(
            facts.SafetyAct!.Number,
            facts.Value(Finding),
            facts.Value(Evidence),
            facts.Record.Has(Actual) ? StaffNumber.Parse(facts.Value(Actual)) : null),
    ];

    private static Step Act(string id, Text name) => new()
    {
        Id = id,
        Name = name,
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.SafetyAct,
        Roles = [],
        Events = _ => [],
    };
}
