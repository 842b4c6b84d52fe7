using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>The genetic identity of a batch.</summary>
internal static class CasesOfStr
{
    public static IEnumerable<Case> All { get; } =
    [
        Case.Of("batch.release-conditionally", "", "str-uncommented", (chain, now) => Donors(chain, now)),
        Case.At("batch.release", "str-uncommented", "batch.release-conditionally", "", Input.Good, (chain, now) => Donors(Whole(chain, now), now)),
        Case.Of("batch.certify", "", "str-uncommented", (chain, now) => Donors(Whole(chain, now), now)),
        Case.After("batch.supply", "str-uncommented", SupplyAsked, story => story.Try("batch.supply"), attempt => attempt.But(facts => facts with { Chain = Donors(facts.Chain, facts.Now) })),
        Case.After("str.reference", "str-few-loci", StrIdentityTests.Untested, story => story.Try("str.reference"), attempt => attempt.With("profile", "D3S1358 15/16")),
        Case.After("qc.result", "str-panel", Referred, story => story.Try("qc.result", QcTest.Str), attempt => attempt.With("result", "D3S1358 15/16")),
        Case.After("batch.supply", "str-mismatch", SupplyAsked, story => story.Try("batch.supply"), attempt => attempt.But(facts => facts with { Chain = Mismatched(facts.Chain, facts.Now) })),
        Case.After("str.reference", "str-compared", () => StrIdentityTests.Compared(StrReference.Participant), story => story.Try("str.reference")),
        Case.After("qc.result", "str-reference-missing", StrIdentityTests.Untested, story => story.Try("qc.result", QcTest.Str), attempt => attempt),
        Case.At("str.comment", "str-nothing-to-comment", "batch.review", "", Input.Good),
        Case.After("str.comment", "signature-missing 0 signatures", () => StrIdentityTests.Compared(StrReference.Donor), story => story.Try("str.comment"), attempt => attempt.By()),
        Case.After("str.comment", "role-missing", () => StrIdentityTests.Compared(StrReference.Donor), story => story.Try("str.comment"), attempt => attempt.By(Crew.Of(Role.QualityControl))),
    ];

    private static Story Referred() => StrIdentityTests.Untested().Do("str.reference");

    private static Story SupplyAsked() =>
        SupplyTests.FourRecords.Aggregate(SupplyTests.Failed(), (story, step) => story.AfterMinutes(1).Do(step));

    private static ChainState Donors(ChainState chain, DateTimeOffset now) => With(chain with { StrReference = new(StrReference.Donor, "m") }, now, QcVerdict.Pass);

    /// <summary>The exception covers it: only the gate speaks against it.</summary>
    private static ChainState Mismatched(ChainState chain, DateTimeOffset now)
    {
        var failed = With(chain with { StrReference = new(StrReference.Participant, "m") }, now, QcVerdict.Fail);
        return failed with
        {
            Batches = [.. failed.Batches.Select(batch => batch with { IsStrCommented = true, Exception = batch.Exception! with { Failures = batch.Failures } })],
        };
    }

    private static ChainState With(ChainState chain, DateTimeOffset now, QcVerdict verdict) => chain with
    {
        Batches = [.. chain.Batches.Select(batch => batch with { Results = batch.Results.SetItem(QcTest.Str, new(QcTest.Str, verdict == QcVerdict.Pass ? 1 : 0, verdict, now)) })],
    };

    private static ChainState Whole(ChainState chain, DateTimeOffset now) => chain with
    {
        Batches =
        [
            .. chain.Batches.Select(batch => batch with
            {
                Results = batch.Results.SetItems(batch.Specification.Tests.Where(test => test.Stage == 2).Select(test => KeyValuePair.Create(test.Code, new QcResult(test.Code, 1, QcVerdict.Pass, now)))),
            }),
        ],
    };
}
