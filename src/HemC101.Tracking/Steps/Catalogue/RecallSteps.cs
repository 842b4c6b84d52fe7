using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>What the physician says after a lot or another thing was withdrawn that has reached the participant .</summary>
internal static class RecallSteps
{
    private static readonly ChoiceField Finding = new("finding", new("Вывод об участнике", "Conclusion about the participant"),
    [
        new("no-harm", new("Вреда не выявлено, обычное наблюдение", "No harm found, ordinary follow-up")),
        new("watch", new("Усиленное наблюдение", "Closer follow-up")),
        new("treat", new("Обследование или лечение назначено", "Examination or treatment ordered")),
    ]);

    private static readonly ReferenceField Document = new("document", new("Номер записи в медицинской карте", "Number of the entry in the medical record"));

    public static readonly Step Assess = new()
    {
        Id = "recall.assess",
        Name = new("Оценить участника после отзыва", "Assess the participant after a recall"),
        Kind = StepKind.Preserve,
        Station = Station.Ward,
        Scope = Scope.Chain,
        Roles = [Role.Investigator],
        When = Awaits,
        Record = [Finding, Document],
        Gates =
        [
            new("nothing-recalled", "Нечего оценивать: ничего отозванного участнику не введено, или оценка уже дана.",
                "There is nothing to assess: nothing that was recalled reached the participant, or it was assessed already.", Awaits),
        ],
        Signatures = [new(Meaning.Approved, Role.Investigator)],
        Events = facts =>
        [
            new RecallAssessed([.. facts.Chain.Recalls.Where(recall => recall.AwaitsPhysician).Select(recall => recall.Thing)], facts.Value(Finding), facts.Value(Document)),
        ],
    };

    public static readonly IReadOnlyList<Step> All = [Assess];

    private static bool Awaits(Facts facts) => facts.Chain.Recalls.Exists(recall => recall.AwaitsPhysician);
}
