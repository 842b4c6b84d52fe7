using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Labels, corrections, first halves and safety steps, where one guard alone refuses.</summary>
internal static class CasesOfLabelsAndRecords
{
    private static readonly Step Reprint = StepCatalogue.Get("label.reprint");
    private static readonly Step Apply = StepCatalogue.Get("label.apply");

    private static readonly string[] Independent = ["collection.identify", "collection.receive", "split.detach", "bag.issue", "bag.clear"];

    public static IReadOnlyList<Case> All { get; } =
    [
        Case.After("label.reprint", "print-wristband", () => Story.Enrolled(), story => story.TryOn(Reprint, story.Chain.Prints.Keys.Single().ToString())),
        Case.After("label.reprint", "print-replaced", Reprinted, story => story.TryOn(Reprint, Of(story, PrintState.Applied).Serial.ToString())),
        Case.After("label.reprint", "print-frozen", () => Story.UpTo("bag.store", "1"), story => story.TryOn(Reprint, Bag(story).Serial.ToString())),
        Case.After("label.apply", "print-first", () => Story.UpTo("collection.start"), story => story.TryOn(Apply, Of(story, PrintState.Printed).Serial.ToString())),
        Case.After("label.apply", "print-frozen", FrozenUnderAReprint, story => story.TryOn(Apply, Bag(story).Serial.ToString())),
        Case.After("label.apply", "print-other", Reprinted, story => story.TryOn(Apply, Of(story, PrintState.Printed).Serial.ToString()), attempt => attempt.But(facts => facts with
        {
            Scans = facts.Scans.SetItem("label", facts.Scans["label"] with { Serial = PrintSerial.Issue(1) }),
        })),
        Case.After("label.apply", "print-not-waiting", () => Applied(Reprinted()), story => story.TryOn(Apply, Of(story, PrintState.Applied).Serial.ToString())),

        Case.After("label.reprint", "role-missing", () => Story.UpTo("collection.start"), story => story.TryOn(Reprint, Of(story, PrintState.Printed).Serial.ToString()), ByNurses),
        Case.After("label.apply", "role-missing", Reprinted, story => story.TryOn(Apply, Of(story, PrintState.Printed).Serial.ToString()), ByNurses),
        Case.After("label.destroy", "role-missing", () => Story.UpTo("collection.start"), story => story.TryOn(StepCatalogue.Get("label.destroy"), Of(story, PrintState.Printed).Serial.ToString()), ByNurses),

        Case.After("record.correct", "not-correctable", Collected, story => story.Correcting(Recorded.Find(story.Chain, "1.subject")!, "1")),
        Case.After("record.correct", "corrected-meanwhile", () => Collected().Correcting("VolumeMl", "120").Take(),
            story => story.TryOn(StepCatalogue.Get("record.correct"), $"{Entry(story)}.VolumeMl"), attempt => attempt.With("value", "130")),
        Case.After("record.correct", "same-value", Collected, story => story.Correcting("VolumeMl", "100"), attempt => attempt.With("value", "100")),
        Case.After("record.correct", "reason-without-document", Collected, story => story.Correcting("VolumeMl", "120"),
            attempt => attempt.With("value", "120").With("reason", "other").With("document", "")),
        Case.After("record.correct", "target-check", Collected, story => story.Correcting("TncE9", "2.9"), attempt => attempt.With("value", "2.9")),
        Case.After("record.correct", "target-gate", () => Story.UpTo("infusion.end", "1"), story => story.Correcting("MaxC", "-161"), attempt => attempt.With("value", "-161")),
        Case.After("record.correct", "signature-missing 0 signatures", Collected, story => story.Correcting("VolumeMl", "120"),
            attempt => attempt.With("value", "120").By()),
        Case.After("record.correct", "role-missing", Collected, story => story.Correcting("VolumeMl", "120"),
            attempt => ByNurses(attempt.With("value", "120"))),

        Case.After("check.withdraw", "half-lapsed", () => Half().AfterMinutes(31), story => story.Try("check.withdraw")),
        Case.After("check.withdraw", "not-your-half", Half, story => story.Try("check.withdraw"), attempt => attempt.By(Crew.Of(Role.LabOperator, 3))),
        Case.After("check.withdraw", "signature-missing 0 signatures", Half, story => story.Try("check.withdraw"), attempt => attempt.By()),

        Case.After("safety.vouch", "actual-person", Doubted, story => story.Try("safety.vouch"), attempt => attempt.With("finding", "somebody-else")),

        .. Independent.Select(step => Case.After(step, "checks-disagree", () => Story.UpTo(step), story => story.Try(step, "1"), Differing)),
    ];

    private static Attempt ByNurses(Attempt attempt) => attempt.By(Crew.Of(Role.WardNurse, 1), Crew.Of(Role.WardNurse, 2));

    private static Story Collected() => Story.UpTo("collection.hand-over");

    private static int Entry(Story story) => story.History.Single(happened => happened.What is CollectionCompleted).Version;

    private static Story Half()
    {
        var story = Story.UpTo("collection.receive");
        story.Try("collection.receive").TakeFirst();
        return story;
    }

    private static Story Doubted() => Story.UpTo("infusion.end", "1").Try("infusion.stop", "1").But(facts => facts with { Doubts = [ActDoubt.LapsedSession] }).Take().AfterHours(25);

    private static Story Reprinted()
    {
        var story = Story.UpTo("unit.complete", "UO-02");
        return story.TryOn(Reprint, Container(story).Serial.ToString()).Take();
    }

    private static Story Applied(Story story) => story.TryOn(Apply, Of(story, PrintState.Printed).Serial.ToString()).Take();

    /// <summary>By its old label, which was on it.</summary>
    private static Story FrozenUnderAReprint()
    {
        var story = Story.UpTo("bag.freeze", "1");
        return story.TryOn(Reprint, Bag(story).Serial.ToString()).Take().Do("bag.freeze", "1");
    }

    /// <summary>In the second half another thing was in hand.</summary>
    private static Attempt Differing(Attempt attempt) => attempt.But(facts => IndependentCheck.Due(attempt.Step, facts) == CheckHalf.First ? facts : facts with
    {
        Scans = facts.Scans.ToDictionary(scan => scan.Key, scan => scan.Value with { Evidence = Other(scan.Value.Evidence) }).ToImmutable(),
    });

    private static ScanEvidence Other(ScanEvidence evidence) => evidence with { Identifier = evidence.Identifier + "?" };

    private static ImmutableDictionary<string, AcceptedScan> ToImmutable(this Dictionary<string, AcceptedScan> scans) =>
        ImmutableDictionary.CreateRange(scans);

    private static Print Container(Story story) => story.Chain.LivePrimaryPrint(story.Chain.CurrentBatch!.Number.ToString())!;

    private static Print Bag(Story story) => story.Chain.Prints.Values.Where(print => print.Of == story.Bag(1).Id.ToString() && print.Carrier == Carrier.PrimaryBag).MaxBy(print => print.Serial.ToString())!;

    private static Print Of(Story story, PrintState state) =>
        story.Chain.Prints.Values.Where(print => print.Carrier == Carrier.PrimaryBag && print.State == state).MaxBy(print => print.Serial.ToString())!;
}
