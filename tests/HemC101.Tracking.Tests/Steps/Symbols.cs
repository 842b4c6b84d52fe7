using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>What the scanner would read on the right thing, for each demand.</summary>
internal static class Symbols
{
    public static (ScannedCode Code, HouseThing? Known) Right(ScanDemand demand, Facts facts) => demand.Wanted switch
    {
        Wanted.Band => (Band(facts.Chain), null),
        Wanted.CollectionBag => (OnTheThing(demand, facts, demand.Expect?.Invoke(facts) ?? facts.Collection!.Present.First(), of => Collection(facts.Chain, CollectionBagId.Parse(of))), null),
        Wanted.ProcessContainer => (OnTheThing(demand, facts, facts.Batch!.Number.ToString(), _ => Container(facts.Chain, facts.Batch!)), null),
        Wanted.DoseBag => (OnTheThing(demand, facts, demand.Expect?.Invoke(facts) ?? facts.Bag!.Id.ToString(), of => Bag(facts.Chain, DoseBagId.Parse(of))), null),
        Wanted.LabelAround => (new ContainerCode { Coi = facts.Chain.Coi, Serial = facts.Print!.Serial }, null),
        Wanted.RfidTag => (new RfidCode(demand.Expect?.Invoke(facts) is { } tag ? RfidTag.Parse(tag) : Tag($"{facts.Target} {facts.Chain.Bags.Count}")), null),
        Wanted.Tag => (Collection(facts.Chain, CollectionBagId.Parse(demand.Expect!(facts)!), Carrier.Tag), null),
        Wanted.FallbackSet => (new ContainerCode { Donation = facts.FallbackSet!.Donation, Flags = DonationFlags.None, Serial = facts.FallbackSet.Bag }, null),
        Wanted.Location => House(HouseKind.Location, demand, facts),
        Wanted.Equipment => House(HouseKind.Equipment, demand, facts),
        Wanted.Material => House(HouseKind.MaterialLot, demand, facts),
        Wanted.TransportBox => House(HouseKind.TransportBox, demand, facts),
        Wanted.Seal => House(HouseKind.Seal, demand, facts),
    };

    /// <summary>Each thing's own.</summary>
    public static RfidTag Tag(string thing) => RfidTag.Parse($"E280{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(thing)))[..20]}");

    public static WristbandCode Band(ChainState chain) => new(chain.Patient, chain.BandInstance);

    public static ContainerCode Collection(ChainState chain, DonationNumber donation, Carrier carrier = Carrier.PrimaryBag) =>
        Collection(chain, CollectionBagId.Of(donation, 1), carrier);

    public static ContainerCode Collection(ChainState chain, CollectionBagId bag, Carrier carrier = Carrier.PrimaryBag) => new()
    {
        Donation = bag.Donation,
        Flags = DonationFlags.Parse(bag.Flags),
        Product = ProductCode.Parse("YA002100"),
        Coi = chain.Coi,
        Serial = Print(chain, bag.ToString(), carrier),
    };

    public static ContainerCode Container(ChainState chain, Batch batch) => new()
    {
        Donation = batch.Donation,
        Flags = DonationFlags.None,
        Coi = chain.Coi,
        Batch = batch.Number,
        Serial = Print(chain, batch.Number.ToString(), Carrier.PrimaryBag),
    };

    public static ContainerCode Bag(ChainState chain, DoseBagId bag, Carrier carrier = Carrier.PrimaryBag) => new()
    {
        Donation = bag.Donation,
        Flags = DonationFlags.None,
        Product = bag.Product,
        Coi = chain.Coi,
        Batch = chain.CurrentBatch?.Number,
        Serial = Print(chain, bag.ToString(), carrier),
    };

    /// <summary>Of two labels the one that is just being put on, where that is asked for; else the one on the thing.</summary>
    private static ContainerCode OnTheThing(ScanDemand demand, Facts facts, string of, Func<string, ContainerCode> newest) =>
        demand.IsFresh(facts) || facts.Chain.LivePrimaryPrint(of) is not { } live ? newest(of) : newest(of) with { Serial = live.Serial };

    public static HouseThing Thing(HouseId id, MaterialKind? material) =>
        new(id, new("вещь", "thing"), HouseStatus.Released, material, null, null);

    private static (ScannedCode, HouseThing?) House(HouseKind kind, ScanDemand demand, Facts facts)
    {
        var id = demand.Expect?.Invoke(facts) is { } expected ? HouseId.Parse(expected) : HouseId.Issue(kind, Number(demand, facts));
        return (new HouseCode(id), Thing(id, demand.Material));
    }

    /// <summary>Each kind of lot, each bag's position, box and seal has a number of its own.</summary>
    private static int Number(ScanDemand demand, Facts facts) => 1 + (10 * (int)(demand.Material ?? 0)) + (facts.Bag?.Day ?? 0);

    private static PrintSerial? Print(ChainState chain, string of, Carrier carrier)
    {
        var prints = chain.Prints.Values.Where(print => print.Of == of && print.Carrier == carrier).ToList();
        return prints.Count == 0 ? null : prints.MaxBy(print => print.Serial.ToString())!.Serial;
    }
}
