using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// The printer at the chair fails after the participant was identified: a pre-printed set takes the place of the label that did not come, and
/// its donation number that of the one drawn, which is given up. From then on its two labels are the chain's.
/// </summary>
internal static class FallbackSteps
{
    private static readonly Role[] Crew = [Role.ApheresisNurse, Role.ApheresisPhysician];

    private static readonly ChoiceField Reason = new("reason", new("Почему резервный набор", "Why a fallback set"),
    [
        new("printer-failed", new("Принтер не печатает", "The printer fails")),
        new("no-media", new("Нет этикеток или ленты", "No labels or ribbon")),
        new("illegible", new("Этикетка вышла нечитаемой", "The label came out illegible")),
    ]);

    private static readonly CheckField Written = new("written", new(
        "На обеих этикетках от руки вписано, чьи клетки: номер участника и всё, для чего там есть место; оба сверили с браслетом и документом",
        "Whose cells these are is written by hand on both labels: the subject number and all there is a place for; both compared it with wristband and document"));

    private static readonly CheckField FirstGone = new("first_gone", new(
        "Прежняя этикетка не вышла из принтера или уничтожена при обоих", "The first label never came out of the printer, or was destroyed before both of us"));

    public static readonly Step Take = new()
    {
        Id = "collection.fallback",
        Name = new("Взять резервный набор этикеток", "Take a fallback set of labels"),
        Kind = StepKind.Advance,
        Station = Station.Apheresis,
        Scope = Scope.Collection,
        Roles = Crew,
        Listed = false,
        When = facts => facts.Collection is { State: CollectionState.Identified },
        Scans =
        [
            Words.Band,
            new("fallback-set", Wanted.FallbackSet, new("этикетка для пакета из резервного набора", "the bag label of a fallback set")),
        ],
        Record = [Reason, Written, FirstGone],
        Gates =
        [
            new("fallback-late", "Резервный набор берут после опознания и до начала сбора.",
                "A fallback set is taken after the participant was identified and before the collection starts.",
                facts => facts.Collection is { State: CollectionState.Identified }),
        ],
        Signatures = [new(Meaning.Performed, Role.ApheresisNurse, Role.ApheresisPhysician), new(Meaning.Verified, Role.ApheresisPhysician, Role.ApheresisNurse)],
        Events = facts =>
        [
            new FallbackSetTaken(
                facts.Collection!.Donation, facts.FallbackSet!.Donation, facts.FallbackSet.Number, facts.FallbackSet.Bag, facts.FallbackSet.Tag,
                [.. Live(facts).Select(print => print.Serial)], facts.Value(Reason)),
        ],
    };

    public static readonly IReadOnlyList<Step> All = [Take];

    private static IEnumerable<Print> Live(Facts facts) => facts.Chain.Prints.Values
        .Where(print => print.Of == facts.Collection!.Donation.ToString() && print.State is PrintState.Printed or PrintState.Applied)
        .OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal);
}
