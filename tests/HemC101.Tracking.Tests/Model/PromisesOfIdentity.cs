using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Model;

/// <summary>What was in hand, scanned and found to be the right one, for every event at which cells, people or things meet.</summary>
internal static class PromisesOfIdentity
{
    private static readonly Dictionary<Type, string> InHand = new()
    {
        [typeof(BandBound)] = "band",
        [typeof(CollectionIdentified)] = "band",
        [typeof(CollectionStarted)] = "band collection device apheresis-kit anticoagulant",
        [typeof(SecondBagTaken)] = "band one-bag",
        [typeof(CollectionCompleted)] = "band collection",
        [typeof(CollectionDisconnected)] = "band collection tags",
        [typeof(FallbackSetTaken)] = "band set",
        [typeof(CollectionHandedOver)] = "collection new-box new-seal",
        [typeof(CollectionReceived)] = "collection box seal",
        [typeof(CollectionQuarantined)] = "collection box seal",
        [typeof(BatchOpened)] = "collection room device",
        [typeof(UnitStarted)] = "batch device",
        [typeof(UnitCompleted)] = "batch lots",
        [typeof(UnderdoseReported)] = "batch",
        [typeof(BagFilled)] = "batch bag",
        [typeof(BatchSplit)] = "batch bags",
        [typeof(BagFrozen)] = "bag device",
        [typeof(BagStored)] = "bag new-position",
        [typeof(BagRelabelled)] = "bag both-labels",
        [typeof(BagReserved)] = "position",
        [typeof(BagDeferred)] = "position",
        [typeof(BagIssued)] = "bag new-box new-seal",
        [typeof(BagDeparted)] = "box seal",
        [typeof(BagReceivedOnWard)] = "bag box seal",
        [typeof(BagReturned)] = "bag",
        [typeof(BagRestored)] = "bag new-position",
        [typeof(CollectionMisrouted)] = "one-bag",
        [typeof(CollectionFound)] = "one-bag",
        [typeof(TagDied)] = "bag",
        [typeof(BagMisrouted)] = "bag",
        [typeof(BagFound)] = "bag",
        [typeof(BagUnlocked)] = "bag",
        [typeof(LymphodepletionStarted)] = "band",
        [typeof(ReadinessSigned)] = "band",
        [typeof(ToleranceDecided)] = "band",
        [typeof(BagCleared)] = "band bag",
        [typeof(ThawStarted)] = "bag device",
        [typeof(ThawEnded)] = "bag",
        [typeof(BedsideRoundFinished)] = "band bag",
        [typeof(ReidentificationAllowed)] = "band bag",
        [typeof(InfusionStarted)] = "band bag",
        [typeof(InfusionResumed)] = "band bag",
        [typeof(LabelApplied)] = "label",
    };

    public static readonly IReadOnlyList<Promise> All =
    [
        new("whatever meets was scanned, and is the right one", taken => taken.Events.All(what =>
            !InHand.TryGetValue(what.GetType(), out var wanted) || wanted.Split(' ').All(thing => WasInHand(taken, what, thing)))),
        new("with a wristband goes what was cleared or verified on it", taken => !taken.Those<BandReplaced>().Any() || taken.After.Bags.All(bag =>
            bag.State is not (BagState.Cleared or BagState.Verified) && (bag.State != BagState.Thawed || bag.Rounds.IsEmpty))),
        new("no clearance outlasts a wrong band or a lock", taken => taken.Those<BagUnlocked>().Select(what => what.Bag)
            .Concat(taken.Those<BagLocked>().Where(what => what.Reason == BagLocked.WrongBand).Select(what => what.Bag))
            .All(bag => taken.After.Find(bag)!.State != BagState.Cleared)),
        new("only a tag that reads is given up", taken => taken.Those<TagDied>().All(died =>
            taken.Before.Find(died.Bag)!.Tags.Exists(tag => tag.Reads && tag.Carrier == died.Carrier))),
        new("no batch of a medicine is let go without tags, and none twice", taken => taken.Those<TagsDispensed>().All(dispensed =>
            taken.Facts.Settings.LabelProfile == LabelProfile.Bmcp180 && !taken.Before.Find(dispensed.Batch)!.GoesWithoutTags)),
        new("a tag is on one pack", taken => taken.After.Bags.SelectMany(bag => bag.Tags).GroupBy(tag => tag.Tag).All(same => same.Count() == 1)),
        new("the laboratory plans over the container in its hands", taken => taken.Those<SplitPlanned>().All(planned =>
            planned.Option is not null || Scanned(taken, planned.Batch.ToString()))),
    ];

    private static bool WasInHand(Transition taken, ChainEvent what, string thing)
    {
        var bag = Promises.BagOf(what) is { } id ? taken.Before.Find(id) : null;
        var collection = Promises.DonationOf(what) is { } donation ? taken.Before.Find(donation) : null;
        return thing switch
        {
            "band" => Scanned(taken, $"{taken.Before.Patient}/{taken.Before.BandInstance}"),
            "bag" => Scanned(taken, Promises.BagOf(what)?.ToString()),
            "bags" => taken.Before.Bags.Where(half => half.Batch == Promises.BatchOf(what)).All(half => Scanned(taken, half.Id.ToString())),
            "collection" => collection is not null && collection.Present.All(one => Read(taken, one, Carrier.PrimaryBag)),
            "tags" => collection is not null && collection.Present.All(one => Read(taken, one, Carrier.Tag)),
            "set" => taken.Facts.Scans.Values.Any(scan => scan.Serial == ((FallbackSetTaken)what).BagLabel),
            "one-bag" => collection is not null && Scanned(taken, collection.Present.First()),
            "batch" => Scanned(taken, Promises.BatchOf(what)?.ToString()),
            "box" => Scanned(taken, (bag?.Box ?? collection?.Box)?.ToString()),
            "seal" => Scanned(taken, (bag?.Seal ?? collection?.Seal)?.ToString()),
            "position" => Scanned(taken, bag?.Position?.ToString()),
            "label" => taken.Facts.Scans.Values.Any(scan => scan.Serial == ((LabelApplied)what).Serial),
            "both-labels" => what is BagRelabelled made && new[] { made.OldLabel, made.NewLabel }.All(label => taken.Facts.Scans.Values.Any(scan => scan.Serial == label))
                && taken.Before.Prints[made.NewLabel] is { Kind: LabelKind.DoseBagRedesignated, State: PrintState.Printed } && taken.Before.Prints[made.OldLabel].Kind != LabelKind.DoseBagRedesignated,
            "lots" => taken.Before.Find(Promises.BatchOf(what)!.Value)!.Process.Unit(((UnitCompleted)what).Unit).Materials.Count
                == taken.Facts.Scans.Values.Count(scan => scan.House?.Kind == HouseKind.MaterialLot),
            "new-box" => Kind(taken, HouseKind.TransportBox, 1),
            "new-seal" => Kind(taken, HouseKind.Seal, 1),
            "new-position" or "room" => Kind(taken, HouseKind.Location, 1),
            "device" => Kind(taken, HouseKind.Equipment, 1),
            "apheresis-kit" or "anticoagulant" => Kind(taken, HouseKind.MaterialLot, 2),
            _ => throw new InvalidOperationException($"Unexpected thing {thing}."),
        };
    }

    private static bool Scanned(Transition taken, string? identifier) =>
        identifier is not null && taken.Facts.Scans.Values.Any(scan => scan.Evidence.Identifier == identifier);

    /// <summary>By the label that it stands on: a tag says the same number as its bag.</summary>
    private static bool Read(Transition taken, string of, Carrier carrier) => taken.Facts.Scans.Values.Any(scan =>
        scan.Serial is { } serial && taken.Before.Prints[serial] is var print && print.Carrier == carrier && print.Of == of);

    private static bool Kind(Transition taken, HouseKind kind, int times) => taken.Facts.Scans.Values.Count(scan => scan.House?.Kind == kind) == times;
}
