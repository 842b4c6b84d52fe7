using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>The data of the symbols printed here. K stands beside a symbol, never in it.</summary>
public static class BarcodeWriter
{
    private const char GroupSeparator = '\x1D';

    public static string CollectionBag(DonationNumber din, string flags, CoiId coi, DateTimeOffset? expiresAt, PrintSerial serial) =>
        expiresAt is { } expiry
            ? Compound(Donation(din, flags), Expiry(expiry), Coi(coi), Serial(serial))
            : Compound(Donation(din, flags), Coi(coi), Serial(serial));

    public static string InProcess(CoiId coi, BatchNumber batch, PrintSerial serial) =>
        Compound(Coi(coi), Lot(batch), Serial(serial));

    /// <param name="expiresAt">Written to the minute, seconds cut off.</param>
    public static string DoseBag(DoseBagId bag, DateTimeOffset expiresAt, CoiId coi, BatchNumber batch, PrintSerial serial) =>
        Compound(Donation(bag.Donation, "00"), $"=<{bag.Product}", Expiry(expiresAt), Coi(coi), Lot(batch), Serial(serial));

    /// <summary>GS1 element string (8018)(8019)(7241) with media type 01; the leading FNC1 belongs to the symbol.</summary>
    /// <param name="instance">From 1.</param>
    public static string Wristband(PatientKey patient, int instance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instance, 1);
        return string.Create(CultureInfo.InvariantCulture, $"8018{patient}{GroupSeparator}8019{instance}{GroupSeparator}724101");
    }

    public static string StaffBadge(StaffNumber staff, PrintSerial serial) => Compound($"='{staff}", Serial(serial));

    public static string House(HouseId id) => id.ToString();

    /// <summary>DS 001 for Code 128.</summary>
    public static string DonationLinear(DonationNumber din, string flags) => Donation(din, flags);

    /// <summary>DS 023, free order.</summary>
    private static string Compound(params string[] structures) =>
        string.Create(CultureInfo.InvariantCulture, $"=+{structures.Length:00}000{string.Concat(structures)}");

    private static string Donation(DonationNumber din, string flags) =>
        IsbtStructures.AreFlags(flags) ? $"={din}{flags}" : throw new ArgumentException($"Not DIN flags: {flags}", nameof(flags));

    private static string Coi(CoiId coi) => $"&/{coi}";

    private static string Lot(BatchNumber batch) => $"&,1{batch.Lot.PadLeft(18, '0')}";

    private static string Serial(PrintSerial serial) => $"&,2{serial.ToString().PadLeft(18, '0')}";

    /// <summary>DS 005 in Moscow time; century digit 0 is 20yy.</summary>
    private static string Expiry(DateTimeOffset at)
    {
        var local = at.ToOffset(MoscowTime.Offset);
        return local.Year is >= 2000 and <= 2099
            ? string.Create(CultureInfo.InvariantCulture, $"&>0{local.Year % 100:00}{local.DayOfYear:000}{local:HHmm}")
            : throw new ArgumentOutOfRangeException(nameof(at), at, "The century digit 0 covers 2000-2099.");
    }
}
