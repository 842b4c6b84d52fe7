using CsCheck;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>Any value of any structure that is read here.</summary>
internal static class IsbtValues
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string UpperAlphanumeric = "0123456789" + Capitals;

    private static readonly Gen<FacilityNumber> Facilities = Gen.Int[9990, 9999].Select(n => FacilityNumber.Parse($"A{n}"));
    private static readonly Gen<DonationNumber> Donations = Gen.Select(Facilities, Gen.Int[2000, 2099], Gen.Int[1, 999_999], DonationNumber.Issue);
    private static readonly Gen<DateOnly> Days = Gen.Int[0, (99 * 365) - 1].Select(n => new DateOnly(2000, 1, 1).AddDays(n));

    private static readonly Gen<DateTimeOffset> Minutes =
        Gen.Long[0, (99L * 365 * 24 * 60) - 1].Select(m => new DateTimeOffset(2000, 1, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(m));

    private static readonly Gen<DonationFlags> Flags =
        Text("0123456789ABCDEFGHJKLMNPRSTUVWXY", 2).Where(text => !int.TryParse(text, out var n) || n is < 60 or > 96).Select(DonationFlags.Parse);

    public static Gen<IsbtValue> DonationOf { get; } = Gen.Select(Donations, Flags, IsbtValue (donation, flags) => new DonationValue(donation, flags));

    public static Gen<IsbtValue> Any { get; } = Gen.OneOf(
        DonationOf,
        Gen.Select(
            Gen.OneOf(Text(UpperAlphanumeric, 2), Text("abdmqrx", 1).Select(message => "M" + message)), Gen.Char[UpperAlphanumeric],
            IsbtValue (group, phenotype) => new BloodGroupValue(group, phenotype)),
        Pick.Of("YA0011A0", "YA0011B0", "YA001r00", "S1234RAa", "T0416003", "H0001X00").Select(IsbtValue (text) => new ProductValue(ProductCode.Parse(text))),
        Gen.Select(Pick.Of(4, 6, 8), Days, IsbtValue (structure, day) => new DayValue(structure, day)),
        Gen.Select(Pick.Of(5, 7, 9), Minutes, IsbtValue (structure, at) => new MinuteValue(structure, at)),
        Gen.Select(Gen.Char["123456789yz"], Text(UpperAlphanumeric, 2), Text(UpperAlphanumeric, 7), IsbtValue (level, maker, item) => new ContainerItemValue(level, maker, item)),
        Gen.Select(Pick.Of(18, 22), Text(UpperAlphanumeric, 9), IsbtValue (structure, lot) => new LotValue(structure, lot + "1")),
        Gen.Select(Pick.Of(35, 36), Text(UpperAlphanumeric, 1, 17), IsbtValue (structure, lot) => new LotValue(structure, "L" + lot)),
        Gen.Select(Facilities, Text(UpperAlphanumeric, 16), IsbtValue (facility, donor) => new DonorValue(facility, donor)),
        Gen.Select(Facilities, Gen.Int[1, 999_999], IsbtValue (facility, number) => new StaffValue(StaffNumber.Issue(facility, number))),
        Gen.Select(Text(UpperAlphanumeric, 2), Text(UpperAlphanumeric, 8), IsbtValue (maker, item) => new ItemValue(maker, item)),
        Gen.Select(Text("0123456789", 2), Days, IsbtValue (location, born) => new BirthDateValue(location, born)),
        Gen.Select(Text("0123456789", 2), Text(UpperAlphanumeric, 1, 20), IsbtValue (location, patient) => new PatientNumberValue(location, patient)),
        Gen.Select(Facilities, Gen.Int[2000, 2099], Gen.Int[0, 99_999], Gen.Int[1, 99], Gen.Int[0, 99], IsbtValue (facility, year, number, boxes, box) =>
            new ConsignmentValue(facility, year, number, Math.Min(box, boxes), boxes)),
        Gen.Select(Gen.Enum<FlexibleTimeKind>(), Gen.Bool, Minutes, IsbtValue (kind, utc, at) => new FlexibleTimeValue(kind, utc, at.DateTime)),
        Gen.OneOf(Text("0123456789", 6), Text(Capitals, 6), Text(Capitals, 4).Select(levels => levels + "00")).Select(IsbtValue (text) => new DivisionsValue(text)),
        Gen.Select(Facilities, Text(UpperAlphanumeric, 6), IsbtValue (facility, code) => new ProcessingFacilityValue(facility, code)),
        Gen.Select(Facilities, Text(UpperAlphanumeric, 6), Text(UpperAlphanumeric, 4), IsbtValue (facility, code, product) =>
            new ProcessorProductValue(facility, code, "Y" + product)),
        Gen.Select(Facilities, Gen.Int[2000, 2099], Gen.Int[1, 999_999], IsbtValue (facility, year, number) => new CoiValue(CoiId.Issue(facility, year, number))));

    public static Gen<string> Text(string characters, int length) => Gen.Char[characters].Array[length].Select(array => new string(array));

    private static Gen<string> Text(string characters, int shortest, int longest) => Gen.Char[characters].Array[shortest, longest].Select(array => new string(array));
}
