using CsCheck;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Complete facts, a random step on a random thing: whatever is taken keeps the promises of the chain.</summary>
public sealed class RandomWalkTests
{
    private static readonly string[] Targets = ["", "1", "2", "UO-01", "gram", "rcl"];

    private static readonly Gen<(int Leg, (int Step, int Target, int Minutes)[] Moves)> Walks = Gen.Select(
        Gen.Int[0, Leg.Main.Count - 1],
        Gen.Select(Gen.Int[0, StepCatalogue.All.Count - 1], Gen.Int[0, Targets.Length - 1], Gen.Int[0, 40]).Array[1, 40]);

    [Fact]
    public void Walk_FromAnywhere_KeepsThePromisesOfTheChain() => Walks.Sample(
        walk =>
        {
            var leg = Leg.Main[walk.Leg];
            var story = Story.UpTo(leg.StepId, leg.On);
            foreach (var (step, target, minutes) in walk.Moves)
            {
                var before = story.Chain;
                var attempt = story.AfterMinutes(minutes).Try(StepCatalogue.All[step], Targets[target]);
                var facts = attempt.Facts;
                if (RuleBook.Decide(attempt.Step, facts) is Decision.Taken taken)
                {
                    story.Happen(attempt.Step, facts, taken);
                    Promises(before, story.Chain);
                }
            }
        },
        iter: 300);

    private static void Promises(ChainState before, ChainState after)
    {
        foreach (var bag in after.Bags)
        {
            var old = before.Find(bag.Id)?.State ?? BagState.Labelled;
            Assert.True(
                old == bag.State || Enum.GetValues<BagTrigger>().Any(trigger => Transitions.Next(old, trigger) == bag.State),
                $"{bag.Id} went from {old} to {bag.State}");
            Assert.True((bag.InfusedMl ?? 0) <= bag.VolumeMl);
            if (bag.State is BagState.Verified or BagState.Infusing or BagState.Paused or BagState.Infused or BagState.PartiallyInfused)
            {
                Assert.Equal(2, bag.Rounds.Distinct().Count());
            }

            if (bag.State == BagState.Infusing && old == BagState.Verified)
            {
                Assert.True(after.Find(bag.Batch)!.IsReleased);
                Assert.DoesNotContain(after.Holds, hold => hold.Of is null || hold.Of == bag.Id.ToString());
                Assert.True(bag.Day == 1 || after.IsDoseDone(1));
            }
        }

        Assert.True(after.Version > before.Version);
        Assert.True(
            before.Product == after.Product
            || Enum.GetValues<ProductTrigger>().Any(trigger => Transitions.Next(before.Product, trigger) is { } next
                && (next == after.Product || Transitions.Next(next, ProductTrigger.Complete) == after.Product)),
            $"Product went from {before.Product} to {after.Product}");
    }
}
