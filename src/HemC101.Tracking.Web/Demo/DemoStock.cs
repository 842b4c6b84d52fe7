using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>What of the house can be taken at this moment.</summary>
internal static class DemoStock
{
    private static readonly Text InUse = new("занято или использовано", "in use, or used up");

    /// <returns>A thing of the step's station that the rules accept for the demand now; null when all are taken.</returns>
    public static async Task<HouseThingRow?> FindAsync(Source source, Step step, ScanDemand demand, Facts facts, CancellationToken ct)
    {
        var things = from thing in await HouseThings.ListAsync(source, KindOf(demand.Wanted), ct)
                     let station = DemoHouse.StationOf(thing.HouseId)
                     where station is null || station == step.Station
                     orderby thing.OccupiedBy == facts.Chain.Coi descending, station is null, thing.HouseId.ToString()
                     select thing;
        foreach (var thing in things)
        {
            var verdict = await AttemptScans.JudgeAsync(source, step, facts, BarcodeWriter.House(thing.HouseId), facts.ScannerSetup, ct);
            if (verdict.IsAccepted && verdict.Demand == demand.Key)
            {
                return thing;
            }
        }

        return null;
    }

    /// <summary>Everything the house has, with what is in use marked so.</summary>
    public static async Task<IReadOnlyList<(HouseKind Kind, IReadOnlyList<DemoCode> Codes)>> ListAsync(Source source, CancellationToken ct)
    {
        List<(HouseKind, IReadOnlyList<DemoCode>)> groups = [];
        foreach (var kind in Enum.GetValues<HouseKind>())
        {
            List<DemoCode> codes = [];
            foreach (var thing in await HouseThings.ListAsync(source, kind, ct))
            {
                var isFree = await HouseLookup.FindAsync(source, new HouseCode(thing.HouseId), ct) is { OccupiedBy: null };
                codes.Add(isFree ? DemoCode.Of(thing) : DemoCode.Of(thing) with { Note = InUse });
            }

            groups.Add((kind, codes));
        }

        return [.. groups.Where(group => group.Item2.Count > 0)];
    }

    private static HouseKind KindOf(Wanted wanted) => wanted switch
    {
        Wanted.Location => HouseKind.Location,
        Wanted.Equipment => HouseKind.Equipment,
        Wanted.Material => HouseKind.MaterialLot,
        Wanted.TransportBox => HouseKind.TransportBox,
        Wanted.Seal => HouseKind.Seal,
        _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted, "This is a participant's thing."),
    };
}
