using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Wristbands and the end of a course. (Enrolment itself opens a chain: see <see cref="Study.Enrolment"/>.)</summary>
internal static class EnrolmentSteps
{
    private static readonly Role[] Bands = [Role.WardNurse, Role.ApheresisNurse, Role.Coordinator, Role.Investigator];

    private static readonly CheckField Document = new("document", new(
        "Запись открыта по документу, удостоверяющему личность", "The record was opened from the identity document"));

    private static readonly ChoiceField BandReason = new("reason", new("Причина замены", "Reason for replacement"),
    [
        new("lost", new("Браслет утерян", "Band lost")),
        new("unreadable", new("Код не читается", "Code unreadable")),
        new("removed", new("Снят для процедуры", "Removed for a procedure")),
        new("data-changed", new("Изменились данные", "Data changed")),
    ]);

    private static readonly ChoiceField EndReason = new("reason", new("Причина", "Reason"),
    [
        new("withdrawn", new("Отзыв согласия", "Consent withdrawn")),
        new("died", new("Смерть", "Death")),
        new("screen-failed", new("Не соответствует критериям", "Criteria not met")),
        new("physician", new("Решение исследователя", "Investigator's decision")),
    ]);

    public static readonly Step BindBand = new()
    {
        Id = "band.bind",
        Name = new("Надеть браслет", "Bind the wristband"),
        Kind = StepKind.Preserve,
        Station = Station.Enrolment,
        Scope = Scope.Chain,
        Roles = Bands,
        When = facts => !facts.Chain.IsBandBound,
        CalledFor = facts => facts.Chain.BandInstance > 1,
        Scans = [Words.Band with { Fresh = true, Prompt = new("новый браслет, уже застёгнутый на руке", "the new wristband, closed on the wrist") }],
        Record = [Words.StatedName, Words.StatedBirthDate, Document],
        Gates = [new("band-bound", "Этот браслет уже закреплён.", "This wristband is bound already.", facts => !facts.Chain.IsBandBound)],
        Signatures = [new(Meaning.Performed, Bands), new(Meaning.Verified, Bands)],
        Events = facts => [new BandBound(facts.Chain.BandInstance)],
    };

    public static readonly Step ReplaceBand = new()
    {
        Id = "band.replace",
        Name = new("Заменить браслет", "Replace the wristband"),
        Kind = StepKind.Preserve,
        Station = Station.Enrolment,
        Scope = Scope.Chain,
        Roles = Bands,
        Listed = false,
        CalledFor = facts => facts.Chain is { IsBandOutdated: true, Product: not (ProductState.Completed or ProductState.Discontinued) },
        Record = [Words.StatedName, Words.StatedBirthDate, Document, BandReason],
        Signatures = [new(Meaning.Performed, Bands), new(Meaning.Verified, Bands)],
        Labels = facts => [new(LabelKind.Wristband, Carrier.Band, facts.Chain.Patient.ToString())],
        Events = facts => [new BandReplaced(facts.Chain.BandInstance + 1, facts.Value(BandReason)), .. facts.Chain.Bags.SelectMany(bag => Lapses.Of(bag, "band-replaced"))],
    };

    public static readonly Step Discontinue = new()
    {
        Id = "chain.discontinue",
        Name = new("Прекратить курс", "Discontinue the course"),
        Kind = StepKind.Exit,
        Station = Station.Enrolment,
        Scope = Scope.Chain,
        Roles = [Role.Investigator],
        Listed = false,
        Fires = new() { Product = ProductTrigger.Discontinue },
        Record = [EndReason],
        Gates =
        [
            new("infusing", "Идёт введение. Сначала остановите его.", "An infusion is running. Stop it first.",
                facts => !facts.Chain.Bags.Any(bag => bag.State is BagState.Infusing or BagState.Paused)),
            new("collecting", "Идёт сбор. Сначала завершите или прервите его.", "A collection is running. Complete or abort it first.",
                facts => facts.Chain.CurrentCollection?.State != CollectionState.Collecting),
        ],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new ChainDiscontinued(facts.Value(EndReason))],
    };

    public static readonly IReadOnlyList<Step> All = [BindBand, ReplaceBand, Discontinue];
}
