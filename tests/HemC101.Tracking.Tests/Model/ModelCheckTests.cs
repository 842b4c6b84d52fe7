using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using Xunit.Abstractions;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Every state that a chain can reach, found by the real steps, decided by the real rule book and folded by the real fold.</summary>
public sealed class ModelCheckTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryReachableState_KeepsEveryPromise()
    {
        var found = ModelRun.Explorer;

        output.WriteLine($"{found.Places.Count} states, {found.Ways.Count} ways between them, {found.Tries} tries, {ModelRun.Time.TotalSeconds:0.0} s");
        foreach (var product in found.Places.GroupBy(place => place.Chain.Product))
        {
            output.WriteLine($"{product.Key,-20} {product.Count(),6} states, {product.Select(Bags).Distinct().Count(),4} combinations of bags");
        }

        Assert.Empty(found.Broken);
    }

    [Fact]
    public void EveryStep_IsTakenSomewhere_OrTestedElsewhere()
    {
        var never = StepCatalogue.All.Select(step => step.Id).Except(ModelRun.Explorer.Taken);

        Assert.True(!ModelRun.Explorer.IsWhole || never.ToHashSet().SetEquals(Moves.Elsewhere.Keys), string.Join(", ", never));
    }

    [Fact]
    public void EveryState_HasAWayToAnEnd()
    {
        var found = ModelRun.Explorer;
        var before = found.Ways.ToLookup(way => way.To, way => way.From);
        var ends = Enumerable.Range(0, found.Places.Count).Where(at => at >= found.Expanded || IsEnd(found.Places[at].Chain)).ToList();
        var reaching = ends.ToHashSet();
        var next = new Queue<int>(ends);
        while (next.TryDequeue(out var at))
        {
            foreach (var from in before[at].Where(reaching.Add))
            {
                next.Enqueue(from);
            }
        }

        output.WriteLine($"{ends.Count} ends");
        Assert.NotEmpty(ends);
        Assert.Empty(Enumerable.Range(0, found.Places.Count).Where(at => !reaching.Contains(at)).Select(at => found.Places[at].Way));
    }

    /// <summary>Whatever is held, lapsed, locked, rejected or does not match.</summary>
    [Fact]
    public void FromTheThawOn_AStopAnEndOrADiscardIsOpen()
    {
        var stuck =
            from place in ModelRun.Explorer.Places
            from bag in place.Chain.Bags
            let ways = WaysOut(bag.State)
            where ways.Length > 0 && !ways.All(step => Play.Of(place, StepCatalogue.Get(step), bag.Id.ToString(), Input.Good) is Played.Went)
            select $"{bag.State}: {place.Way}";

        Assert.Empty(stuck);
    }

    [Fact]
    public void StateFoldedStepByStep_IsTheStateFoldedFromTheLedgersWords()
    {
        var every = ModelRun.Explorer.Places.Where((_, at) => at % 25 == 0).ToList();

        Assert.All(every, place => Assert.Equal(Shape.Of(place.Chain), Shape.Of(ChainState.Fold(place.History.Select(Written))!)));
    }

    private static Happened Written(Happened happened) => EventCodec.Read(
        happened.Version, EventCodec.TypeOf(happened.What), EventCodec.SchemaVersion, EventCodec.Write(happened.What, happened.Act),
        happened.Act.By.ToString(), happened.Act.Station, happened.Act.OccurredAt, happened.Act.RecordedAt);

    private static string[] WaysOut(BagState state) => state switch
    {
        BagState.Thawing or BagState.Thawed or BagState.Verified => ["bag.discard", "bag.damage"],
        BagState.Infusing or BagState.Paused => ["infusion.stop", "infusion.end"],
        _ => [],
    };

    private static bool IsEnd(ChainState chain) => Abstraction.IsOver(chain) && chain.Bags.All(bag => bag.IsTerminal);

    private static string Bags(Place place) => string.Join(' ', place.Chain.Bags.Select(bag => bag.State));
}
