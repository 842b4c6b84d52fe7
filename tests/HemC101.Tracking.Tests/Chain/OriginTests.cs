using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Chain;

/// <summary>X-27, backward: from a bag to everything and everybody behind it.</summary>
public sealed class OriginTests
{
    private static readonly IReadOnlyList<Happened> Whole = Story.ToTheEnd().History;

    private static readonly ChainState Chain = ChainState.Fold(Whole)!;

    [Fact]
    public void Origin_HoldsEveryThingOfBagBatchAndCollection_AndNoneOfTheOtherBag()
    {
        var (mine, other) = (Chain.BagsOf(1).Single(), Chain.BagsOf(2).Single());

        var origin = Origin.Of(Whole, mine.Id)!;

        Assert.Equal((mine.Batch, Chain.CurrentCollection!.Donation), (origin.Batch, origin.Donation));
        Assert.Equal(
            Whole.SelectMany(ThingUse.Of).Where(use => use.For != $"{other.Id}").Select(use => (use.Thing, use.For)),
            origin.Uses.Select(use => (use.Thing, use.For)));
        Assert.True(Chain.CurrentBatch!.Lots.IsSubsetOf(origin.Uses.Select(use => use.Thing)));
        Assert.Contains(origin.Uses, use => use.Thing.Kind == HouseKind.Location);
    }

    [Fact]
    public void Origin_HoldsEverybodyWithAHandInIt()
    {
        var bag = Chain.BagsOf(1).Single();

        var hands = Origin.Of(Whole, bag.Id)!.Hands.ToDictionary(hand => hand.By, hand => hand.Steps);

        Assert.All(Chain.CurrentBatch!.Hands, hand => Assert.True(hands.ContainsKey(hand)));
        var end = Whole.Single(happened => happened.What is InfusionEnded ended && ended.Bag == bag.Id).Act;
        Assert.All(end.Signatures, signature => Assert.Contains("infusion.end", hands[signature.By]));
        Assert.All(hands.Values, steps => Assert.Equal(steps.Count, steps.Distinct().Count()));
    }

    [Fact]
    public void Origin_OfAnUnknownBag_IsNull() => Assert.Null(Origin.Of(Whole, DoseBagId.Parse("A999926000999YA0011A0")));
}
