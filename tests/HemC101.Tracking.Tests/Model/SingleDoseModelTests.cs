using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using Xunit.Abstractions;

namespace HemC101.Tracking.Tests.Model;

/// <summary>The states of a product that became one dose in one bag, from its plan on to every end.</summary>
public sealed class SingleDoseModelTests(ITestOutputHelper output)
{
    /// <summary>Whoever thinks better of it before the bag is filled is followed no further: two doses have a model of their own.</summary>
    private static readonly Lazy<Explorer> Made = new(() => new Explorer(new Moves(wide: false, IsSingle)).Run(int.MaxValue, Place.SingleDosePlanned));

    private static bool IsSingle(ChainState chain) => chain.CurrentBatch is not { Plan: not null, IsSingleDose: false };

    [Fact]
    public void EveryReachableState_KeepsEveryPromise_AndHasOneBagAtMost()
    {
        output.WriteLine($"{Made.Value.Places.Count} states, {Made.Value.Ways.Count} ways between them, {Made.Value.Tries} tries");

        Assert.Empty(Made.Value.Broken);
        Assert.All(Made.Value.Places.Where(place => place.Chain.CurrentBatch!.IsSingleDose), place => Assert.InRange(place.Chain.Bags.Count, 0, 1));
        Assert.Contains(Made.Value.Places, place => place.Chain.Product == ProductState.Completed && place.Chain.Bags is [{ State: BagState.Infused }]);
        Assert.Contains(Made.Value.Places, place => place.Chain.FollowUp is not null);
        Assert.DoesNotContain(Made.Value.Places, place => place.Chain.ToleranceDecision is not null);
    }

    [Fact]
    public void EveryState_HasAWayToAnEnd()
    {
        var found = Made.Value;
        var before = found.Ways.ToLookup(way => way.To, way => way.From);
        var reaching = Enumerable.Range(0, found.Places.Count)
            .Where(at => !IsSingle(found.Places[at].Chain) || Abstraction.IsOver(found.Places[at].Chain) && found.Places[at].Chain.Bags.All(bag => bag.IsTerminal)).ToHashSet();
        var next = new Queue<int>(reaching);
        while (next.TryDequeue(out var at))
        {
            foreach (var from in before[at].Where(reaching.Add))
            {
                next.Enqueue(from);
            }
        }

        Assert.NotEmpty(reaching);
        Assert.Empty(Enumerable.Range(0, found.Places.Count).Where(at => !reaching.Contains(at)).Select(at => found.Places[at].Way));
    }
}
