using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>The genetic identity of the cells: compared with the recorded reference, whosever it is, and with nothing else.</summary>
internal static class StrSteps
{
    private static readonly ChoiceField Origin = new("origin", new("Чьи это Т-клетки", "Whose the T cells are"),
    [
        new(StrReference.Participant, new("Участника (профиль зародышевой линии)", "The participant's (germline profile)")),
        new(StrReference.Donor, new("Донора: после аллогенной трансплантации Т-клетки донорские", "The donor's: after an allogeneic transplant the T cells are the donor's")),
    ]);

    private static readonly ProfileField Reference = new("profile", new("Эталонный профиль STR", "Reference STR profile"));

    private static readonly ReferenceField Report = new("document", new("Номер заключения лаборатории", "Number of the laboratory's report"));

    private static readonly TextField Comment = new("comment", new("Вывод службы качества о профиле", "Quality assurance's conclusion about the profile"));

    /// <summary>What the test of a batch records.</summary>
    internal static readonly ProfileField Found = new("result", new("Найденный профиль STR", "STR profile found"));

    internal static readonly Gate ReferenceKnown = new(
        "str-reference-missing",
        "Эталонный профиль STR участника не записан: сравнивать не с чем. Запишите его шагом «Записать эталонный профиль STR».",
        "No reference STR profile of the participant is recorded: there is nothing to compare with. Record it by the step “Record the reference STR profile”.",
        facts => facts.Target != QcTest.Str || facts.Chain.StrReference is not null);

    private static readonly Gate EnoughLoci = new(
        "str-few-loci",
        "Локусов в профиле слишком мало: по ним не отличить одного человека от другого. Внесите все локусы заключения; если их меньше, попросите лабораторию повторить с полной панелью. Нужно не меньше:",
        "The profile has too few loci to tell one person from another. Enter every locus of the report; if there are no more, ask the laboratory to repeat it with a whole panel. At least:",
        facts => facts.Value(Reference).Loci.Count >= facts.Settings.StrLoci)
    {
        Named = facts => Words.Number(facts.Settings.StrLoci),
    };

    /// <summary>Profiles of two panels say nothing about each other: neither a match nor another person.</summary>
    internal static readonly Gate OfOnePanel = new(
        "str-panel",
        "Локусы не те, что у эталона: такие профили не сравнивают. Внесите найденное ровно по локусам эталона; если лаборатория взяла другую панель, получите эталон на ней и запишите его шагом «Записать эталонный профиль STR». Расходятся:",
        "The loci are not those of the reference: such profiles are not compared. Enter what was found at exactly the reference's loci; if the laboratory used another panel, have the reference made with it and record it by “Record the reference STR profile”. They differ in:",
        facts => facts.Target != QcTest.Str || !OtherLoci(facts).Any())
    {
        Named = facts => new(string.Join(", ", OtherLoci(facts)), string.Join(", ", OtherLoci(facts))),
    };

    /// <summary>Before any release, and before a supply out of specification.</summary>
    internal static readonly Gate Commented = new(
        "str-uncommented",
        "Профиль STR донорский или не совпал, а вывода службы качества нет. Попросите ОК (QA) записать его: «Вывод о профиле STR».",
        "The STR profile is a donor's, or did not match, and quality assurance has not commented. Ask QA for the step “Comment on the STR profile”.",
        facts => facts.Batch is not { } batch || !batch.AwaitsStrComment(facts.Chain.StrReference));

    /// <summary>No physician outweighs it: these are not known to be this participant's cells.</summary>
    internal static readonly Gate IsTheirs = new(
        "str-mismatch",
        "Профиль STR не совпал с эталоном: это могут быть чужие клетки. Вне спецификации их не передают. Вызовите ОК (QA).",
        "The STR profile does not match the reference: these may be another person's cells. They are not supplied out of specification. Call QA.",
        facts => facts.Batch?.Results.GetValueOrDefault(QcTest.Str) is not { Verdict: QcVerdict.Fail });

    public static readonly Step RecordReference = new()
    {
        Id = "str.reference",
        Name = new("Записать эталонный профиль STR", "Record the reference STR profile"),
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Chain,
        Roles = [Role.QualityControl, Role.Investigator],
        Listed = false,
        Record = [Origin, Reference, Report],
        Gates =
        [
            new("str-compared",
                "С прежним эталоном уже сравнили серию. Сначала аннулируйте результат испытания STR вместе с ОК (QA).",
                "A batch was compared with the recorded reference already. First invalidate the STR result, together with QA.",
                facts => !facts.Chain.Batches.Exists(batch => !batch.IsClosed && batch.Results.ContainsKey(QcTest.Str))),
        ],
        Checks = [EnoughLoci],
        Signatures = [new(Meaning.Performed, Role.QualityControl), new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new StrReferenceRecorded(facts.Value(Origin), facts.Value(Reference).Mark, facts.Value(Report)) { Panel = facts.Value(Reference).Panel }],
    };

    public static readonly Step CommentOn = new()
    {
        Id = "str.comment",
        Name = new("Вывод о профиле STR", "Comment on the STR profile"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Batch,
        Roles = [Role.QualityAssurance],
        When = Awaited,
        Record = [Comment],
        Gates =
        [
            new("str-nothing-to-comment", "О профиле STR этой серии говорить нечего: он совпал с профилем участника, его нет или вывод уже есть.",
                "There is nothing to say of this batch's STR profile: it matches the participant's, is not there, or was commented on.", Awaited),
        ],
        Signatures = [new(Meaning.Reviewed, Role.QualityAssurance)],
        Events = facts => [new StrIdentityCommented(facts.Batch!.Number, facts.Value(Comment).Id)],
    };

    public static readonly IReadOnlyList<Step> All = [RecordReference, CommentOn];

    /// <summary>Another profile holds the batch; who is called follows from the event.</summary>
    internal static IEnumerable<ChainEvent> Compared(Facts facts, StrProfile found)
    {
        var (batch, reference) = (facts.Batch!.Number, facts.Chain.StrReference!);
        var matches = found.Mark == reference.Mark;
        yield return new QcResultRecorded(batch, QcTest.Str, matches ? 1 : 0, matches ? QcVerdict.Pass : QcVerdict.Fail) { ProfileMark = found.Mark, Origin = reference.Origin };
        if (!matches)
        {
            yield return new HoldPlaced(facts.Chain.HoldsEverPlaced + 1, $"{batch}", Deviation.Identity, StopsManufacture: true);
        }
    }

    /// <summary>Nothing where the reference's loci were not noted.</summary>
    private static IEnumerable<string> OtherLoci(Facts facts)
    {
        if (facts.Chain.StrReference?.Panel is not { } panel)
        {
            return [];
        }

        var (wanted, found) = (panel.Split(StrProfile.Between), facts.Value(Found).Loci);
        return wanted.Except(found).Concat(found.Except(wanted));
    }

    private static bool Awaited(Facts facts) => facts.Batch is { IsClosed: false } batch && batch.AwaitsStrComment(facts.Chain.StrReference);
}
