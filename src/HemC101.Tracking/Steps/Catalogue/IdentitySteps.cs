using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>What follows from a corrected name or birth date. The correction itself is <see cref="Study.IdentityCorrection"/>.</summary>
internal static class IdentitySteps
{
    private static readonly ChoiceField Relabel = new("relabel", new("Этикетки с прежними данными", "Labels with the former data"),
    [
        new("keep", new("Остаются: сличают CoI, номер участника и неизменённую дату рождения", "Stay: CoI, subject number and an unchanged birth date are compared")),
        new("relabel", new("Перепечатать те, что можно заменить", "Reprint those that can be replaced")),
    ]);

    private static readonly CheckField Listed = new("list_read", new(
        "Перечень затронутых этикеток просмотрен (страница «Исправленные данные»)", "The list of affected labels was read (page “Corrected data”)"));

    private static readonly ReferenceField Document = new("document", new("Номер решения службы качества", "Number of quality assurance's decision"));

    /// <summary>Asked while nothing is lost by it yet: at the chair, at pre-thaw clearance, and again at the thaw.</summary>
    internal static readonly Gate BandIsCurrent = new(
        "band-outdated",
        "Имя или дата рождения исправлены, а на браслете прежние. Замените браслет («Заменить браслет»), закрепите новый и повторите.",
        "Name or birth date was corrected, and the wristband says the former ones. Take the step “Replace the wristband”, bind the new one, then repeat.",
        facts => !facts.Chain.IsBandOutdated);

    internal static readonly Gate Decided = new(
        "relabel-undecided",
        "Имя или дата рождения исправлены, а ОК (QA) ещё не решил, что делать с прежними этикетками. Не размораживать. Попросите ОК принять решение: шаг «Решить о прежних этикетках».",
        "Name or birth date was corrected, and QA has not decided about the labels with the former ones. Do not thaw. Ask QA for the step “Decide about the former labels”.",
        facts => !facts.Chain.AwaitsRelabelDecision);

    public static readonly Step Decide = new()
    {
        Id = "identity.relabel",
        Name = new("Решить о прежних этикетках", "Decide about the former labels"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Chain,
        Roles = [Role.QualityAssurance],
        When = facts => facts.Chain.AwaitsRelabelDecision,
        Record = [Relabel, Listed, Document],
        Gates =
        [
            new("nothing-corrected", "Решать нечего: имя и дату рождения не исправляли, или решение уже принято.",
                "There is nothing to decide: name and birth date were not corrected, or it was decided already.", facts => facts.Chain.AwaitsRelabelDecision),
        ],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance)],
        Events = facts => [new RelabelDecided(facts.Value(Relabel) == "relabel", facts.Value(Document))],
    };

    public static readonly IReadOnlyList<Step> All = [Decide];
}
