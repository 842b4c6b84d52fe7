using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Two people do a step apart: what the first half leaves, what the second is asked, and what voids both.</summary>
public sealed class IndependentCheckTests
{
    public static TheoryData<string, string> Steps => new()
    {
        { "collection.identify", "" }, { "collection.receive", "" }, { "split.detach", "" }, { "bag.issue", "1" }, { "bag.clear", "1" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void FirstHalf_LeavesWhoAndWhen_AndMovesNothing(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var (before, attempt) = (story.Chain, story.Try(stepId, on));
        var signer = attempt.Facts.Signers[0].Person;

        attempt.TakeFirst();

        var happened = story.History[^1];
        Assert.Equal(new FirstCheckFinished(stepId, attempt.Target, ""), happened.What);
        Assert.Equal(signer.Number, Assert.Single(happened.Act.Signatures).By);
        Assert.Equal(before.Version + 1, story.Chain.Version);
        Assert.Equal(before with { Version = story.Chain.Version, FirstChecks = story.Chain.FirstChecks, Signed = story.Chain.Signed, Past = story.Chain.Past }, story.Chain);
        Assert.Equal(CheckHalf.Second, IndependentCheck.Due(attempt.Step, attempt.Bare));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void SecondHalf_ThatAgrees_IsTheStep_WithBothSignatures(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var (first, attempt) = (story.Try(stepId, on).TakeFirst(), story.Try(stepId, on));
        var firstBy = story.History[^1].Act.Signatures[0].By;

        var taken = Assert.IsType<Decision.Taken>(RuleBook.Decide(attempt.Step, attempt.Half(first)));

        Assert.Equal(attempt.Step.Signatures.Select(demand => demand.Meaning), taken.Signed.Select(signed => signed.Meaning));
        Assert.Equal(firstBy, taken.Signed[0].Signer.Person.Number);
        Assert.NotEqual(firstBy, taken.Signed[1].Signer.Person.Number);
        story.Happen(attempt.Step, attempt.Half(first), taken);
        Assert.Empty(story.Chain.FirstChecks);
        Assert.Equal(0, story.Chain.NearMisses);
    }

    [Fact]
    public void SecondHalf_AsksOnlyWhatBothRecord_AndTheRecordOfTheFirstStands()
    {
        var story = Story.UpTo("collection.receive");
        var first = story.Try("collection.receive").With("papers", "").TakeFirst();
        var attempt = story.Try("collection.receive");

        var asked = IndependentCheck.Asked(attempt.Step, attempt.Bare);
        var taken = (Decision.Taken)RuleBook.Decide(attempt.Step, attempt.Half(first));

        Assert.Equal(["seal_good", "min_c", "max_c", "legible"], asked.RecordFor(attempt.Bare).Select(field => field.Name));
        Assert.Equal(Meaning.Verified, Assert.Single(asked.Signatures).Meaning);
        Assert.Equal(["papers"], Assert.IsType<CollectionQuarantined>(taken.Events[0]).Doubts);
    }

    [Theory]
    [InlineData("min_c", "4.1", true)]
    [InlineData("min_c", "4.0", false)]
    [InlineData("min_c", "4,0", false)]
    [InlineData("max_c", "5", true)]
    [InlineData("seal_good", "", true)]
    [InlineData("legible", "", true)]
    [InlineData("papers", "", false)]
    public void AValue_OfWhatBothRecord_ThatDiffers_VoidsBoth(string field, string value, bool voids)
    {
        var story = Story.UpTo("collection.receive");
        var first = story.Try("collection.receive").TakeFirst();
        var attempt = story.Try("collection.receive").With(field, value);

        var decided = RuleBook.Decide(attempt.Step, attempt.Half(first));

        if (!voids)
        {
            Assert.IsType<Decision.Taken>(decided);
            return;
        }

        var voided = Assert.IsType<Decision.Voided>(decided);
        Assert.Equal(("checks-disagree", ChainState.Disagreement), (voided.Reason.Code, voided.What.Reason));
        Assert.DoesNotContain(value.Length > 0 ? value : field, voided.Reason.Reason.En, StringComparison.Ordinal);
        story.Happen(voided.What, Crew.Of(Role.LabOperator, 2), attempt.Step.Id);
        Assert.Equal((0, 1), (story.Chain.FirstChecks.Count, story.Chain.NearMisses));
        Assert.Equal(ProductState.InTransit, story.Chain.Product);
    }

    [Fact]
    public void AnotherFreeBox_InTheSecondHalf_VoidsBoth()
    {
        var story = Story.UpTo("bag.issue", "1");
        var first = story.Try("bag.issue", "1").TakeFirst();
        var attempt = story.Try("bag.issue", "1").But(facts => facts with
        {
            Scans = facts.Scans.SetItem("box", facts.Scans["box"] with
            {
                House = HouseId.Issue(HouseKind.TransportBox, 900),
                Evidence = facts.Scans["box"].Evidence with { Identifier = HouseId.Issue(HouseKind.TransportBox, 900).ToString() },
            }),
        });

        Assert.Equal("checks-disagree", Assert.IsType<Decision.Voided>(RuleBook.Decide(attempt.Step, attempt.Half(first))).Reason.Code);
    }

    [Fact]
    public void SecondHalf_WhichIsNotComplete_TellsNothingOfTheFirst()
    {
        var story = Story.UpTo("collection.receive");
        var first = story.Try("collection.receive").With("min_c", "5").TakeFirst();

        Assert.Equal(["scan-missing"], Refused(story.Try("collection.receive").Without("box"), first));
        Assert.Equal(["record-missing"], Refused(story.Try("collection.receive").With("max_c", "warm"), first));
        Assert.Equal(["signature-missing"], Refused(story.Try("collection.receive").But(facts => facts with { Signers = [] }), first));
        Assert.Equal(["role-missing"], Refused(story.Try("collection.receive").But(facts => facts with { Signers = [Crew.Signing(Crew.Of(Role.Courier))] }), first));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void First_IsNeverTheirOwnSecond(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var first = story.Try(stepId, on).TakeFirst();
        var number = story.History[^1].Act.Signatures[0].By;
        var again = new Person(number, "Another name", Enum.GetValues<Role>().ToHashSet());
        var attempt = story.Try(stepId, on).But(facts => facts with { Signers = [new(again, AuthenticationMethod.Password)], SignedIn = again });

        Assert.Equal(["same-person"], Refused(attempt, first));
        Assert.Equal(["own-half-done"], RuleBook.Obstacles(attempt.Step, attempt.Half(first)).Select(obstacle => obstacle.Code));
    }

    [Fact]
    public void Half_IsSignedByWhoScannedIt()
    {
        var (own, other) = (Crew.Of(Role.LabOperator), Crew.Of(Role.LabOperator, 3));
        Attempt By(Person person) => Story.UpTo("collection.receive").Try("collection.receive").By(own).But(facts => facts with
        {
            Scans = facts.Scans.SetItem("box", facts.Scans["box"] with { Evidence = facts.Scans["box"].Evidence with { By = person.Number } }),
        });

        Assert.IsType<Decision.Taken>(RuleBook.Decide(By(own).Step, By(own).Half()));
        Assert.Equal(["scanned-by-another"], Refused(By(other), null));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void AnotherAccount_OfTheSameName_OpensNoSecondHalf_NorSignsOne(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var first = story.Try(stepId, on).TakeFirst();
        var again = new Person(Crew.Of(Role.Administrator, 4).Number, story.History[^1].Act.Signatures[0].FullName.ToUpperInvariant(), Enum.GetValues<Role>().Except([Role.Administrator]).ToHashSet());
        var attempt = story.Try(stepId, on).But(facts => facts with { Signers = [new(again, AuthenticationMethod.Password)], SignedIn = again });

        Assert.Equal(["namesake-half-done"], RuleBook.Obstacles(attempt.Step, attempt.Half(first)).Select(obstacle => obstacle.Code));
        Assert.Equal(["same-name"], Refused(attempt, first));
        Assert.Single(story.Chain.FirstChecks);
    }

    [Fact]
    public void FirstHalf_AfterARefusedScanAndACorrection_IsThatOfItsEntry_AndOfNoOther()
    {
        var story = Story.UpTo("bag.issue", "1");
        story.Try("bag.issue", "1").ScanWrong(Symbols.Band(story.Chain), Crew.Of(Role.Cryostore));
        story.Try("bag.issue", "1").TakeFirst();

        story.Correcting("TncE9", "13").Take();
        Assert.Empty(story.Chain.FirstChecks);
        var first = story.Try("bag.issue", "1").TakeFirst();

        Assert.Equal(story.Chain.Version, Assert.Single(story.Chain.FirstChecks).Version);
        Assert.IsType<FirstCheckFinished>(story.History[^1].What);
        var attempt = story.Try("bag.issue", "1");
        Assert.IsType<Decision.Taken>(RuleBook.Decide(attempt.Step, attempt.Half(first)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Withdrawal_ByWhoClosedTheHalf_VoidsIt_AndIsNoNearMiss(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        story.Try(stepId, on).TakeFirst();
        var (half, attempt) = (story.Chain.FirstChecks[0], story.Try(stepId, on));

        story.Do("check.withdraw");

        var happened = story.History[^1];
        Assert.Equal(new CheckVoided(stepId, attempt.Target, ChainState.Withdrawn), happened.What);
        Assert.Equal(half.Signature.By, Assert.Single(happened.Act.Signatures).By);
        Assert.Equal((0, 0), (story.Chain.FirstChecks.Count, story.Chain.NearMisses));
        Assert.Equal(CheckHalf.First, IndependentCheck.Due(attempt.Step, attempt.Bare));
        Assert.False(ScanDesk.StillCounts(attempt.Step, attempt.Bare, story.Now));
        story.AfterMinutes(1).Do(stepId, on);
    }

    [Fact]
    public void Withdrawal_ByAnother_OrOfWhatWaitsNoLonger_IsRefused()
    {
        var story = Story.UpTo("collection.receive");
        story.Try("collection.receive").TakeFirst();
        var half = story.Chain.FirstChecks[0];

        Assert.Equal(["not-your-half"], story.Try("check.withdraw").By(Crew.Of(Role.LabOperator, 3)).Codes());
        Assert.Equal(["half-lapsed"], story.AfterMinutes(31).Try("check.withdraw").Codes());
        story.Try("collection.receive").TakeFirst();
        Assert.NotEqual(half.Version, story.Chain.FirstChecks[0].Version);
        Assert.Equal(["no-such-target"], story.TryOn(StepCatalogue.Get("check.withdraw"), $"{half.Version}").Codes());
    }

    [Fact]
    public void Withdrawal_IsOfferedToWhoClosedTheHalf_AlsoWithoutTraining()
    {
        var story = Story.UpTo("collection.receive");
        story.Try("collection.receive").TakeFirst();
        var attempt = story.Try("check.withdraw");
        var own = Crew.All.Single(person => person.Number == story.Chain.FirstChecks[0].Signature.By);
        var past = own with { Training = own.Roles.ToDictionary(role => role, _ => new Training(new(2020, 1, 1), new(2020, 12, 31))) };

        Assert.Empty(attempt.By(past).Codes());
        Assert.True(Signatories.Concerns(attempt.Step, attempt.Bare, own));
        Assert.False(Signatories.Concerns(attempt.Step, attempt.Bare, Crew.Of(Role.LabOperator, 4)));
        Assert.All(
            StepCatalogue.All.Where(step => step.Check == SecondCheck.Independent),
            step => Assert.Superset(step.Signatures[0].Roles.ToHashSet(), attempt.Step.Roles.ToHashSet()));
    }

    [Theory]
    [InlineData(30, CheckHalf.Second)]
    [InlineData(31, CheckHalf.First)]
    public void FirstHalf_CountsForItsTime_TheLastMomentIncluded(int minutes, CheckHalf due)
    {
        var story = Story.UpTo("collection.receive");
        story.Try("collection.receive").TakeFirst();

        var attempt = story.AfterMinutes(minutes).Try("collection.receive");

        Assert.Equal(due, IndependentCheck.Due(attempt.Step, attempt.Bare));
    }

    [Fact]
    public void FirstHalf_ThatCannotBeOpened_OrHoldsNoLonger_VoidsBoth_AndIsNoNearMiss()
    {
        var story = Story.UpTo("bag.issue", "1");
        story.Try("bag.issue", "1").TakeFirst();
        var attempt = story.Try("bag.issue", "1");

        var voided = Assert.IsType<Decision.Voided>(RuleBook.Decide(attempt.Step, attempt.Half(null)));

        Assert.Equal("first-check-lapsed", voided.Reason.Code);
        story.Happen(voided.What, Crew.Of(Role.Cryostore), attempt.Step.Id);
        Assert.Equal((0, 0), (story.Chain.FirstChecks.Count, story.Chain.NearMisses));
    }

    [Fact]
    public void FirstHalf_IsGone_WhenTheThingMoved_OrWasHeldOrLocked_EvenIfItComesBack()
    {
        Assert.Empty(AfterFirst(story => story.Happen(new HoldPlaced(1, null, "safety", false), Crew.Of(Role.QualityAssurance), "hold.place")
            .Happen(new HoldReleased(1, "no-risk"), Crew.Of(Role.QualityAssurance), "hold.release")));
        Assert.Empty(AfterFirst(story => story.Happen(new BagDeferred(story.Bag(1).Id, HouseId.Issue(HouseKind.Location, 1)), Crew.Of(Role.Cryostore), "bag.defer")
            .Happen(new BagReserved(story.Bag(1).Id, HouseId.Issue(HouseKind.Location, 1)), Crew.Of(Role.Cryostore), "bag.reserve")));
        Assert.Empty(AfterFirst(story => story.Happen(new BagLocked(story.Bag(1).Id, "doubt"), Crew.Of(Role.QualityAssurance), "bag.lock")
            .Happen(new BagUnlocked(story.Bag(1).Id, "no-risk"), Crew.Of(Role.QualityAssurance), "bag.unlock")));
        Assert.Empty(AfterFirst(story => story.Happen(new BandReplaced(2, "lost"), Crew.Of(Role.WardNurse), "band.replace")));
        Assert.Single(AfterFirst(story => story.Happen(new ScanRefused("bag.reserve", null, "WrongKind", null, "x"), Crew.Of(Role.Cryostore), "bag.reserve")));
    }

    [Fact]
    public void Mismatch_OfEither_VoidsBoth_AndTheScansOfEverybodyUpToThen()
    {
        var (story, other) = (Story.UpTo("collection.receive"), Story.UpTo("collection.receive", participant: 8));
        story.Try("collection.receive").TakeFirst();
        var attempt = story.AfterMinutes(1).Try("collection.receive");

        attempt.ScanWrong(Symbols.Collection(other.Chain, other.Chain.CurrentCollection!.Donation), Crew.Of(Role.LabOperator, 2));

        Assert.Empty(story.Chain.FirstChecks);
        Assert.Equal(1, story.Chain.NearMisses);
        Assert.False(ScanDesk.StillCounts(attempt.Step, attempt.Bare, story.Now));
        Assert.True(ScanDesk.StillCounts(attempt.Step, attempt.Bare, story.Now.AddTicks(1)));
        Assert.True(ScanDesk.StillCounts(StepCatalogue.Get("collection.hand-over"), attempt.Bare, story.Now));
        story.AfterMinutes(1).Do("collection.receive");
        Assert.Equal(ProductState.Received, story.Chain.Product);
    }

    [Fact]
    public void WrongKind_OfScan_StopsNobody()
    {
        var story = Story.UpTo("collection.receive");
        story.Try("collection.receive").TakeFirst();

        story.Try("collection.receive").ScanWrong(Symbols.Band(story.Chain), Crew.Of(Role.LabOperator, 2));

        Assert.Single(story.Chain.FirstChecks);
    }

    [Fact]
    public void TypedCode_InAHalf_NeedsItsReason_SinceTheOtherReadsTheSameThing()
    {
        Attempt Typed(TypedReason? reason) => Story.UpTo("collection.receive").Try("collection.receive").But(facts => facts with
        {
            Scans = facts.Scans.SetItem("box", facts.Scans["box"] with
            {
                Evidence = facts.Scans["box"].Evidence with { Entry = EntryMethod.Typed, TypedBecause = reason },
            }),
        });

        Assert.Empty(Typed(TypedReason.LabelDamaged).Codes());
        Assert.Equal(["typed-without-reason"], Typed(null).Codes());
    }

    [Fact]
    public void StepThatIsWitnessed_HasNoHalves()
    {
        var attempt = Story.UpTo("collection.hand-over").Try("collection.hand-over");

        Assert.Null(IndependentCheck.Due(attempt.Step, attempt.Bare));
        Assert.Same(attempt.Step, IndependentCheck.Asked(attempt.Step, attempt.Bare));
    }

    private static IReadOnlyList<string> Refused(Attempt attempt, FirstHalf? first) =>
        [.. Assert.IsType<Decision.Refused>(RuleBook.Decide(attempt.Step, attempt.Half(first))).Reasons.Select(reason => reason.Code)];

    private static ImmutableList<FirstCheck> AfterFirst(Func<Story, Story> then)
    {
        var story = Story.UpTo("bag.issue", "1");
        story.Try("bag.issue", "1").TakeFirst();
        return then(story).Chain.FirstChecks;
    }
}
