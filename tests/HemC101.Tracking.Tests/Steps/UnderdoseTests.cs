using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>X-05: too little product for both doses.</summary>
public sealed class UnderdoseTests
{
    [Theory]
    [InlineData("FullDay1", 6.0, 6.0)]
    [InlineData("Proportional", 3.6, 8.4)]
    public void Choice_OfInvestigatorAndQp_IsThePlanThatIsFilled(string way, double day1, double day2)
    {
        var story = Reported().Try("split.choose-underdose").With("division", way).Take();

        Assert.Equal(((decimal)day1, (decimal)day2), (story.Chain.CurrentBatch!.Plan!.Day1Ml, story.Chain.CurrentBatch.Plan.Day2Ml));
        story.Try("split.fill-day1").With("filled_volume", $"{day1}").Take().Try("split.fill-day2").With("filled_volume", $"{day2}").Take();
        Assert.Equal([(decimal)day1 * 3.5m, (decimal)day2 * 3.5m], story.Chain.Bags.Select(bag => bag.CarPosE6));
    }

    [Fact]
    public void WhatIsNotOffered_CannotBeChosen()
    {
        var story = Short(5, least: 0);

        Assert.Equal(["record-missing"], story.Try("split.choose-underdose").With("division", "FullDay1").Codes());
        Assert.Empty(story.Try("split.choose-underdose").With("division", "Proportional").Codes());
    }

    [Fact]
    public void Ways_AreOfferedWithTheDosesThatTheyGive()
    {
        var step = StepCatalogue.Get("split.choose-underdose");
        var ways = Assert.IsType<ChoiceField>(step.RecordFor(Reported().Try(step, "").Facts)[^1]);

        Assert.Equal("Full Day 1, the rest for Day 2: Day 1 – 21×10⁶, Day 2 – 21×10⁶, 0.6×10⁶/kg in all", ways.Choices[0].Name.En);
        Assert.Equal("Обе дозы меньше в той же пропорции: День 1 – 12,6×10⁶, День 2 – 29,4×10⁶, всего 0,6×10⁶/кг", ways.Choices[1].Name.Ru);
    }

    [Fact]
    public void LaboratoryAlone_ChoosesNothing()
    {
        var story = Reported();

        Assert.Equal(["role-missing"], story.Try("split.choose-underdose").By(Crew.Of(Role.LabOperator), Crew.Of(Role.LabOperator, 2)).Codes().Distinct());
        Assert.Equal(["signature-missing"], story.Try("split.choose-underdose").By(Crew.Of(Role.Investigator)).Codes());
        Assert.Null(story.Chain.CurrentBatch!.Plan);
    }

    [Fact]
    public void EnoughProduct_IsNoUnderdose() =>
        Assert.Equal(["enough"], Story.UpTo("split.plan").Try("split.report-underdose").With("bulk_volume", "20").Codes());

    [Fact]
    public void Report_AfterThePlan_AndChoiceWithoutAReport_AreRefused()
    {
        Assert.Equal(["planned-already"], Story.UpTo("split.fill-day1").Try("split.report-underdose").Codes());
        Assert.Equal(["no-underdose"], Story.UpTo("split.plan").Try("split.choose-underdose").Codes());
        Assert.Equal(["no-underdose"], Reported().Do("split.choose-underdose").Try("split.fill-day1").With("filled_volume", "6.0").Take().Try("split.choose-underdose").Codes());
    }

    [Fact]
    public void SecondThought_BeforeABagIsFilled_ReplacesPlanAndLabel()
    {
        var story = Reported().Do("split.choose-underdose").Try("split.choose-underdose").With("division", "Proportional").Take();

        Assert.Equal(3.6m, story.Chain.CurrentBatch!.Plan!.Day1Ml);
        Assert.Single(story.Chain.Prints.Values, print => print is { Kind: LabelKind.DoseBagDay1, State: PrintState.Printed });
        Assert.Equal(2, story.History.Count(happened => happened.What is SplitPlanned));
    }

    [Fact]
    public void LaterCount_ThatFindsEnough_ClosesTheChoice()
    {
        var story = Reported().Do("split.plan");

        Assert.Null(story.Chain.CurrentBatch!.Underdose);
        Assert.Equal(["no-underdose"], story.Try("split.choose-underdose").Codes());
    }

    [Fact]
    public void SingleDose_IsOneBag_AndTheCourseEndsWithIt()
    {
        var story = Reported().Try("split.choose-underdose").With("division", "SingleDose").Take();

        Assert.True(story.Chain.CurrentBatch!.IsSingleDose);
        Assert.Equal((12m, 42m, 0m), (story.Chain.CurrentBatch.Plan!.Day1Ml, story.Chain.CurrentBatch.Plan.TotalE6, story.Chain.CurrentBatch.Plan.Day2Ml));
        story.Try("split.fill-day1").With("filled_volume", "12").Take();
        Assert.DoesNotContain(story.Chain.Prints.Values, print => print.Kind == LabelKind.DoseBagDay2);
        Assert.Contains("day2-not-next", RuleBook.Obstacles(StepCatalogue.Get("split.fill-day2"), story.Try("split.fill-day2").Bare).Select(refusal => refusal.Code));
        story.Do("split.detach").Do("bag.freeze", "1").Do("bag.store", "1").Try("bags.confirm").With("surplus", "0").Take().Do("lymphodepletion.start").Do("lymphodepletion.complete");
        story.After(TimeSpan.FromDays(3)).Do("readiness.sign", "1");
        foreach (var step in new[] { "bag.reserve", "bag.issue", "bag.depart", "bag.receive", "bag.clear", "thaw.start", "thaw.end", "bedside.first", "bedside.second", "infusion.start", "infusion.end" })
        {
            story.AfterMinutes(1).Do(step, "1");
        }

        Assert.Equal(ProductState.Completed, story.Chain.Product);
        Assert.Contains("no-such-dose", story.Try("tolerance.decide").Codes());
        Assert.Contains("no-such-dose", story.Try("readiness.sign", "2").Codes());
        Assert.Equal((1, 1), (Accountability.Of([story.Chain]).Count(null, null), Accountability.Of([story.Chain]).Count(1, Accounted.Infused)));
        Assert.Equal(0, Accountability.Of([story.Chain]).Count(2, null));
        Assert.Empty(story.After(TimeSpan.FromDays(28)).Try("followup.hand-over").Codes());
    }

    [Theory]
    [InlineData(10.0, true)]
    [InlineData(9.9, false)]
    public void LeastDose_IsTheLimit_ToTheTenthOfAMillilitre(double millilitres, bool possible)
    {
        var story = Short((decimal)millilitres, least: 0.5m);

        Assert.Equal(possible ? [] : ["dose-below-least"], story.Try("split.choose-underdose").Codes());
    }

    /// <summary>34.65 ×10⁶ for 69.5 kg are 0.4986 ×10⁶/kg: rounded, the least dose itself.</summary>
    [Fact]
    public void BelowTheLeastDose_IsCut_AndNeverReadsAsTheLeast()
    {
        var story = SupplyTests.Supplied();
        story.With(story.Settings with { LeastDoseE6PerKg = 0.499m }).Try("split.report-underdose").With("bulk_volume", "9.9").With("weight", "69.5").Take();

        Assert.Equal(0.498m, story.Chain.CurrentBatch!.DoseBelowLeast);
        var ways = Assert.IsType<ChoiceField>(StepCatalogue.Get("split.choose-underdose").RecordFor(story.Try("split.choose-underdose").Facts)[^1]);
        Assert.Contains(ways.Choices, way => way.Name.En.EndsWith("0.498×10⁶/kg", StringComparison.Ordinal));
    }

    [Fact]
    public void BelowTheLeastDose_OnlyWhatWasAcceptedOutOfSpecification_IsDivided()
    {
        var story = SupplyTests.Supplied();
        story.With(story.Settings with { LeastDoseE6PerKg = 0.5m }).Try("split.report-underdose").With("bulk_volume", "5").Take();

        Assert.Empty(story.Try("split.choose-underdose").With("division", "SingleDose").Codes());
    }

    [Fact]
    public void BelowTheLeastDose_AskedForAfterTheRelease_IsSuppliedInFourRecords_AndDivided()
    {
        var story = Short(5, least: 0.5m);
        Assert.Equal(["released-below-least"], story.Try("batch.certify").Codes());
        foreach (var step in SupplyTests.FourRecords)
        {
            Assert.NotEmpty(story.Try("batch.supply").Codes());
            story.AfterMinutes(1).Do(step);
        }

        Assert.Equal(0.25m, story.Chain.CurrentBatch!.Exception!.DoseE6PerKg);
        story.Do("batch.supply").Try("split.choose-underdose").With("division", "SingleDose").Take();

        Assert.Equal((BatchState.SuppliedOutOfSpecification, ProductState.SuppliedOutOfSpecification, false), (story.Chain.CurrentBatch!.State, story.Chain.Product, story.Chain.CurrentBatch.IsReleased));
        story.Try("split.fill-day1").With("filled_volume", "5").Take().Do("split.detach");
        Assert.Contains(story.Chain.Prints.Values, print => print.Kind == LabelKind.OutOfSpecification);
        Assert.Equal(ChainState.Fold(story.History)!.Product, story.Chain.Product);
    }

    [Fact]
    public void BelowTheLeastDose_FilledBeforeTheRelease_IsReviewedWithoutBags_AndNeverReleased()
    {
        var story = Story.AtFillUpTo("split.plan");
        story.With(story.Settings with { LeastDoseE6PerKg = 0.5m, ExceptionalSupply = true });
        Assert.Contains("not-filled-yet", story.Try("batch.review").Codes());
        story.Try("split.report-underdose").With("bulk_volume", "5").Take();
        foreach (var test in story.Chain.CurrentBatch!.Specification.Tests.Where(test => test.Stage == 1 && !story.Chain.CurrentBatch.Results.ContainsKey(test.Code)))
        {
            story.Do("qc.result", test.Code);
        }

        story.Do("batch.review");

        Assert.Equal(["released-below-least"], story.Try("batch.release-conditionally").Codes());
        foreach (var step in SupplyTests.FourRecords.Append("batch.supply"))
        {
            story.AfterMinutes(1).Do(step);
        }

        Assert.Empty(story.Try("split.choose-underdose").With("division", "SingleDose").Codes());
    }

    [Fact]
    public void LaterCount_OfADose_EndsTheExceptionThatWasAskedFor()
    {
        var story = Short(5, least: 0.5m).Do("supply.request").Do("supply.evaluate").Do("supply.accept").Do("supply.inform");

        story.Try("split.report-underdose").With("bulk_volume", "12").Take();

        Assert.Contains("not-asked", story.Try("batch.supply").Codes());
        Assert.Equal(["nothing-failed"], story.Try("supply.request").Codes());
        Assert.Empty(story.Try("batch.certify").With("record_reviewed", "true").Codes().Except(["stage2-open"]));
    }

    [Fact]
    public void LessThanWasAccepted_IsAskedForAnew()
    {
        var story = Short(5, least: 0.5m).Do("supply.request").Do("supply.evaluate").Do("supply.accept").Do("supply.inform");

        story.Try("split.report-underdose").With("bulk_volume", "4").Take();

        Assert.Contains("not-asked", story.Try("batch.supply").Codes());
        Assert.Empty(story.Try("supply.request").Codes());
    }

    [Fact]
    public void FailedTest_AfterTheRelease_IsNoExceptionsMatter_WithTooLittleEither()
    {
        var story = Short(5, least: 0.5m).Try("qc.result", "sterility-final").With("result", "0").Take();

        Assert.Equal(["nothing-failed"], story.Try("supply.request").Codes());
    }

    private static Story Short(decimal millilitres, decimal least)
    {
        var story = Story.UpTo("split.plan");
        return story.With(story.Settings with { LeastDoseE6PerKg = least, ExceptionalSupply = true })
            .Try("split.report-underdose").With("bulk_volume", millilitres.ToString(System.Globalization.CultureInfo.InvariantCulture)).Take();
    }

    private static Story Reported() => Story.UpTo("split.plan").Do("split.report-underdose");
}
