using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Study;
using Xunit.Abstractions;

namespace HemC101.Tracking.Tests.Model;

/// <summary>
/// The states of a batch that is filled before its release, from the formulation until somebody is lymphodepleted; from there on nothing
/// asks any more when it was filled.
/// </summary>
public sealed class AtFillModelTests(ITestOutputHelper output)
{
    private static readonly Lazy<Explorer> Made = new(() => new Explorer(new Moves(wide: false, from => from.LymphodepletionStartedAt is null)).Run(int.MaxValue, Place.FormulatedAtFill));

    [Fact]
    public void EveryReachableState_KeepsEveryPromise()
    {
        output.WriteLine($"{Made.Value.Places.Count} states, {Made.Value.Ways.Count} ways between them, {Made.Value.Tries} tries");

        Assert.Empty(Made.Value.Broken);
        Assert.All(
            [ProductState.Formulated, ProductState.Split, ProductState.AwaitingRelease, ProductState.Released, ProductState.Rejected, ProductState.SuppliedOutOfSpecification],
            state => Assert.True(state == ProductState.SuppliedOutOfSpecification || Made.Value.Places.Exists(place => place.Chain.Product == state), $"{state}"));
        Assert.All(Made.Value.Places, place => Assert.All(place.Chain.Batches, batch => Assert.Equal(SplitTiming.AtFill, batch.SplitTiming)));
    }

    /// <summary>Every state that is not over leads on to one where lymphodepletion has begun, or to an end.</summary>
    [Fact]
    public void EveryState_HasAWayOn()
    {
        var found = Made.Value;
        var before = found.Ways.ToLookup(way => way.To, way => way.From);
        var reaching = Enumerable.Range(0, found.Places.Count)
            .Where(at => found.Places[at].Chain is var chain && (chain.LymphodepletionStartedAt is not null || Abstraction.IsOver(chain))).ToHashSet();
        var next = new Queue<int>(reaching);
        while (next.TryDequeue(out var at))
        {
            foreach (var from in before[at].Where(reaching.Add))
            {
                next.Enqueue(from);
            }
        }

        Assert.Contains(found.Places, place => place.Chain.LymphodepletionStartedAt is not null);
        Assert.Empty(Enumerable.Range(0, found.Places.Count).Where(at => !reaching.Contains(at)).Select(at => found.Places[at].Way));
    }
}
