using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using static HemC101.Tracking.Tests.Steps.PaperLines;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-34: what was done on paper is entered by a third person, at its own time, and confirmed by those who did it.</summary>
public sealed class BackEntryTests
{
    /// <summary>Nearer to a vein, of a bag that was not thawed yet.</summary>
    private static readonly string[] BeforeTheThaw =
        [.. StepCatalogue.All.Where(step => step.Kind == StepKind.Advance).Select(step => step.Id).Except(["bedside.first", "bedside.second", "infusion.start", "infusion.resume"])];

    [Fact]
    public void ThawedBag_FinishedOnPaper_IsInfusedAtTheTimesOfTheSheet()
    {
        var story = Story.UpTo("bedside.first", "1");
        var began = story.Now;
        story.AfterHours(3);

        Finish(story, began);

        var bag = story.Bag(1);
        Assert.Equal(BagState.Infused, bag.State);
        Assert.Equal(began.AddMinutes(4), bag.InfusionStartedAt!.Value, TimeSpan.FromMinutes(1));
        Assert.Empty(story.Chain.Holds);
        Assert.Equal(bag.InfusionStartedAt, ChainState.Fold(story.History)!.BagsOf(1).Last().InfusionStartedAt);
    }

    [Fact]
    public void Line_ShowsHandAndEntry_WithBothTimes()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        var act = Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(1)).Take().History[^1].Act;

        Assert.Equal((Third.Number, "D-17", 1), (act.By, act.Paper!.Sheet, act.Paper.Number));
        Assert.Equal(
            [(Nurse(1).Number, Meaning.Performed, AuthenticationMethod.Handwritten), (Third.Number, Meaning.Transcribed, AuthenticationMethod.BadgeAndPin)],
            act.Signatures.Select(signature => (signature.By, signature.Meaning, signature.Method)));
        Assert.Equal((story.Now, act.OccurredAt), (act.RecordedAt, act.At));
        Assert.Equal(at, act.OccurredAt, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("paper_by_1", "A9999999999", "paper-nobody")]
    [InlineData("paper_by_1", "NOBODY", "paper-nobody")]
    [InlineData("paper_picture", "not-a-hash", "record-missing")]
    [InlineData("paper_coi", "CHA999926000008", "paper-other-thing")]
    [InlineData("paper_dose", "2", "paper-other-thing")]
    [InlineData("paper_sheet", "", "record-missing")]
    public void Form_NotRight_IsRefused(string field, string value, string code)
    {
        var story = Story.UpTo("infusion.start", "1").AfterHours(1);

        Assert.Equal([code], Enter(story, "infusion.start", story.Now.AddHours(-1), 1, Nurse(1)).With(field, value).Codes());
    }

    [Fact]
    public void Time_ToCome_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1");

        Assert.Equal(["paper-future"], Enter(story, "infusion.start", story.Now.AddMinutes(2), 1, Nurse(1)).Codes());
    }

    [Fact]
    public void Line_EnteredBefore_IsRefused()
    {
        var story = Story.UpTo("infusion.pause", "1");
        var at = story.Now;
        Enter(story.AfterHours(1), "infusion.reaction", at, 1, Nurse(1)).Take();

        Assert.Equal(["paper-line-entered"], Enter(story, "infusion.reaction", at, 1, Nurse(1)).Codes());
        Assert.Empty(Enter(story, "infusion.reaction", at, 2, Nurse(1)).Codes());
    }

    [Fact]
    public void WhatTheRulesAreAgainst_IsEnteredAsWritten_AndHoldsTheChain()
    {
        var story = Story.UpTo("infusion.start", "1");
        var late = story.Now.AddHours(2);
        story.AfterHours(3);

        var codes = Enter(story, "infusion.start", late, 1, Nurse(1)).With("paper_as_written", "").Codes();
        Assert.Contains("start-window", codes);
        Assert.Equal("paper-as-written", codes[^1]);

        Enter(story, "infusion.start", late, 1, Nurse(1)).With("paper_as_written", "true").Take();
        Assert.Equal(BagState.Infusing, story.Bag(1).State);
        Assert.Equal(Hold.Paper, Assert.Single(story.Chain.Holds).Reason);
        Assert.Contains("start-window", story.History[^1].Act.Paper!.Against);
    }

    [Fact]
    public void AfterADay_IsEntered_AndHeld()
    {
        var story = Story.UpTo("infusion.end", "1");
        var at = story.Now;
        story.AfterHours(25);

        Enter(story, "infusion.end", at, 1, Nurse(1)).With("paper_as_written", "true").Take();

        Assert.Equal(["paper-late"], story.History[^1].Act.Paper!.Against);
    }

    [Fact]
    public void EarlierThanWhatStandsThere_IsEntered_AndHeld()
    {
        var story = Story.UpTo("infusion.end", "1");
        var at = story.Now;
        story.AfterMinutes(5).Do("infusion.pause", "1").AfterHours(1);

        Assert.Contains("paper-order", Enter(story, "infusion.reaction", at, 1, Nurse(1)).With("paper_as_written", "").Codes());
    }

    [Theory]
    [InlineData("infusion.start")]
    [InlineData("infusion.end")]
    public void EarlierThanTheThawOrTheInfusion_IsRefused(string stepId)
    {
        var story = Story.UpTo(stepId, "1");

        Assert.Contains("paper-too-early", Enter(story, stepId, story.Now.AddHours(-1), 1, Nurse(1)).Codes());
    }

    [Fact]
    public void WhileTheSystemWorked_IsEnteredAsWritten_AndHeld()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;

        Assert.Contains("paper-system-up", Enter(story.AfterMinutes(14), "infusion.start", at, 1, Nurse(1)).Codes());
        story.AfterMinutes(1);
        Assert.Empty(Enter(story, "infusion.start", at, 1, Nurse(1)).Codes());
        Assert.Contains("paper-system-up", Enter(story, "infusion.start", at, 1, Nurse(1)).But(facts => facts with { Named = Crew.All, WasUp = true }).Codes());
    }

    [Fact]
    public void PictureOfAnotherSheet_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        Enter(story.AfterHours(1), "infusion.start", at, 1, Nurse(1)).Take();

        Assert.Equal(["paper-other-picture"], Enter(story, "infusion.end", at.AddMinutes(10), 2, Nurse(1)).With("paper_sheet", "D-18").Codes());
        Assert.Empty(Enter(story, "infusion.end", at.AddMinutes(10), 1, Nurse(1)).With("paper_sheet", "D-18").With("paper_picture", new string('d', 64)).Codes());
    }

    [Theory]
    [InlineData("inspected")]
    [InlineData("paper_signed")]
    public void WhatTheSheetDoesNotConfirm_IsEnteredAsWritten_AndHeld(string field)
    {
        var story = Story.UpTo("bedside.first", "1");
        var at = story.Now;

        Enter(story.AfterHours(1), "bedside.first", at, 1, Nurse(1)).With(field, "").With("paper_as_written", "true").Take();

        Assert.Equal(["paper-not-confirmed"], story.History[^1].Act.Paper!.Against);
        Assert.Single(story.Chain.Holds);
    }

    [Fact]
    public void WhatCannotBeUndone_WaitsForQuality()
    {
        var story = Story.UpTo("bedside.first", "1");
        var at = story.Now;
        var step = StepCatalogue.Get("bag.discard");

        var attempt = Enter(story.AfterHours(1), "bag.discard", at, 1, HandsFor(story, step.Id, "1"));

        Assert.Contains("paper-final", attempt.Codes());
    }

    [Fact]
    public void NoThawStartsOnPaper()
    {
        var story = Story.UpTo("thaw.start", "1");

        Assert.Contains("not-on-paper", Enter(story, "thaw.start", story.Now, 1, Nurse(1), Nurse(2)).Codes());
    }

    [Fact]
    public void WrongState_IsRefused()
    {
        var story = Story.UpTo("infusion.start", "1");

        Assert.Contains("wrong-state", Enter(story, "infusion.end", story.Now, 1, Nurse(1)).Codes());
    }

    [Fact]
    public void Hold_DoesNotKeepTheTruthOut()
    {
        var story = Story.UpTo("infusion.start", "1");
        var at = story.Now;
        story.Do("hold.place").AfterHours(1);

        Assert.Contains("held", Enter(story, "infusion.start", at, 1, Nurse(1)).With("paper_as_written", "").Codes());
        Enter(story, "infusion.start", at, 1, Nurse(1)).With("paper_as_written", "true").Take();
        Assert.Equal(BagState.Infusing, story.Bag(1).State);
    }

    /// <summary>Whatever a crew does with its hands can be entered at its place of the main path, and no rule has anything against it.</summary>
    [Theory]
    [MemberData(nameof(OnTheMainPath))]
    public void StepOfTheMainPath_FromPaper_LeavesWhatItLeavesInTheSystem(string stepId, string on)
    {
        var story = Story.UpTo(stepId, on);
        var (at, whole) = (story.Now, Story.UpTo(stepId, on).Do(stepId, on).Chain);

        Enter(story.AfterHours(1), (stepId, on), at, 1, HandsFor(story, stepId, on)).Take();

        Assert.Equal(whole.Product, story.Chain.Product);
        Assert.Equal(whole.Bags.Select(bag => bag.State), story.Chain.Bags.Select(bag => bag.State));
        Assert.Equal(whole.Collections.Select(item => item.State), story.Chain.Collections.Select(item => item.State));
        Assert.Empty(story.History[^1].Act.Paper!.Against);
    }

    public static TheoryData<string, string> OnTheMainPath()
    {
        TheoryData<string, string> rows = [];
        foreach (var leg in Leg.Main.Where(leg => BackEntry.Of(StepCatalogue.Get(leg.StepId)) is not null && !BeforeTheThaw.Contains(leg.StepId)))
        {
            rows.Add(leg.StepId, leg.On);
        }

        return rows;
    }

    [Fact]
    public void Offers_OnlyWhatCouldHaveBeenDone()
    {
        var story = Story.UpTo("infusion.start", "1");
        var facts = story.Try("infusion.start", "1").Bare;

        var offered = BackEntry.All.Where(step => BackEntry.Due(step, facts).Contains(facts.Target)).Select(step => step.Id).ToList();

        Assert.Contains("infusion.start", offered);
        Assert.DoesNotContain(offered, id => id is "infusion.end" or "bag.freeze" or "infusion.volume" or "thaw.start" or "bedside.first");
    }

    [Fact]
    public void WhatIsDecidedOrPrinted_WaitsForTheSystem() => Assert.All(
        ["batch.release", "tolerance.decide", "readiness.sign", "record.correct", "hold.release", "safety.confirm", "batch.fail", "bag.restore", "bag.retain", "band.bind", "collection.start", "split.detach", "check.withdraw"],
        id => Assert.Null(BackEntry.Of(StepCatalogue.Get(id))));
}
