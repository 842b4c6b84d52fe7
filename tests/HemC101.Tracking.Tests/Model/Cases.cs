using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Where one guard alone refuses, by hand.</summary>
internal static class Cases
{
    private static readonly string[] FromTheTank = ["bag.reserve", "bag.issue", "bag.clear", "thaw.start"];

    private static readonly string[] ToTheThaw = ["bag.clear", "thaw.start"];

    private static readonly string[] AtTheBed = ["bedside.first", "bedside.second", "infusion.start"];

    public static IReadOnlyList<Case> All { get; } =
    [
        .. FromTheTank.SelectMany(step => new[]
        {
            Case.Of(step, "2", "not-released", (chain, _) => Batches(chain, batch => batch with { State = BatchState.Rejected })),
            Case.Of(step, "2", "failed-test", (chain, now) => Batches(chain, batch => batch with { Results = batch.Results.SetItem("more", new("more", 0, QcVerdict.Fail, now)) })),
            Case.Of(step, "2", "lymphodepletion-window", (chain, now) => chain with { LymphodepletionLastDoseAt = now.AddDays(-1) }),
            Case.Of(step, "2", "dose-interval", (chain, now) => Bags(chain, 1, bag => bag with { InfusionStartedAt = now.AddHours(-17) })),
            Case.Of(step, "2", "day1-open", (chain, _) => Bags(chain, 1, bag => bag with { State = BagState.Discarded })),
            Case.Of(step, "2", "no-go", (chain, now) => chain with { ToleranceDecision = new(Tolerance.Defer, now, now.AddHours(5)) }),
            Case.Of(step, "2", "cultures", (chain, _) => Ready(chain, ready => ready with { Cultures = "positive" })),
            Case.Of(step, "2", "unconfirmed-act", (chain, now) => Doubtful(chain, now)),
            Case.Of(step, "2", "settings-changed", Overruled),
        }),
        .. ToTheThaw.SelectMany(step => new[]
        {
            Case.Of(step, "2", "clocks-short", (chain, now) => Ready(chain, ready => ready with { ValidUntil = now.AddMinutes(59) })),
            Case.Of(step, "2", "windows-short", (chain, now) => chain with { LymphodepletionLastDoseAt = now.AddDays(-14).AddMinutes(30) }),
            Case.Of(step, "2", "expiry-short", (chain, now) => Bags(chain, 2, bag => bag with { ExpiresAt = now.AddMinutes(20) })),
            Case.Of(step, "1", "other-bag-open", (chain, now) => Bags(chain, 2, bag => bag with { State = BagState.Thawing, ThawStartedAt = now })),
        }),
        .. AtTheBed.SelectMany(step => new[]
        {
            Case.Of(step, "2", "bag-expired", (chain, now) => Bags(chain, 2, bag => bag with { ExpiresAt = now })),
            Case.Of(step, "2", "day1-open", (chain, _) => Bags(chain, 1, bag => bag with { State = BagState.Discarded })),
            Case.Of(step, "2", "thaw-clock", (chain, now) => Bags(chain, 2, bag => bag with { PostThawExpiresAt = now.AddSeconds(-1) })),
            Case.Of(step, "2", "settings-resign", Overruled),
            Case.Of(step, "2", "paper-unconfirmed", (chain, now) => OnPaper(chain, now)),
            Case.Of(step, "2", "scanned-by-another", attempt => attempt.But(facts => facts with
            {
                Scans = facts.Scans.SetItem("bag", facts.Scans["bag"] with { Evidence = facts.Scans["bag"].Evidence with { By = Crew.Of(Role.WardNurse, 4).Number } }),
            })),
        }),
        Case.Of("bag.reserve", "1", "not-confirmed", (chain, _) => Batches(chain, batch => batch with { BagsConfirmed = false })),
        .. CasesOfRedesignation.All,
        Case.Of("infusion.start", "2", "cultures", (chain, now) => Ready(chain, ready => ready with { CulturesCheckedAt = now.AddHours(-73) })),
        Case.Of("readiness.sign", "2", "day1-open", (chain, _) => Bags(chain, 1, bag => bag with { State = BagState.Discarded })),
        .. new[] { "lymphodepletion.start", "readiness.sign", "bag.clear" }.Select(step => Case.Of(step, step == "lymphodepletion.start" ? "" : "1", "scanner-untested", Required)),
        Case.At("lymphodepletion.repeat", "scanner-untested", "lymphodepletion.complete", "", new("required", Required)),
        Case.At("lymphodepletion.repeat", "not-released", "lymphodepletion.complete", "", Input.Good, (chain, _) => Batches(chain, batch => batch with { State = BatchState.Rejected })),
        Case.At("lymphodepletion.repeat", "product-not-confirmed", "lymphodepletion.complete", "", Input.Good, (chain, _) => Batches(chain, batch => batch with { BagsConfirmed = false })),
        Case.At("lymphodepletion.repeat", "nothing-to-repeat", "lymphodepletion.start", "", Input.Good),
        Case.At("lymphodepletion.start", "started", "lymphodepletion.complete", "", Input.Good),
        Case.Of("apheresis.order", "", "infection-active", attempt => attempt.With("marker_hcv", "active")),
        Case.After("split.fill-day2", "filled-too-much", () => Story.UpTo("split.plan").Try("split.plan").With("bulk_volume", "20").Take()
            .Try("split.fill-day1").With("filled_volume", "7").Take(), story => story.Try("split.fill-day2")),
        Case.Of("split.detach", "", "bulk-not-released", (chain, _) => Batches(chain, batch => batch with { State = BatchState.Rejected })),
        Case.Of("batch.release-conditionally", "", "labels-open", (chain, _) => Waiting(chain)),
        Case.Of("batch.release-conditionally", "", "unconfirmed-act", Doubtful),
        Case.At("batch.release", "labels-open", "batch.release-conditionally", "", Input.Good, (chain, now) => Waiting(Stage2(chain, now))),
        Case.At("batch.release", "unconfirmed-act", "batch.release-conditionally", "", Input.Good, (chain, now) => Doubtful(Stage2(chain, now), now)),
        Case.At("batch.release", "stage1-open", "batch.release-conditionally", "", Input.Good, (chain, now) => Untested(Stage2(chain, now))),
        Case.Of("batch.certify", "", "stage1-open", (chain, _) => Untested(chain)),
        .. new[] { "batch.release-conditionally", "batch.certify" }.Select(step => Case.Of(step, "", "released-below-least", (chain, _) => TooLittle(chain))),
        Case.At("batch.release", "released-below-least", "batch.release-conditionally", "", Input.Good, (chain, now) => TooLittle(Stage2(chain, now))),
        Case.Of("bags.confirm", "", "labels-open", (chain, _) => Waiting(chain)),
        Case.Of("bags.confirm", "", "labels-open", (chain, _) => Waiting(chain, Carrier.Cassette)),
        Case.Of("batch.review", "", "labels-open", (chain, _) => Waiting(chain, Carrier.Tube)),
        Case.Of("bags.confirm", "", "not-split", (chain, _) => Batches(chain, batch => batch with { IsSplit = false })),
        Case.At("hold.place", "nothing-to-hold", "apheresis.order", "", new("over a bag", attempt => attempt.With("hold_over", "day1"))),
        Case.At("bag.return", "thawed", "bag.clear", "1", Input.Good, (chain, now) => Bags(chain, 1, bag => bag with { ThawStartedAt = now })),
        Case.At("bag.restore", "thawed", "bag.clear", "1", Input.Good, (chain, now) => Bags(chain, 1, bag => bag with { State = BagState.Returned, ThawStartedAt = now })),
        Case.At("bag.reinstate", "thawed", "bag.clear", "1", Input.Good, (chain, now) => Bags(chain, 1, bag => bag with { State = BagState.Withheld, ThawStartedAt = now })),
        Case.Of("bedside.second", "1", "same-pair", (chain, _) => Bags(chain, 1, bag => bag with
        {
            VoidedRounds = [Crew.Of(Role.WardNurse, 1).Number, Crew.Of(Role.WardNurse, 2).Number, Crew.Of(Role.WardNurse, 3).Number, Crew.Of(Role.WardNurse, 4).Number],
        })),
        Case.At("bag.expire", "wrong-state", "bag.reserve", "1", Input.Good, (chain, now) => Bags(chain, 1, bag => bag with { State = BagState.Expired, ExpiresAt = now })),
        Case.At("infusion.resume", "paper-unconfirmed", "infusion.end", "1", Input.Good, (chain, now) => OnPaper(Bags(chain, 1, bag => bag with { State = BagState.Paused }), now, 1)),
        Case.At("split.detach", "detached", "split.detach", "", Input.Good, (chain, _) => Batches(chain, batch => batch with { IsSplit = true })),
        Case.After("supply.request", "asked-already", () => Asked(1), story => story.Try("supply.request")),
        Case.After("supply.evaluate", "evaluated-already", () => Asked(2), story => story.Try("supply.evaluate")),
        Case.After("supply.accept", "accepted-already", () => Asked(3), story => story.Try("supply.accept")),
        Case.After("supply.inform", "supply-not-accepted", () => Asked(2), story => story.Try("supply.inform")),
        Case.After("batch.supply", "untested", () => Asked(4), story => story.Try("batch.supply"), attempt => attempt.But(facts => facts with { Chain = Untested(facts.Chain) })),
        Case.After("supply.evaluate", "supply-own", () => Asked(1), story => story.Try("supply.evaluate"), attempt => attempt.But(AsPhysician)),
        Case.After("batch.supply", "supply-own", () => Asked(4), story => story.Try("batch.supply"), attempt => attempt.But(AsPhysician)),
        .. SupplyTests.FourRecords.Append("batch.supply").Select((step, made) => Case.After(
            step, "supply-off", () => Asked(made), story => story.Try(step), attempt => attempt.But(facts => facts with { Settings = facts.Settings with { ExceptionalSupply = false } }))),
        Case.After("batch.supply", "labels-open", () => Asked(4), story => story.Try("batch.supply"), attempt => attempt.But(facts => facts with { Chain = Waiting(facts.Chain) })),
        Case.After("batch.supply", "unconfirmed-act", () => Asked(4), story => story.Try("batch.supply"), attempt => attempt.But(facts => facts with { Chain = Doubtful(facts.Chain, facts.Now) })),
        .. new[] { "batch.release-conditionally", "bags.confirm" }.Select(step => Case.Of(step, "", "deviation-open", Deviated)),
        Case.At("batch.release", "deviation-open", "batch.release-conditionally", "", Input.Good, (chain, now) => Deviated(Stage2(chain, now), now)),
        Case.After("batch.supply", "deviation-open", () => Asked(4), story => story.Try("batch.supply"), attempt => attempt.But(facts => facts with { Chain = Deviated(facts.Chain, facts.Now) })),
        Case.At("recall.assess", "nothing-recalled", "apheresis.order", "", Input.Good),
        Case.After("recall.assess", "signature-missing 0 signatures", Recalled, story => story.Try("recall.assess"), attempt => attempt.By()),
        Case.After("recall.assess", "role-missing", Recalled, story => story.Try("recall.assess"), attempt => attempt.By(Crew.Of(Role.QualityAssurance))),
        .. CasesOfIdentity.All, .. CasesOfStr.All, .. CasesOfLabelsAndRecords.All, .. CasesOfDeviations.All, .. CasesOfFilling.All, .. CasesOfTags.All,
    ];

    /// <summary>A failed batch that so many of the records before a supply stand behind.</summary>
    private static Story Asked(int made) => SupplyTests.FourRecords.Take(made).Aggregate(SupplyTests.Failed(), (story, step) => story.AfterMinutes(1).Do(step));

    private static ChainState Deviated(ChainState chain, DateTimeOffset now) =>
        chain with { Deviations = [new(2, Deviation.Identity, DeviationClass.Critical, null, now, [Crew.Of(Role.WardNurse).Number])] };

    /// <summary>Something that was infused on Day 1 was withdrawn.</summary>
    private static Story Recalled()
    {
        var story = Story.UpTo("bag.reserve", "2");
        foreach (var what in Recall.Events(story.Chain, HouseId.Issue(HouseKind.MaterialLot, 4711), [$"{story.Chain.CurrentBatch!.Number}"]))
        {
            story.Happen(what, Crew.Of(Role.QualityAssurance), "thing.withdraw");
        }

        return story;
    }

    /// <summary>An urgent version of the settings has come into force since everything was signed.</summary>
    private static Attempt Overruled(Attempt attempt) => attempt.But(facts => facts with
    {
        Book = new([
            new(facts.Settings, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
            new(facts.Settings with { Version = "urgent" }, facts.Now, facts.Now, new(null, Urgent: true, "safety", "D-1", 1, [], [])),
        ]),
    });

    /// <summary>The physician who asked, in every other role, too.</summary>
    private static Facts AsPhysician(Facts facts) => facts with
    {
        Signers = [.. facts.Signers.Select(_ => Crew.Signing(Crew.Of(Role.Investigator) with { Roles = new HashSet<Role> { Role.QualityAssurance, Role.QualifiedPerson } }))],
    };

    private static ChainState OnPaper(ChainState chain, DateTimeOffset now, int day = 2) => chain with
    {
        SafetyActs =
        [
            new(1, "bedside.first", chain.BagsOf(day).Last().Id.ToString(), Crew.Of(Role.WardNurse).Number, now.AddHours(-1), [ActDoubt.OnPaper])
            {
                Paper = new("D-1", 1, new string('c', 64), []),
            },
        ],
    };

    private static Attempt Required(Attempt attempt) => attempt.But(facts => facts with { Settings = facts.Settings with { ScannerTestRequired = true } });

    private static ChainState Batches(ChainState chain, Func<Batch, Batch> change) => chain with { Batches = [.. chain.Batches.Select(change)] };

    private static ChainState Bags(ChainState chain, int day, Func<DoseBag, DoseBag> change) =>
        chain with { Bags = [.. chain.Bags.Select(bag => bag.Day == day ? change(bag) : bag)] };

    private static ChainState Ready(ChainState chain, Func<Readiness, Readiness> change) =>
        chain with { Readiness = chain.Readiness.ToImmutableDictionary(pair => pair.Key, pair => change(pair.Value)) };

    private static ChainState Doubtful(ChainState chain, DateTimeOffset now) =>
        chain with { SafetyActs = [new(1, "infusion.stop", "", Crew.Of(Role.WardNurse).Number, now.AddHours(-1), [ActDoubt.LapsedSession])] };

    private static ChainState Waiting(ChainState chain, Carrier on = Carrier.PrimaryBag)
    {
        var print = chain.Prints.Values.First(live => live.Carrier == on && live.State == PrintState.Applied);
        return chain with { Prints = chain.Prints.SetItem(print.Serial, print with { State = PrintState.Printed }) };
    }

    private static ChainState Stage2(ChainState chain, DateTimeOffset now) => Batches(chain, batch => batch with
    {
        Results = batch.Results.SetItems(batch.Specification.Tests.Where(test => test.Stage == 2).Select(test => KeyValuePair.Create(test.Code, new QcResult(test.Code, 1, QcVerdict.Pass, now)))),
    });

    private static ChainState TooLittle(ChainState chain) =>
        Batches(chain, batch => batch with { Underdose = new(new(5, 90, 90, 90, 2), 70, 0.1m) });

    private static ChainState Untested(ChainState chain) => Batches(chain, batch => batch with { Results = batch.Results.Remove("gram") });
}
