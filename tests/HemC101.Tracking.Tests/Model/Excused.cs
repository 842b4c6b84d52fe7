namespace HemC101.Tracking.Tests.Model;

/// <summary>Guards whose absence nothing notices, each with its reason: another refuses in every state where they would.</summary>
internal static class Excused
{
    private const string Together = "Product and thing move together: wherever the one machine is stuck, the other is too.";
    private const string Dead = "The thing is gone with its last answer: “no-such-target” is said before any gate is asked.";
    private const string Sooner = "Says it before the form is opened; the scan, or a check of what is recorded, refuses it too.";
    private const string OwnName = "Only the person in whose name it stands may sign (a check of the step); the roles say no more than that.";
    private const string OfTheTarget = "Who signs stands with the value or the label (“signers of the target”); what the step itself says is their union.";

    private const string Tags = "RFID tags are of another profile than the model's study: TagTests.";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["collection.identify gate band-unbound"] = Sooner,
        ["split.detach gate not-filled"] = Sooner,
        ["followup.hand-over gate before-day-28"] = Sooner,
        ["followup.status gate not-handed-over"] = Sooner,
        ["lymphodepletion.complete gate not-started"] = Sooner,

        ["batch.release gate batch-failed"] = "A failed test is one that has not passed: stage1-open or stage2-open refuses. This one names the graver reason.",
        ["batch.certify gate batch-failed"] = "As for batch.release.",
        ["split.detach machine of the product"] = "Bags that have parted are refused by detached; the machine says it for every other state.",
        ["supply.inform gate not-asked"] = "What was not asked for was not accepted: supply-not-accepted refuses. This one names the first thing to do.",
        ["batch.supply gate risk-not-evaluated"] = "What was not evaluated was not accepted: supply-not-accepted or sponsor-not-informed refuses. This one names what to do next.",
        ["batch.supply gate supply-not-accepted"] = "The sponsor is told of what was accepted: sponsor-not-informed refuses. This one names what to do next.",
        ["supply.accept gate not-asked"] = "What was not asked for was not evaluated: risk-not-evaluated refuses. This one names the first thing to do.",
        ["batch.supply gate not-asked"] = "As for supply.accept.",
        ["batch.supply machine of the product"] = Together,
        ["batch.supply machine of the batch"] = Together,
        ["bag.clear gate bag-expired"] = "expiry-short asks for more; this one names the graver reason.",
        ["thaw.start gate bag-expired"] = "expiry-short asks for more; this one names the graver reason.",
        ["split.fill-day1 check filled-too-much"] = "The first bag alone exceeds the bulk only where settings give Day 1 more than 1/(1 + tolerance) of the dose.",

        ["safety.confirm gate act-not-open"] = Dead,
        ["safety.dispute gate act-not-open"] = Dead,
        ["safety.settle gate act-not-open"] = Dead,
        ["safety.vouch gate act-not-open"] = Dead,

        ["safety.confirm roles of the signers"] = OwnName,
        ["safety.dispute roles of the signers"] = OwnName,
        ["check.withdraw roles of the signers"] = OwnName,
        ["record.correct signature 1"] = OfTheTarget,
        ["record.correct signature 2"] = OfTheTarget,
        ["record.correct roles of the signers"] = OfTheTarget,
        ["label.reprint signature 1"] = OfTheTarget,
        ["label.reprint signature 2"] = OfTheTarget,
        ["label.reprint roles of the signers"] = OfTheTarget,
        ["label.apply signature 1"] = OfTheTarget,
        ["label.apply signature 2"] = OfTheTarget,
        ["label.apply roles of the signers"] = OfTheTarget,
        ["label.destroy signature 1"] = OfTheTarget,
        ["label.destroy signature 2"] = OfTheTarget,
        ["label.destroy roles of the signers"] = OfTheTarget,
        ["label.apply scans of the target"] = "print-other asks for the scan, too.",
        ["split.fill-day1 scans of the target"] = Tags,
        ["bag.freeze gate cassette-untagged"] = Tags,
        ["batch.no-tags signature 1"] = Tags,
        ["batch.no-tags signature 2"] = Tags,
        ["batch.no-tags roles of the signers"] = Tags,
        ["split.fill-day2 scans of the target"] = Tags,
        ["bag.store scans of the target"] = Tags,
        ["bag.receive scans of the target"] = Tags,
        ["bag.relabel scan label"] = "labels-mixed-up asks for the scan, too.",

        ["bedside.second machine of the bag"] = "no-first-round asks for a thawed bag, too.",

        ["collection.complete machine of the product"] = Together,
        ["collection.complete machine of the collection"] = Together,
        ["collection.hand-over machine of the product"] = Together,
        ["collection.hand-over machine of the collection"] = Together,
        ["collection.receive machine of the product"] = Together,
        ["collection.receive machine of the collection"] = Together,
        ["collection.reject machine of the product"] = Together,
        ["batch.open machine of the product"] = Together,
        ["batch.release-conditionally machine of the product"] = Together,
        ["batch.release-conditionally machine of the batch"] = Together,
        ["batch.release machine of the product"] = Together,
        ["batch.release machine of the batch"] = Together,
        ["batch.reject machine of the batch"] = Together,
    };
}
