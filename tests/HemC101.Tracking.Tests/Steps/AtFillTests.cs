using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Bags that are filled, labelled, detached and frozen before the release (SplitTiming.AtFill).</summary>
public sealed class AtFillTests
{
    private static readonly string[] ReleaseSteps = ["batch.release-conditionally", "batch.release"];

    [Fact]
    public void Path_WithBagsFilledBeforeTheRelease_CompletesTheTherapy()
    {
        var states = new List<ProductState>();
        var story = Story.Enrolled().With(new() { SplitTiming = SplitTiming.AtFill });
        foreach (var leg in Leg.AtFill)
        {
            states.Add(story.After(leg.Wait).Do(leg.StepId, leg.On).Chain.Product);
        }

        Assert.Equal(
            [ProductState.Formulated, ProductState.Split, ProductState.AwaitingRelease, ProductState.Released, ProductState.Completed],
            states.Distinct().SkipWhile(state => state != ProductState.Formulated));
        Assert.All(story.Chain.Bags, bag => Assert.Equal(BagState.Infused, bag.State));
    }

    [Fact]
    public void Release_ConfirmsEachBag()
    {
        var story = Story.AtFillUpTo("batch.release-conditionally");
        Assert.Equal(
            ["record_reviewed", "no_deviation", "custody_complete", "integrity_day1", "integrity_day2", "surplus"],
            StepCatalogue.Get("batch.release-conditionally").RecordFor(story.Try("batch.release-conditionally").Bare).Select(field => field.Name));

        story.Do("batch.release-conditionally");

        Assert.True(story.Chain.CurrentBatch!.BagsConfirmed);
        Assert.Equal([nameof(BatchReleasedConditionally), nameof(BagsConfirmed)], story.History.TakeLast(2).Select(happened => happened.What.GetType().Name));
        Assert.Equal(["confirmed"], story.Try("bags.confirm").Codes());
        Assert.Empty(story.Correcting("SurplusMl", "4").Codes());
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Release_WithABadCurveOrTooMuchVolume_IsRefused(string stepId)
    {
        var story = Story.AtFillUpTo("batch.release-conditionally");

        Assert.Equal(["mass-balance"], Tested(story.Try(stepId)).With("surplus", "100").Codes());
        Assert.Equal(["curve"], Tested(story.Try(stepId)).But(facts => Complete(facts with
        {
            Chain = facts.Chain with { Bags = [.. facts.Chain.Bags.Select(bag => bag with { CurveAccepted = bag.Day == 1 })] },
        })).Codes());
    }

    public static TheoryData<string> Releases => [.. ReleaseSteps];

    [Fact]
    public void Review_WaitsForFrozenBags()
    {
        Assert.Equal(["not-filled-yet"], Story.AtFillUpTo("split.plan").Try("batch.review").Codes());
        Assert.Equal(["not-filled-yet"], Story.AtFillUpTo("bag.freeze", "2").Try("batch.review").Codes());
        Assert.Empty(Story.AtFillUpTo("bag.store", "1").Try("batch.review").Codes());
    }

    [Fact]
    public void WorkList_AfterTheFormulation_ShowsTheFillAndNotTheReview()
    {
        var story = Story.AtFillUpTo("split.plan");

        Assert.NotEmpty(Targets.Due(StepCatalogue.Get("split.plan"), story.Try("split.plan").Bare));
        Assert.Empty(Targets.Due(StepCatalogue.Get("batch.review"), story.Try("batch.review").Bare));
        Assert.Empty(Story.UpTo("batch.review").Chain is var after ? Targets.Due(StepCatalogue.Get("split.plan"), new Facts { Chain = after, Settings = new() { SplitTiming = SplitTiming.AtFill }, Now = story.Now }) : []);
    }

    /// <summary>The cells would die in the bulk; what leads nearer to a vein waits all the same.</summary>
    [Fact]
    public void Hold_LetsTheBagsBeFilled_AndNotBeReleased()
    {
        var story = Story.AtFillUpTo("split.plan").Do("hold.place");
        foreach (var step in new[] { "split.plan", "split.fill-day1", "split.fill-day2", "split.detach" })
        {
            story.AfterMinutes(1).Do(step);
        }

        Assert.Equal(["held"], Story.AtFillUpTo("batch.release-conditionally").Do("hold.place").Try("batch.release-conditionally").Codes());
        Assert.Equal(["held"], Story.UpTo("split.plan").Do("hold.place").Try("split.plan").Codes());
    }

    [Fact]
    public void HoldThatStopsManufacture_StopsTheFillToo() =>
        Assert.Equal(["manufacture-stopped"], Story.AtFillUpTo("split.plan").Try("hold.place").With("stop_manufacture", "true").Take().Try("split.plan").Codes());

    [Fact]
    public void Bag_BeforeTheRelease_IsNotReservedAndNobodyIsLymphodepleted()
    {
        var story = Story.AtFillUpTo("batch.release-conditionally");

        Assert.Contains("not-confirmed", story.Try("bag.reserve", "1").Codes());
        Assert.Contains("not-released", story.Try("lymphodepletion.start").Codes());
        Assert.False(story.Chain.HasDoses);
        Assert.True(story.Do("batch.release-conditionally").Chain.HasDoses);
    }

    [Fact]
    public void Correction_OfWhatWasReviewed_LeadsBackToTheFilledBags()
    {
        var story = Story.AtFillUpTo("batch.release-conditionally");

        story.Correcting("VolumeMl", "13.9").Take();

        Assert.Equal((ProductState.Split, BatchState.Formulated), (story.Chain.Product, story.Chain.CurrentBatch!.State));
        Assert.Empty(story.Try("batch.review").Codes());
    }

    [Theory]
    [InlineData("batch.reject", ProductState.Rejected)]
    [InlineData("batch.fail", ProductState.ManufacturingFailed)]
    public void FilledBatch_ThatFails_GoesNoFurther_AndItsBagsAreDiscarded(string exit, ProductState expected)
    {
        var story = Story.AtFillUpTo("batch.review").Do(exit);

        Assert.Equal(expected, story.Chain.Product);
        Assert.NotEmpty(story.Try("batch.review").Codes());
        Assert.Equal(BagState.Discarded, story.Do("bag.discard", "1").Bag(1).State);
    }

    /// <summary>An open batch keeps the way it was opened for.</summary>
    [Fact]
    public void Setting_ChangedWhileABatchIsOpen_LeavesItAlone()
    {
        var story = Story.AtFillUpTo("split.plan").With(new() { Version = "later" });

        Assert.Empty(story.Try("split.plan").Codes());
        Assert.Equal(["bulk-not-released"], Story.UpTo("batch.review").With(new() { SplitTiming = SplitTiming.AtFill }).Try("split.plan").Codes());
    }

    private static Attempt Tested(Attempt attempt) => attempt.But(Complete);

    private static Facts Complete(Facts facts) => facts with
    {
        Chain = facts.Chain with
        {
            Batches =
            [
                .. facts.Chain.Batches.Select(batch => batch with
                {
                    Results = batch.Results.SetItems(batch.Specification.Tests.Where(test => test.Stage == 2)
                        .Select(test => KeyValuePair.Create(test.Code, new Tracking.Chain.QcResult(test.Code, 1, QcVerdict.Pass, facts.Now)))),
                }),
            ],
        },
    };
}
