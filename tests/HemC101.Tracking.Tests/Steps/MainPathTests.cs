using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Tests.Steps;

public sealed class MainPathTests
{
    [Fact]
    public void Path_FromWristbandToDay2Infusion_CompletesTheTherapy()
    {
        var chain = Story.ToTheEnd().Chain;

        Assert.Equal(ProductState.Completed, chain.Product);
        Assert.Equal(BatchState.Released, chain.CurrentBatch!.State);
        Assert.All(chain.Bags, bag => Assert.Equal(BagState.Infused, bag.State));
        Assert.Equal([6.0m, 14.0m], chain.Bags.Select(bag => bag.InfusedMl!.Value));
        Assert.Equal(0, chain.NearMisses);
    }
}
