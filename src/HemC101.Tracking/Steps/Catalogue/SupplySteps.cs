using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// Supply out of specification: the physician asks in writing, the manufacturer's evaluation of the risk goes to the physician, the
/// physician accepts, the sponsor is told, the QP supplies. A path of its own that never says released (EudraLex vol. 4 part IV §11.5).
/// </summary>
internal static class SupplySteps
{
    private static readonly ReferenceField Document = new("document", new("Номер документа", "Number of the document"));

    private static readonly CheckField Danger = new("danger", new(
        "Без продукта участнику грозит непосредственная значительная опасность", "Without the product the participant is in immediate and significant danger"));

    private static readonly CheckField NoAlternative = new("no_alternative", new(
        "Другого подходящего лечения нет", "There is no satisfactory alternative"));

    private static readonly ChoiceField Risk = new("risk", new("Вывод об оценке риска", "Conclusion of the risk evaluation"),
    [
        new(ExceptionalSupply.Acceptable, new("Риск приемлем", "The risk can be borne")),
        new("not-acceptable", new("Риск неприемлем", "The risk cannot be borne")),
    ]);

    private static readonly CheckField Given = new("given", new(
        "Оценка передана лечащему врачу", "The evaluation was given to the treating physician"));

    private static readonly CheckField RiskRead = new("risk_read", new(
        "Оценка риска прочитана", "The risk evaluation was read"));

    private static readonly CheckField Explained = new("explained", new(
        "Участнику объяснено, что продукт вне спецификации, и он согласен", "It was explained to the participant that the product is out of specification, and they agree"));

    private static readonly MomentField InformedAt = new("informed_at", new("Спонсор извещён", "Sponsor informed at"));

    private static readonly Gate Enabled = new(
        "supply-off", "Передача вне спецификации в этом исследовании не разрешена настройками. Забракуйте серию и известите исследователя.",
        "Supply out of specification is not allowed by the settings of this study. Reject the batch and tell the investigator.",
        facts => facts.Settings.ExceptionalSupply)
    {
        Alone = true,
    };

    private static readonly Gate NothingFailed = new(
        "nothing-failed", "Исключения просят о серии, которая ожидает выпуска и не прошла испытание, или которой меньше наименьшей дозы. Здесь этого нет.",
        "An exception is asked for when a batch awaits release and a test has failed, or when there is less than the least dose. Neither is so here.", AwaitsAnException);

    private static readonly Gate Asked = new(
        "not-asked", "Нет письменного запроса врача об этих результатах. Попросите исследователя подать его.",
        "The physician has not asked in writing about these results. Ask the investigator to do so.", facts => Open(facts) is not null);

    private static readonly Gate Evaluated = new(
        "risk-not-evaluated", "Оценка риска не передана врачу или риск неприемлем. Спросите ОК.",
        "The risk evaluation was not given to the physician, or the risk cannot be borne. Ask QA.", facts => Open(facts)?.IsRiskAcceptable == true);

    private static readonly Gate NotAsked = new(
        "asked-already", "Запрос об этих результатах уже есть. Новый подают, только если изменится результат.",
        "These results were asked about already. A new request follows only when a result changes.", facts => Open(facts) is null);

    private static readonly Gate NotEvaluated = new(
        "evaluated-already", "Оценка риска по этому запросу уже передана, и решение окончательно.",
        "The risk evaluation for this request was given already, and its conclusion is final.", facts => Open(facts) is null or { IsRiskAcceptable: null });

    private static readonly Gate NotAccepted = new(
        "accepted-already", "Врач уже принял эту серию.", "The physician has accepted this batch already.", facts => Open(facts) is null or { IsAccepted: false });

    private static readonly Gate Tested = new(
        "untested", "Не все испытания этапа 1 выполнены. Передать можно только серию, о которой известно всё.",
        "Not every stage 1 test has a result. Only a batch of which all is known may be supplied.", facts => facts.Batch?.IsTested(1) == true);

    private static readonly Gate OtherHands = new(
        "supply-own", $"Оценивает риск и передаёт серию не тот, кто её запросил или принял. {Words.OneName.Ru}",
        $"Whoever asked for the batch or accepted it neither evaluates the risk nor supplies. {Words.OneName.En}",
        facts => Open(facts) is not { } exception || facts.Signers.All(signer => !exception.Physicians.Any(asked => facts.Chain.AreOne(asked, signer.Person))));

    private static readonly Gate Accepted = new(
        "supply-not-accepted", "Врач ещё не принял продукт вне спецификации. Попросите исследователя подписать.",
        "The physician has not accepted the product out of specification. Ask the investigator to sign.", facts => Open(facts)?.IsAccepted == true);

    public static readonly Step Request = Batch("supply.request", new("Запросить серию вне спецификации", "Ask for a batch out of specification")) with
    {
        Station = Station.Ward,
        Roles = [Role.Investigator],
        Listed = false,
        When = facts => facts.Settings.ExceptionalSupply && AwaitsAnException(facts) && Open(facts) is null,
        Record = [Document, Danger, NoAlternative],
        Gates = [Enabled, NothingFailed, NotAsked],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new SupplyRequested(facts.Batch!.Number, facts.Value(Document), facts.Batch.Failures) { DoseE6PerKg = facts.Batch.DoseBelowLeast }],
    };

    public static readonly Step Evaluate = Batch("supply.evaluate", new("Передать врачу оценку риска", "Give the physician the risk evaluation")) with
    {
        Roles = [Role.QualityAssurance, Role.QualifiedPerson],
        When = facts => Open(facts) is { IsRiskAcceptable: null },
        Record = [Document, Risk, Given],
        Gates = [Enabled, Asked, NotEvaluated],
        Checks = [OtherHands],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance, Role.QualifiedPerson)],
        Events = facts => [new SupplyRiskEvaluated(facts.Batch!.Number, facts.Value(Document), facts.Value(Risk))],
    };

    public static readonly Step Accept = Batch("supply.accept", new("Принять серию вне спецификации", "Accept the batch out of specification")) with
    {
        Station = Station.Ward,
        Roles = [Role.Investigator],
        When = facts => Open(facts) is { IsRiskAcceptable: true, IsAccepted: false },
        Record = [RiskRead, Explained],
        Gates = [Enabled, Asked, Evaluated, NotAccepted],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new SupplyAccepted(facts.Batch!.Number)],
    };

    public static readonly Step Inform = Batch("supply.inform", new("Известить спонсора о серии вне спецификации", "Inform the sponsor of the batch out of specification")) with
    {
        Roles = [Role.QualityAssurance, Role.QualifiedPerson],
        When = facts => Open(facts) is { IsAccepted: true, IsSponsorInformed: false },
        Record = [Document, InformedAt],
        Gates = [Enabled, Asked, Accepted],
        Checks =
        [
            new("informed-later", "Это время ещё не наступило. Проверьте часы.", "This time has not come yet. Check the clock.",
                facts => facts.Value(InformedAt) <= facts.Now),
        ],
        Signatures = [new(Meaning.Performed, Role.QualityAssurance, Role.QualifiedPerson)],
        Events = facts => [new SponsorInformed(facts.Batch!.Number, facts.Value(Document), facts.Value(InformedAt))],
    };

    public static readonly Step Supply = Batch("batch.supply", new("Передать серию вне спецификации", "Supply the batch out of specification")) with
    {
        Kind = StepKind.Advance,
        Roles = [Role.QualifiedPerson],
        Fires = new() { Batch = BatchTrigger.SupplyOutOfSpecification, Product = ProductTrigger.SupplyOutOfSpecification },
        When = facts => Open(facts) is { IsAccepted: true, IsSponsorInformed: true },
        ReviewsScans = true,
        Gates =
        [
            Enabled, StrSteps.IsTheirs, StrSteps.Commented, Asked, Evaluated, Accepted, Tested,
            new("sponsor-not-informed", "Спонсор ещё не извещён. Известите его и запишите это.", "The sponsor was not informed yet. Inform them and record it.",
                facts => Open(facts)?.IsSponsorInformed == true),
            QualitySteps.LabelsReconciled,
            WardGates.ActsConfirmed,
            DeviationSteps.NoneCritical,
        ],
        Record = [QualitySteps.RecordReviewed, QualitySteps.NoDeviation],
        Checks = [QualitySteps.NoHands, OtherHands],
        Signatures = [new(Meaning.Approved, Role.QualifiedPerson)],
        LabelsAround = LabelsAround.OfTheSupply,
        Events = facts => [new BatchSuppliedOutOfSpecification(facts.Batch!.Number)],
    };

    public static readonly IReadOnlyList<Step> All = [Request, Evaluate, Accept, Inform, Supply];

    /// <summary>Before every use of such a bag: those at the bed say that they know it.</summary>
    public static readonly CheckField KnownAtTheBed = new("out_of_specification", new(
        "Продукт ВНЕ СПЕЦИФИКАЦИИ: мы знаем об этом, врач его принял", "The product is OUT OF SPECIFICATION: we know, and the physician has accepted it"))
    {
        ByBoth = true,
    };

    public static IReadOnlyList<Field> Acknowledged(Facts facts) =>
        facts.Batch?.State == BatchState.SuppliedOutOfSpecification ? [KnownAtTheBed] : [];

    private static bool AwaitsAnException(Facts facts) => facts.Batch is { } batch && MayBeAskedFor(batch) && (batch.HasFailedTest || batch.DoseBelowLeast is not null);

    /// <summary>Where bags are filled after the release, too little is found after it; a test that fails then is no exception's matter.</summary>
    private static bool MayBeAskedFor(Batch batch) =>
        batch.State == BatchState.AwaitingRelease || batch is { IsReleased: true, DoseBelowLeast: not null, HasFailedTest: false };

    /// <summary>The exception that was asked for, while it is about what is out of specification now.</summary>
    private static ExceptionalSupply? Open(Facts facts) =>
        facts.Batch is { Exception: { } exception } batch && MayBeAskedFor(batch) && exception.Covers(batch) ? exception : null;

    private static Step Batch(string id, Text name) => new()
    {
        Id = id,
        Name = name,
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Batch,
        Roles = [],
        Events = _ => [],
    };
}
