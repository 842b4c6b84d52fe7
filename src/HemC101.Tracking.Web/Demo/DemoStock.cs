using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>What of the house can be taken at this moment.</summary>
public sealed class DemoStock(ChainDesk chains)
{
    private static readonly Text InUse = new("занято или использовано", "in use, or used up");

    /// <returns>A thing at the step's station that the rules accept for the demand and nobody else uses; null when all are taken.</returns>
    public async Task<HouseThingRow?> FindAsync(Source source, Step step, ScanDemand demand, Facts facts, CancellationToken ct)
    {
        var isNamed = demand.Expect?.Invoke(facts) is not null;
        var gone = isNamed ? new HashSet<HouseId>() : await GoneAsync(source, demand.Wanted, ct);
        var things = from thing in await HouseThings.ListAsync(source, KindOf(demand.Wanted), ct)
                     let station = DemoHouse.StationOf(thing.HouseId)
                     where !gone.Contains(thing.HouseId) && (isNamed || station is null || station == step.Station)
                     orderby thing.OccupiedBy == facts.Chain.Coi descending, station is null, thing.HouseId.ToString()
                     select thing;
        foreach (var thing in things)
        {
            var verdict = await AttemptScans.JudgeAsync(source, step, facts, BarcodeWriter.House(thing.HouseId), ct);
            if (verdict.IsAccepted && verdict.Demand == demand.Key)
            {
                return thing;
            }
        }

        return null;
    }

    /// <summary>Everything the house has, with what is in use marked so.</summary>
    public async Task<IReadOnlyList<(HouseKind Kind, IReadOnlyList<DemoCode> Codes)>> ListAsync(Source source, CancellationToken ct)
    {
        HashSet<HouseId> gone = [.. await GoneAsync(source, Wanted.Seal, ct), .. await GoneAsync(source, Wanted.TransportBox, ct)];
        gone.UnionWith((await chains.ListAsync(source, ct)).SelectMany(chain => chain.Bags).Select(bag => bag.Position).OfType<HouseId>());
        List<(HouseKind, IReadOnlyList<DemoCode>)> groups = [];
        foreach (var kind in Enum.GetValues<HouseKind>())
        {
            var things = await HouseThings.ListAsync(source, kind, ct);
            groups.Add((kind, [.. things.Select(thing => Marked(DemoCode.Of(thing), gone.Contains(thing.HouseId) || thing.OccupiedBy is not null))]));
        }

        return [.. groups.Where(group => group.Item2.Count > 0)];
    }

    /// <summary>What no rule refuses, and nobody would take: a seal that closed a box before, a box that is under way with somebody's cells.</summary>
    private async Task<IReadOnlySet<HouseId>> GoneAsync(Source source, Wanted wanted, CancellationToken ct) => wanted switch
    {
        Wanted.Seal => await UsedSealsAsync(source, ct),
        Wanted.TransportBox => (await chains.ListAsync(source, ct)).SelectMany(BoxesUnderWay).ToHashSet(),
        _ => new HashSet<HouseId>(),
    };

    private static DemoCode Marked(DemoCode code, bool inUse) => inUse ? code with { Note = InUse } : code;

    private static HouseKind KindOf(Wanted wanted) => wanted switch
    {
        Wanted.Location => HouseKind.Location,
        Wanted.Equipment => HouseKind.Equipment,
        Wanted.Material => HouseKind.MaterialLot,
        Wanted.TransportBox => HouseKind.TransportBox,
        Wanted.Seal => HouseKind.Seal,
        _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted, "This is a participant's thing."),
    };

    private static IEnumerable<HouseId> BoxesUnderWay(ChainState chain) =>
        chain.Collections.Where(collection => collection.State == CollectionState.InTransit).Select(collection => collection.Box)
            .Concat(chain.Bags.Where(IsInItsBox).Select(bag => bag.Box))
            .OfType<HouseId>();

    private static bool IsInItsBox(DoseBag bag) =>
        bag.State is BagState.Issued or BagState.InTransit or BagState.OnWard or BagState.Cleared or BagState.Returned;

    private async Task<IReadOnlySet<HouseId>> UsedSealsAsync(Source source, CancellationToken ct)
    {
        HashSet<HouseId> used = [];
        foreach (var chain in await chains.ListAsync(source, ct))
        {
            foreach (var happened in await ChainStreams.HistoryAsync(source, chain.Coi, ct))
            {
                if (happened.What is CollectionHandedOver { Seal: var onCells })
                {
                    used.Add(onCells);
                }
                else if (happened.What is BagIssued { Seal: var onBag })
                {
                    used.Add(onBag);
                }
            }
        }

        return used;
    }
}
