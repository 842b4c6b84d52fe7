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
}
