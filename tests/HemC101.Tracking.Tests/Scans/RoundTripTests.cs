using System.Globalization;
using CsCheck;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>What the writer prints the reader reads, also through a Russian layout and CapsLock.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<FacilityNumber> Facilities = Gen.Int[9990, 9999].Select(n => FacilityNumber.Parse($"A{n}"));
    private static readonly Gen<DonationNumber> Donations = Gen.Select(Facilities, Gen.Int[2000, 2099], Gen.Int[1, 999_999], DonationNumber.Issue);
    private static readonly Gen<CoiId> Chains = Gen.Select(Facilities, Gen.Int[2000, 2099], Gen.Int[1, 999_999], CoiId.Issue);
    private static readonly Gen<BatchNumber> Batches = Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 999], BatchNumber.Issue);
    private static readonly Gen<PrintSerial> Serials = Gen.Long[1, 999_999_999].Select(PrintSerial.Issue);
    private static readonly Gen<string> Flags = OneOf("00", "01", "05", "07", "10", "19");

    private static readonly Gen<DateTimeOffset> Minutes =
        Gen.Long[1, (99L * 365 * 24 * 60) - 1].Select(m => new DateTimeOffset(2000, 1, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(m));

    private static readonly Gen<PatientKey> Patients = Gen.Long[1, 99_999_999].Select(n => PatientKey.Issue("460123456", n));
    private static readonly Gen<StaffNumber> StaffNumbers = Gen.Select(Facilities, Gen.Int[1, 999_999], StaffNumber.Issue);

    private static readonly Gen<HouseId> HouseIds =
        Gen.Select(Gen.Enum<HouseKind>(), Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[10], (kind, text) => HouseId.Of(kind, new string(text)));

    private static readonly Gen<DoseBagId> Bags =
        Gen.Select(Donations, OneOf("YA0011A0", "YA0011B0", "YA0011Aa", "S1234rBb"), (donation, product) => DoseBagId.Of(donation, ProductCode.Parse(product)));

    [Fact]
    public void CollectionBag_Written_IsRead() =>
        Gen.Select(Donations, Flags, Chains, Minutes, Serials, Gen.Bool).Sample((donation, flags, coi, expiry, serial, hasExpiry) =>
        {
            DateTimeOffset? expiresAt = hasExpiry ? expiry : null;
            Comes(
                BarcodeWriter.CollectionBag(donation, flags, coi, expiresAt, serial),
                new ContainerCode { Donation = donation, Flags = DonationFlags.Parse(flags), Coi = coi, ExpiresAt = expiresAt, Serial = serial });
        });

    [Fact]
    public void InProcess_Written_IsRead() =>
        Gen.Select(Chains, Batches, Serials).Sample((coi, batch, serial) =>
            Comes(BarcodeWriter.InProcess(coi, batch, serial), new ContainerCode { Coi = coi, Batch = batch, Serial = serial }));

    [Fact]
    public void DoseBag_Written_IsRead() =>
        Gen.Select(Bags, Minutes, Chains, Batches, Serials).Sample((bag, expiry, coi, batch, serial) =>
            Comes(
                BarcodeWriter.DoseBag(bag, expiry, coi, batch, serial),
                new ContainerCode
                {
                    Donation = bag.Donation,
                    Flags = DonationFlags.None,
                    Product = bag.Product,
                    ExpiresAt = expiry,
                    Coi = coi,
                    Batch = batch,
                    Serial = serial,
                }));

    [Fact]
    public void StaffBadge_Written_IsRead() =>
        Gen.Select(StaffNumbers, Serials).Sample((staff, serial) => Comes(BarcodeWriter.StaffBadge(staff, serial), new StaffCode(staff, serial)));

    [Fact]
    public void DonationLinear_Written_IsRead() =>
        Gen.Select(Donations, Flags).Sample((donation, flags) => Comes(BarcodeWriter.DonationLinear(donation, flags), new DonationCode(donation, DonationFlags.Parse(flags))));

    [Fact]
    public void House_Written_IsRead() => HouseIds.Sample(id => Comes(BarcodeWriter.House(id), new HouseCode(id)));

    [Fact]
    public void Wristband_Written_IsRead() =>
        Gen.Select(Patients, Gen.Int[1, int.MaxValue]).Sample((patient, instance) =>
        {
            var raw = BarcodeWriter.Wristband(patient, instance);
            var expected = new WristbandCode(patient, instance);
            Assert.Equal(expected, Known.Understood(raw).Code);
            Assert.Equal(expected, Known.Understood($"]d2{raw}\r\n").Code);
            Assert.Equal(expected, Known.Understood($"ъв2{raw}").Code);
        });

    [Fact]
    public void Typed_WithCheck_IsRead() =>
        Gen.Select(Donations, Chains, StaffNumbers, HouseIds).Sample((donation, coi, staff, house) =>
        {
            IsTyped(donation.WithCheck, new DonationCode(donation, DonationFlags.None));
            IsTyped(coi.WithCheck, new CoiCode(coi));
            IsTyped(staff.WithCheck, new StaffCode(staff, null));
            IsTyped(house.WithCheck, new HouseCode(house));
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void Comes(string raw, ScannedCode expected)
    {
        IsRead(raw, raw, expected, Repairs.None);
        IsRead($"]d1{raw}\t", raw, expected, Repairs.Suffix);
        IsRead(raw + raw, raw, expected, Repairs.Duplicate);
        foreach (var (image, repairs) in Distortion.Images(raw))
        {
            IsRead(image, raw, expected, repairs);
        }
    }

    private static void IsRead(string raw, string canonical, ScannedCode expected, Repairs repairs)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((expected, canonical, repairs, false), (reading.Code, reading.Canonical, reading.Repairs, reading.Typed));
    }

    private static void IsTyped(string typed, ScannedCode expected)
    {
        var reading = Known.Understood(typed);
        Assert.Equal((expected, true, Repairs.None), (reading.Code, reading.Typed, reading.Repairs));
        Assert.Equal(expected, Known.Understood(typed.ToLower(CultureInfo.InvariantCulture)).Code);
    }
}
