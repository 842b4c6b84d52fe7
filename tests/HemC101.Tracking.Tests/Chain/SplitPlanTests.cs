using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Tests.Chain;

public sealed class SplitPlanTests
{
    private static readonly BulkCounts Counts = new(10, 100, 100, 35, 40);

    [Fact]
    public void Compute_TheWorkedExample_GivesSixAndFourteenMillilitres()
    {
        var plan = SplitPlan.Compute(Counts, 70, new());

        Assert.Equal(3.5m, Counts.CarPosE6PerMl);
        Assert.Equal((70m, 21m, 49m), (plan.TotalE6, plan.Day1E6, plan.Day2E6));
        Assert.Equal((6.0m, 14.0m), (plan.VolumeOf(1), plan.VolumeOf(2)));
        Assert.True(plan.Fits);
    }

    [Fact]
    public void Compute_ForAHeavyParticipant_StopsAtTheCap() =>
        Assert.Equal(150m, SplitPlan.Compute(Counts, 200, new()).TotalE6);

    [Fact]
    public void Compute_FromTooLittleBulk_DoesNotFit()
    {
        Assert.True(SplitPlan.Compute(Counts with { VolumeMl = 20.0m }, 70, new()).Fits);
        Assert.False(SplitPlan.Compute(Counts with { VolumeMl = 19.9m }, 70, new()).Fits);
        Assert.False(SplitPlan.Compute(Counts with { NucleatedE6PerMl = 100000 }, 70, new()).Fits);
    }

    [Fact]
    public void Compute_FromEveryParentPopulation_MultipliesThemAll() =>
        Assert.Equal(100m * 0.9m * 0.8m * 0.5m, new BulkCounts(100, 90, 80, 50, 10).CarPosE6PerMl);

    [Fact]
    public void Compute_WithoutACarPositiveCell_Throws() =>
        Assert.Throws<ArgumentException>(() => SplitPlan.Compute(Counts with { CarPercent = 0 }, 70, new()));

    [Theory]
    [InlineData(12, UnderdoseOption.FullDay1, 6.0, 6.0)]
    [InlineData(12, UnderdoseOption.Proportional, 3.6, 8.4)]
    [InlineData(19.9, UnderdoseOption.FullDay1, 6.0, 13.9)]
    [InlineData(6.1, UnderdoseOption.FullDay1, 6.0, 0.1)]
    [InlineData(5, UnderdoseOption.Proportional, 1.5, 3.5)]
    public void Reduce_OfTooLittle_DividesWhatThereIs_AndNoMore(double bulk, UnderdoseOption option, double day1, double day2)
    {
        var plan = SplitPlan.Reduce(Counts with { VolumeMl = (decimal)bulk }, 70, new(), option)!;

        Assert.Equal(((decimal)day1, (decimal)day2), (plan.Day1Ml, plan.Day2Ml));
        Assert.Equal((plan.Day1Ml * 3.5m, plan.Day2Ml * 3.5m), (plan.Day1E6, plan.Day2E6));
        Assert.True(plan.Fits && plan.TotalE6 < 70);
    }

    [Theory]
    [InlineData(6.0, UnderdoseOption.FullDay1)]
    [InlineData(5, UnderdoseOption.FullDay1)]
    [InlineData(0.2, UnderdoseOption.Proportional)]
    public void Reduce_ThatLeavesADoseEmpty_IsNoWay(double bulk, UnderdoseOption option) =>
        Assert.Null(SplitPlan.Reduce(Counts with { VolumeMl = (decimal)bulk }, 70, new(), option));

    /// <summary>So concentrated that a dose cannot be measured out: dividing all of it would give many times the dose.</summary>
    [Theory]
    [InlineData(UnderdoseOption.FullDay1)]
    [InlineData(UnderdoseOption.Proportional)]
    public void Reduce_OfEnough_IsNoWay(UnderdoseOption option)
    {
        Assert.Null(SplitPlan.Reduce(Counts, 70, new(), option));
        Assert.Null(SplitPlan.Reduce(Counts with { NucleatedE6PerMl = 100000 }, 70, new(), option));
    }
}
