using System.Globalization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Gs1;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Scans;

/// <summary>The data of the symbols printed here. K stands beside a symbol, never in it.</summary>
public static class BarcodeWriter
{
    private const int ExpiryTime = 5;
    private const int Lot = 35;
    private const int Serial = 36;

    public static string CollectionBag(DonationNumber din, string flags, CoiId coi, DateTimeOffset? expiresAt, PrintSerial serial) =>
        expiresAt is { } expiry
            ? IsbtWriter.Compound(Donation(din, flags), new MinuteValue(ExpiryTime, expiry), new CoiValue(coi), SerialOf(serial))
            : IsbtWriter.Compound(Donation(din, flags), new CoiValue(coi), SerialOf(serial));

    /// <summary>Nobody knows yet whose it will be.</summary>
    public static string Fallback(DonationNumber din, PrintSerial serial) => IsbtWriter.Compound(Donation(din, "00"), SerialOf(serial));

    public static string InProcess(CoiId coi, BatchNumber batch, PrintSerial serial) =>
        IsbtWriter.Compound(new CoiValue(coi), LotOf(batch), SerialOf(serial));

    /// <summary>A tube of the batch: its flags keep it from being taken for the bag.</summary>
    public static string SampleTube(DonationNumber din, DonationFlags flags, CoiId coi, BatchNumber batch, PrintSerial serial) =>
        IsbtWriter.Compound(new DonationValue(din, flags), new CoiValue(coi), LotOf(batch), SerialOf(serial));

    /// <summary>What stands on a box, a sticker or a numbered sheet says whose it is and which print, and names no bag.</summary>
    public static string Around(CoiId coi, PrintSerial serial) => IsbtWriter.Compound(new CoiValue(coi), SerialOf(serial));

    /// <param name="expiresAt">Written to the minute, seconds cut off.</param>
    /// <param name="flags">None for the first label.</param>
    public static string DoseBag(
        DoseBagId bag, DateTimeOffset expiresAt, CoiId coi, BatchNumber batch, PrintSerial serial, DonationFlags? flags = null) => IsbtWriter.Compound(
        new DonationValue(bag.Donation, flags ?? DonationFlags.None),
        new ProductValue(bag.Product),
        new MinuteValue(ExpiryTime, expiresAt),
        new CoiValue(coi),
        LotOf(batch),
        SerialOf(serial));

    /// <summary>GS1 element string (8018)(8019)(7241) with media type 01; the leading FNC1 belongs to the symbol.</summary>
    /// <param name="instance">From 1.</param>
    public static string Wristband(PatientKey patient, int instance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instance, 1);
        return Gs1Writer.Write(
            Gs1Element.Of("8018", patient.ToString()),
            Gs1Element.Of("8019", instance.ToString(CultureInfo.InvariantCulture)),
            Gs1Element.Of("7241", "01"));
    }

    public static string StaffBadge(StaffNumber staff, PrintSerial serial) => IsbtWriter.Compound(new StaffValue(staff), SerialOf(serial));

    public static string House(HouseId id) => id.ToString();

    /// <summary>DS 001 for Code 128.</summary>
    public static string DonationLinear(DonationNumber din, string flags) => IsbtWriter.Single(Donation(din, flags));

    private static DonationValue Donation(DonationNumber din, string flags) => new(din, DonationFlags.Parse(flags));

    private static LotValue LotOf(BatchNumber batch) => new(Lot, batch.Lot);

    private static LotValue SerialOf(PrintSerial serial) => new(Serial, serial.ToString());
}
