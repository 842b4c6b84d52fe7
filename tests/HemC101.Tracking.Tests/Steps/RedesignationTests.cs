using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-15: the Day 1 dose is lost before it was infused, and the Day 2 bag is made the first dose.</summary>
public sealed class RedesignationTests
{
    private static readonly string[] Dose =
    [
        "bag.reserve", "bag.issue", "bag.depart", "bag.receive", "bag.clear", "thaw.start", "thaw.end", "bedside.first", "bedside.second", "infusion.start", "infusion.end",
    ];

    [Fact]
    public void Bag_MadeTheFirstDose_KeepsItsIdentifier_AndIsTheDayOneDose()
    {
        var story = Redesignated();

        var bag = story.Bag(1);
        Assert.Equal(("B0", 1, true), (bag.Id.Product.Division, bag.Day, bag.IsRedesignated));
        Assert.Empty(story.Chain.BagsOf(2));
        Assert.Equal([bag.Id], story.Chain.DoseOf(1).Select(dose => dose.Id));
        Assert.Contains(story.History, happened => happened.What is LabelPrinted { Kind: LabelKind.DoseBagRedesignated } printed && printed.Of == bag.Id.ToString());
    }

    [Theory]
    [InlineData("bag.damage")]
    [InlineData("bag.recall")]
    [InlineData("bag.discard")]
    public void DayOneBag_EndedWithoutInfusion_OpensIt(string ending) =>
        Assert.Empty(Stored().Do(ending, "1").Try("bag.redesignate", "2").Codes());

    [Fact]
    public void DayOneBag_ExpiredWhileTheOtherIsInDate_OpensIt()
    {
        var story = Stored();
        story.Happen(new BagExpired(story.Bag(1).Id), Crew.Of(Role.Cryostore), "bag.expire");

        Assert.Empty(story.Try("bag.redesignate", "2").Codes());
    }

    [Theory]
    [InlineData("readiness.sign", "day1-left")]
    [InlineData("bag.clear", "day1-left")]
    [InlineData("infusion.start", "day1-left")]
    [InlineData("infusion.end", "day1-infused")]
    [InlineData("tolerance.decide", "day1-infused")]
    public void DayOneBag_ThatRanOrCanRun_ClosesIt(string before, string reason) =>
        Assert.Equal([reason], Story.UpTo(before, before == "tolerance.decide" ? null : "1").Try("bag.redesignate", "2").Codes());

    [Fact]
    public void DayOneBag_WithheldOnly_ClosesIt_SinceItMayComeBack() =>
        Assert.Equal(["day1-left"], Stored().Do("bag.withhold", "1").Try("bag.redesignate", "2").Codes());

    [Fact]
    public void DayOneBag_StoppedAfterOneDrop_ClosesItForGood()
    {
        var story = Story.UpTo("infusion.end", "1").Try("infusion.stop", "1").With("volume", "0").Take();

        Assert.Equal(["day1-infused"], story.Try("bag.redesignate", "2").Codes());
    }

    [Fact]
    public void DayTwoBag_NotInItsStorage_IsNotMadeTheFirstDose()
    {
        var story = Stored().Do("bag.damage", "1").Do("bag.withhold", "2");

        Assert.Equal(["not-stored-day2"], story.Try("bag.redesignate", "2").Codes());
    }

    [Fact]
    public void InvestigatorOrQpAlone_DoNotMakeIt()
    {
        var story = Stored().Do("bag.damage", "1");

        Assert.Equal(["signature-missing"], story.Try("bag.redesignate", "2").By(Crew.Of(Role.Investigator)).Codes());
        Assert.Equal(["role-missing"], story.Try("bag.redesignate", "2").By(Crew.Of(Role.Investigator), Crew.Of(Role.Investigator, 2)).Codes());
        Assert.Equal(["record-missing"], story.Try("bag.redesignate", "2").With("accounted", "").Codes());
    }

    [Fact]
    public void Readiness_SignedForTheLostDose_IsVoid()
    {
        var story = Story.UpTo("bag.reserve", "1").Do("bag.damage", "1").Do("bag.redesignate", "2").Do("bag.relabel", "1");

        Assert.True(story.Chain.Readiness[1].Revoked);
        Assert.Contains("not-ready", story.Try("bag.reserve", "1").Codes());
    }

    [Fact]
    public void UntilTheNewLabelIsOn_TheBagIsNotReserved_AndTheNewLabelAloneIsNotEnough()
    {
        var story = Redesignated().Do("readiness.sign", "1");

        Assert.Equal(["label-of-other-day"], story.Try("bag.reserve", "1").Codes());
        Assert.Equal(["scan-missing"], story.Try("bag.relabel", "1").Without("old").Codes());
        Assert.Equal(["scan-missing"], story.Try("bag.relabel", "1").Without("label").Codes());
        Assert.Empty(story.Do("bag.relabel", "1").Try("bag.reserve", "1").Codes());
        Assert.Equal(["no-label-awaited"], story.Try("bag.relabel", "1").Codes().Take(1));
    }

    [Fact]
    public void OldLabel_AfterTheNewOneIsOn_IsAFullStop()
    {
        var story = Redesignated();
        var old = Symbols.Bag(story.Chain, story.Bag(1).Id) with { Serial = story.Chain.LivePrimaryPrint(story.Bag(1).Id.ToString())!.Serial };

        story.Do("bag.relabel", "1");

        Assert.Equal(Verdict.VoidPrint, story.Do("readiness.sign", "1").Do("bag.reserve", "1").Try("bag.issue", "1").Scan(old).Kind);
    }

    [Fact]
    public void NewLabel_SpoiltBeforeItIsOn_IsPrintedAgain_AndOnlyItsOwnStepPutsItOn()
    {
        var story = Redesignated();
        var spoilt = story.Chain.Prints.Values.Single(print => print.Kind == LabelKind.DoseBagRedesignated).Serial;

        story.TryOn(StepCatalogue.Get("label.reprint"), spoilt.ToString()).Take();

        var again = story.Chain.Prints.Values.Single(print => print is { Kind: LabelKind.DoseBagRedesignated, State: PrintState.Printed }).Serial;
        Assert.Equal(["print-frozen"], story.TryOn(StepCatalogue.Get("label.apply"), again.ToString()).Codes());
        Assert.Equal(PrintState.Applied, story.Do("bag.relabel", "1").Chain.Prints[again].State);
    }

    [Fact]
    public void RedesignatedBag_Infused_IsTheWholeFirstDose_AndEndsTheTherapy()
    {
        var lost = Stored().Bag(1).Id;
        var story = Dose.Aggregate(Redesignated().Do("bag.relabel", "1").Do("readiness.sign", "1"), (told, step) => told.AfterMinutes(2).Do(step, "1"));

        Assert.Equal(1m, story.Chain.DeliveredFraction(1));
        Assert.Equal(ProductState.Split, story.Chain.Product);
        Assert.Equal(ProductState.Completed, story.TryOn(StepCatalogue.Get("bag.discard"), lost.ToString()).Take().Chain.Product);
        Assert.True(story.Chain.IsDoseDone(1));
    }

    [Fact]
    public void WrongDay_ScannedWhereTheOtherIsWanted_IsNamedByWhatItIsNow()
    {
        var story = Redesignated();
        var lost = story.Chain.BagsOf(1).First();

        var verdict = story.TryOn(StepCatalogue.Get("bag.relabel"), story.Bag(1).Id.ToString()).Scan(Symbols.Bag(story.Chain, lost.Id));

        Assert.Equal(Verdict.WrongDay, verdict.Kind);
        Assert.Contains("Day 1", verdict.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Correction_MadeAfterwards_FoldsToTheSameDesignation()
    {
        var story = Redesignated();

        story.Correcting("TankC", "-179").Take();

        Assert.Equal((1, true), (story.Bag(1).Day, story.Bag(1).IsRedesignated));
    }

    internal static Story Redesignated() => Stored().Do("bag.damage", "1").Do("bag.redesignate", "2");

    private static Story Stored() => Story.UpTo("readiness.sign", "1");
}
