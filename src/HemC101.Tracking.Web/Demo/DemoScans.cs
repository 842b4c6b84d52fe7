using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Demo;

/// <summary>The right code for each scan a step asks for: the symbol of the live label, or a fitting thing of the house.</summary>
public static class DemoScans
{
    public static async Task<string> AnswerAsync(Source source, Step step, ScanDemand demand, Facts facts, CancellationToken ct) => demand.Wanted switch
    {
        Wanted.Band => BarcodeWriter.Wristband(facts.Chain.Patient, facts.Chain.BandInstance),
        Wanted.CollectionBag => await SymbolAsync(source, facts, facts.Collection!.Donation.ToString(), ct),
        Wanted.ProcessContainer => await SymbolAsync(source, facts, facts.Batch!.Number.ToString(), ct),
        Wanted.DoseBag => await SymbolAsync(source, facts, demand.Expect?.Invoke(facts) ?? facts.Bag!.Id.ToString(), ct),
        _ => BarcodeWriter.House(demand.Expect?.Invoke(facts) is { } one ? HouseId.Parse(one) : await HouseAsync(source, step, demand, facts, ct)),
    };

    private static async Task<string> SymbolAsync(Source source, Facts facts, string of, CancellationToken ct)
    {
        var print = facts.Chain.Prints.Values.Single(item =>
            item.Of == of && item.Carrier == Carrier.PrimaryBag && item.State is (Tracking.Chain.PrintState.Printed or Tracking.Chain.PrintState.Applied));
        return (await LabelPrints.FindAsync(source, print.Serial, ct))!.Symbol;
    }

    private static async Task<HouseId> HouseAsync(Source source, Step step, ScanDemand demand, Facts facts, CancellationToken ct)
    {
        if (demand.Material is { } kind)
        {
            return DemoHouse.LotOf(kind);
        }

        var candidates = (demand.Wanted, demand.Key) switch
        {
            (Wanted.Location, "room") => [DemoHouse.Room],
            (Wanted.Location, _) => Enumerable.Range(1, DemoHouse.Positions).Select(DemoHouse.Position),
            (Wanted.TransportBox, _) => Enumerable.Range(1, DemoHouse.Boxes).Select(number => HouseId.Issue(HouseKind.TransportBox, number)),
            (Wanted.Seal, _) => Enumerable.Range(1, DemoHouse.Seals).Select(number => HouseId.Issue(HouseKind.Seal, number)),
            (_, "freezer") => DemoHouse.Freezers,
            _ when step.Id == "collection.start" => DemoHouse.ApheresisDevices,
            _ when step.Id == "thaw.start" => DemoHouse.Thawers,
            _ => DemoHouse.Processors,
        };
        foreach (var candidate in candidates)
        {
            var thing = await Steps.HouseLookup.FindAsync(source, new HouseCode(candidate), ct);
            if (thing is not null && (thing.OccupiedBy is null || (thing.OccupiedBy == facts.Chain.Coi && !demand.Empty)))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"The demonstration has no free {demand.Wanted} left.");
    }
}
