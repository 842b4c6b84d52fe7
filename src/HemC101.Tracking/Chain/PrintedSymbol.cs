using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <summary>What the symbol of a chain's label holds.</summary>
public static class PrintedSymbol
{
    /// <param name="chain">After the event that ordered the label.</param>
    /// <param name="printed">Which label.</param>
    /// <exception cref="InvalidOperationException">No label of a chain, or one that nothing was planned for.</exception>
    public static string Of(ChainState chain, LabelPrinted printed)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(printed);
        return printed.Kind switch
        {
            LabelKind.CollectionBag => CollectionBag(chain, CollectionBagId.Parse(printed.Of), printed),
            LabelKind.InProcessContainer => BarcodeWriter.InProcess(chain.Coi, BatchNumber.Parse(printed.Of), printed.Serial),
            LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated
                or LabelKind.CassetteDay1 or LabelKind.CassetteDay2 or LabelKind.CassetteRedesignated or LabelKind.OutOfSpecification =>
                DoseBag(chain, DoseBagId.Parse(printed.Of), printed),
            LabelKind.TestTube => SampleTube(chain, printed, DonationFlags.TestTube),
            LabelKind.SterilityTube => SampleTube(chain, printed, DonationFlags.BacterialSample),
            LabelKind.RetentionSample => SampleTube(chain, printed, printed.Carrier == Carrier.Tag ? DonationFlags.AttachedLabel : DonationFlags.PartialLabel),
            LabelKind.PostThaw => PostThaw(chain, DoseBagId.Parse(printed.Of), printed.Serial),
            LabelKind.TransportContainer or LabelKind.Quarantine or LabelKind.Rejected => BarcodeWriter.Around(chain.Coi, printed.Serial),
            LabelKind.Wristband => BarcodeWriter.Wristband(chain.Patient, chain.BandInstance),
            _ => throw new InvalidOperationException($"A chain prints no {printed.Kind}."),
        };
    }

    private static string SampleTube(ChainState chain, LabelPrinted printed, DonationFlags flags)
    {
        var batch = chain.Find(BatchNumber.Parse(printed.Of)) ?? throw new InvalidOperationException($"There is no batch {printed.Of}.");
        return BarcodeWriter.SampleTube(batch.Donation, flags, chain.Coi, batch.Number, printed.Serial);
    }

    /// <summary>Its expiry is that of the thawed bag.</summary>
    private static string PostThaw(ChainState chain, DoseBagId id, PrintSerial serial)
    {
        var bag = chain.Find(id) ?? throw new InvalidOperationException($"There is no bag {id}.");
        return BarcodeWriter.DoseBag(id, bag.PostThawExpiresAt ?? throw new InvalidOperationException($"Bag {id} was not thawed."), chain.Coi, bag.Batch, serial);
    }

    /// <summary>What tells two bags of one procedure apart is not displaced by anything else.</summary>
    private static string CollectionBag(ChainState chain, CollectionBagId bag, LabelPrinted printed) =>
        BarcodeWriter.CollectionBag(bag.Donation, bag.Flags == "00" ? FlagsOf(printed).ToString() : bag.Flags, chain.Coi, null, printed.Serial);

    private static DonationFlags FlagsOf(LabelPrinted printed) => printed.Flags is { } flags ? DonationFlags.Parse(flags) : DonationFlags.None;

    private static string DoseBag(ChainState chain, DoseBagId bag, LabelPrinted printed)
    {
        var batch = chain.Batches.First(item => item.Donation == bag.Donation && item.Plan is not null);
        return BarcodeWriter.DoseBag(bag, batch.BagsExpireAt ?? throw new InvalidOperationException("The split was not planned."), chain.Coi, batch.Number, printed.Serial, FlagsOf(printed));
    }
}
