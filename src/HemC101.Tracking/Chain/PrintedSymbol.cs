using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
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
            LabelKind.CollectionBag => CollectionBag(chain, CollectionBagId.Parse(printed.Of), printed.Serial),
            LabelKind.InProcessContainer => BarcodeWriter.InProcess(chain.Coi, BatchNumber.Parse(printed.Of), printed.Serial),
            LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated => DoseBag(chain, DoseBagId.Parse(printed.Of), printed.Serial),
            LabelKind.Wristband => BarcodeWriter.Wristband(chain.Patient, chain.BandInstance),
            _ => throw new InvalidOperationException($"A chain prints no {printed.Kind}."),
        };
    }

    private static string CollectionBag(ChainState chain, CollectionBagId bag, PrintSerial serial) =>
        BarcodeWriter.CollectionBag(bag.Donation, bag.Flags, chain.Coi, null, serial);

    private static string DoseBag(ChainState chain, DoseBagId bag, PrintSerial serial)
    {
        var batch = chain.Batches.First(item => item.Donation == bag.Donation && item.Plan is not null);
        return BarcodeWriter.DoseBag(bag, batch.BagsExpireAt ?? throw new InvalidOperationException("The split was not planned."), chain.Coi, batch.Number, serial);
    }
}
