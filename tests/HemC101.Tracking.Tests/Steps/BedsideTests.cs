using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

public sealed class BedsideTests
{
    private static readonly Person Nurse1 = Crew.Of(Role.WardNurse, 1);
    private static readonly Person Nurse2 = Crew.Of(Role.WardNurse, 2);
    private static readonly Person Nurse3 = Crew.Of(Role.WardNurse, 3);

    private readonly Story _other = Story.UpTo("bedside.first", participant: 8);

    [Fact]
    public void SecondRound_ByTheFirstNurse_IsRefused()
    {
        var story = Story.UpTo("bedside.first").Try("bedside.first", "1").By(Nurse1).Take();

        Assert.Equal(["same-nurse"], story.Try("bedside.second", "1").By(Nurse1).Codes());
    }

    [Fact]
    public void SecondRound_ByAnotherAccountOfTheFirstNursesName_IsRefused()
    {
        var story = Story.UpTo("bedside.first").Try("bedside.first", "1").By(Nurse1).Take();
        var again = Nurse3 with { FullName = Nurse1.FullName.ToUpperInvariant() };

        Assert.Equal(["same-nurse"], story.Try("bedside.second", "1").By(again).Codes());
    }

    [Fact]
    public void NewNurse_AfterAWrongBand_IsNotAnotherAccountOfOneOfThePair()
    {
        var story = Story.UpTo("bedside.first").Try("bedside.first", "1").By(Nurse1).Take().Try("bedside.second", "1").By(Nurse2).Take();
        story.Try("infusion.start", "1").ScanWrong(Symbols.Band(_other.Chain), Nurse2);
        story.Do("bag.reidentify", "1").Try("bedside.first", "1").By(Nurse1).Take();

        Assert.Equal(["same-pair"], story.Try("bedside.second", "1").By(Nurse3 with { FullName = Nurse2.FullName }).Codes());
        Assert.Empty(story.Try("bedside.second", "1").By(Nurse3).Codes());
    }

    [Fact]
    public void SecondRound_ByTheFirstNurseWithAnotherBeside_IsRefused()
    {
        var story = Story.UpTo("bedside.first").Try("bedside.first", "1").By(Nurse1).Take();

        Assert.NotEmpty(story.Try("bedside.second", "1").By(Nurse1, Nurse2).Codes());
    }

    [Fact]
    public void SecondRound_AfterThePairTimeRanOut_BeginsAgain()
    {
        var story = Story.UpTo("bedside.second");
        story.AfterMinutes(story.Settings.BedsidePairMinutes + 1);

        Assert.Equal(["no-first-round"], story.Try("bedside.second", "1").Codes());
        story.Do("bedside.first", "1").Do("bedside.second", "1");
        Assert.Equal(BagState.Verified, story.Bag(1).State);
    }

    [Fact]
    public void Start_AfterTheStartWindow_NeedsANewRoundOfBoth()
    {
        var story = Story.UpTo("infusion.start");
        story.AfterMinutes(story.Settings.StartWindowMinutes + 1);
        Assert.Equal(["start-window"], story.Try("infusion.start", "1").Codes());

        story.Do("bedside.lapse", "1");
        Assert.Equal(["no-first-round"], story.Try("bedside.second", "1").Codes().Where(code => code != "wrong-state"));

        story.Do("bedside.first", "1").Do("bedside.second", "1").Do("infusion.start", "1");
        Assert.Equal(BagState.Infusing, story.Bag(1).State);
    }

    [Fact]
    public void StartWindow_NeverOutlivesThePostThawClock()
    {
        var story = Story.UpTo("bedside.first");
        story.AfterMinutes(story.Settings.PostThawMinutes - 10).Do("bedside.first", "1").Do("bedside.second", "1");

        Assert.Equal(story.Bag(1).PostThawExpiresAt, story.Bag(1).StartBefore);
        story.AfterMinutes(9);
        Assert.Equal(["start-window", "thaw-clock"], story.Try("infusion.start", "1").Codes());
    }

    [Fact]
    public void Thaw_ThatEndsLate_StartsTheClockAtItsLongestDuration()
    {
        var story = Story.UpTo("thaw.end");
        var started = story.Bag(1).ThawStartedAt!.Value;
        story.AfterHours(1).Do("thaw.end", "1");

        Assert.Equal(started.AddMinutes(story.Settings.MaxThawMinutes + story.Settings.PostThawMinutes), story.Bag(1).PostThawExpiresAt);
        Assert.Equal(["thaw-clock"], story.Try("bedside.first", "1").Codes());
    }

    [Fact]
    public void WrongDayAtTheBed_VoidsTheRoundAndLocksNothing()
    {
        var story = Story.UpTo("bedside.second");
        story.Try("bedside.second", "1").ScanWrong(Symbols.Bag(story.Chain, story.Bag(2).Id), Nurse2);

        Assert.Empty(story.Bag(1).Rounds);
        Assert.False(story.Bag(1).Locked);
        story.Try("bedside.first", "1").By(Nurse1).Take().Try("bedside.second", "1").By(Nurse2).Take();
        Assert.Equal(BagState.Verified, story.Bag(1).State);
    }

    [Theory]
    [InlineData("bedside.second")]
    [InlineData("infusion.start")]
    public void WrongBandAtTheBed_LocksTheThawedBagUntilReidentificationWithANewNurse(string stepId)
    {
        var story = Story.UpTo("bedside.first").Try("bedside.first", "1").By(Nurse1).Take();
        if (stepId == "infusion.start")
        {
            story.Try("bedside.second", "1").By(Nurse2).Take();
        }

        story.Try(stepId, "1").ScanWrong(Symbols.Band(_other.Chain), Nurse2);

        Assert.Equal(BagState.Thawed, story.Bag(1).State);
        Assert.True(story.Bag(1).Locked);
        Assert.Equal(["bag-locked"], story.Try("bedside.first", "1").Codes());
        Assert.Equal(["not-locked"], story.Try("bag.unlock", "1").Codes());

        story.Do("bag.reidentify", "1").Try("bedside.first", "1").By(Nurse1).Take();
        Assert.Equal(["same-pair"], story.Try("bedside.second", "1").By(Nurse2).Codes());
        Assert.Equal(["same-pair"], story.Try("bedside.second", "1").By(Nurse2, Nurse3).Codes());
        story.Try("bedside.second", "1").By(Nurse3).Take().Do("infusion.start", "1");
        Assert.Equal(BagState.Infusing, story.Bag(1).State);
    }

    [Fact]
    public void WrongBandBeforeTheThaw_WaitsForQualityAssurance()
    {
        var story = Story.UpTo("bag.clear");
        story.Try("bag.clear", "1").ScanWrong(Symbols.Band(_other.Chain), Nurse1);

        Assert.Equal(["bag-locked"], story.Try("bag.clear", "1").Codes());
        story.Do("bag.unlock", "1").Do("bag.clear", "1");
        Assert.Equal(BagState.Cleared, story.Bag(1).State);
    }

    [Fact]
    public void WrongBand_OnAClearedBag_TakesTheClearanceAway()
    {
        var story = Story.UpTo("thaw.start", "1");
        story.Try("bag.clear", "1").ScanWrong(Symbols.Band(_other.Chain), Nurse1);

        Assert.Equal((BagState.OnWard, true), (story.Bag(1).State, story.Bag(1).Locked));
        Assert.Equal(["wrong-state"], story.Do("bag.unlock", "1").Try("thaw.start", "1").Codes());
        story.Do("bag.clear", "1").Do("thaw.start", "1");
    }

    [Fact]
    public void ClearedBag_ThatWasLostAndUnlocked_IsClearedAnew()
    {
        var story = Story.UpTo("thaw.start", "1").Do("bag.lost", "1").Do("bag.found", "1").Do("bag.unlock", "1");

        Assert.Equal((BagState.OnWard, false), (story.Bag(1).State, story.Bag(1).Locked));
        Assert.Equal(["wrong-state"], story.Try("thaw.start", "1").Codes());
    }

    [Theory]
    [InlineData("thaw.start", BagState.OnWard, "bag.unlock")]
    [InlineData("bedside.second", BagState.Thawed, "bag.reidentify")]
    [InlineData("infusion.start", BagState.Thawed, "bag.reidentify")]
    public void BagScannedAtAnotherBed_LosesWhatWasFoundAtItsOwn_AndIsFreedByItsStep(string upTo, BagState back, string wayOut)
    {
        var story = Story.UpTo(upTo, "1");
        foreach (var what in Mismatch.LockAtOwner(story.Chain, story.Bag(1).Id))
        {
            story.Happen(what, Nurse1, "bag.clear");
        }

        Assert.Equal((back, true, 0), (story.Bag(1).State, story.Bag(1).Locked, story.Bag(1).Rounds.Count));
        story.Do(wayOut, "1");
        Assert.Equal((back, false), (story.Bag(1).State, story.Bag(1).Locked));
    }

    [Fact]
    public void RefusedScanThatIsNoStop_LeavesEvidenceAndNothingElse()
    {
        var story = Story.UpTo("bedside.second");
        var before = story.Bag(1);
        story.Try("bedside.second", "1").ScanWrong(Symbols.Collection(story.Chain, before.Id.Donation), Nurse2);

        Assert.Equal(before, story.Bag(1));
        Assert.Equal(1, story.Chain.NearMisses);
        Assert.IsType<ScanRefused>(story.History[^1].What);
    }

    [Theory]
    [InlineData("thaw.end", "bag.discard")]
    [InlineData("thaw.end", "bag.damage")]
    [InlineData("bedside.first", "bag.discard")]
    [InlineData("bedside.first", "bag.damage")]
    [InlineData("infusion.start", "bag.discard")]
    [InlineData("infusion.start", "bag.damage")]
    [InlineData("infusion.end", "infusion.pause")]
    [InlineData("infusion.end", "infusion.stop")]
    [InlineData("infusion.end", "infusion.end")]
    [InlineData("infusion.end", "infusion.reaction")]
    public void WayOut_UnderEveryHoldAndLapse_IsOpen(string upTo, string wayOut)
    {
        var story = Story.UpTo(upTo);
        var bag = story.Bag(1);
        var quality = Crew.Of(Role.QualityAssurance);
        story.Happen(new HoldPlaced(1, null, "safety", true), quality, "hold.place")
            .Happen(new HoldPlaced(2, bag.Id.ToString(), "safety", true), quality, "hold.place")
            .Happen(new BagLocked(bag.Id, "wrong-band"), quality, "lock")
            .Happen(new ReadinessSigned(1, 39, 80, 10, "positive", story.Now, story.Now), quality, "readiness.sign")
            .Happen(new BatchRejected(bag.Batch, "sterility"), quality, "batch.reject")
            .After(TimeSpan.FromDays(story.Settings.ShelfLifeDays + 1));

        Assert.Empty(story.Try(wayOut, "1").Codes());
    }

    [Fact]
    public void Infusion_OfABagPastItsExpiry_RunsOn()
    {
        var story = Story.UpTo("infusion.end").After(TimeSpan.FromDays(200));

        Assert.Equal(["wrong-state"], story.Try("bag.expire", "1").Codes());
        Assert.Empty(story.Try("infusion.end", "1").Codes());
    }

    [Fact]
    public void Infusion_OfMoreThanWasFilled_IsRefused() =>
        Assert.Equal(["more-than-filled"], Story.UpTo("infusion.end").Try("infusion.end", "1").With("volume", "6.1").Codes());

    [Fact]
    public void Infusion_PausedAndResumed_EndsAsInfused()
    {
        var story = Story.UpTo("infusion.end").Do("infusion.pause", "1");
        Assert.Equal(BagState.Paused, story.Bag(1).State);

        Assert.Equal(BagState.Infused, story.Do("infusion.resume", "1").Do("infusion.end", "1").Bag(1).State);
    }

    [Fact]
    public void Reaction_BeforeAnyInfusion_IsRefused() =>
        Assert.Equal(["not-infused"], Story.UpTo("bag.clear").Try("infusion.reaction", "1").Codes());
}
