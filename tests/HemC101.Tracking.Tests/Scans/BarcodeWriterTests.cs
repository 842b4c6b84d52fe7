using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

public sealed class BarcodeWriterTests
{
    [Fact]
    public void DoseBag_OfDay1_HoldsItsSixStructuresInOrder() =>
        Assert.Equal(
            "=+06000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001&,1000000000H10126001&,200000000P000000017",
            BarcodeWriter.DoseBag(DoseBagId.Parse("A999926000001YA0011A0"), Known.EndOf2026, Known.Coi, Known.Batch, Known.Serial));

    [Fact]
    public void CollectionBag_WithoutExpiry_HasThreeStructures() =>
        Assert.Equal(
            "=+03000=A99992600000107&/CHA999926000001&,200000000P000000017",
            BarcodeWriter.CollectionBag(Known.Donation, "07", Known.Coi, null, Known.Serial));

    [Fact]
    public void InProcess_OfABatch_HasCoiLotSerial() =>
        Assert.Equal(
            "=+03000&/CHA999926000001&,1000000000H10126001&,200000000P000000017",
            BarcodeWriter.InProcess(Known.Coi, Known.Batch, Known.Serial));

    [Fact]
    public void Wristband_Second_HasGsrnInstanceMediaType() =>
        Assert.Equal("8018460123456789000014\u001D80192\u001D724101", BarcodeWriter.Wristband(PatientKey.Parse(Known.Patient), 2));

    [Fact]
    public void StaffBadge_HasStaffAndSerial() =>
        Assert.Equal("=+02000='A999900395A&,200000000P000000017", BarcodeWriter.StaffBadge(StaffNumber.Parse("A999900395A"), Known.Serial));

    [Fact]
    public void House_Any_HasNoCheckCharacter() =>
        Assert.Equal("&e0000000012", BarcodeWriter.House(HouseId.Issue(HouseKind.Equipment, 12)));

    [Fact]
    public void DonationLinear_WithFlags_IsDs001() => Assert.Equal("=A99992600000100", BarcodeWriter.DonationLinear(Known.Donation, "00"));

    [Theory]
    [InlineData("2018-12-31T23:59:59+03:00", "&>0183652359")]
    [InlineData("2024-02-29T20:59:00Z", "&>0240602359")]
    [InlineData("2024-12-31T09:00:00Z", "&>0243661200")]
    [InlineData("2026-12-31T21:00:00Z", "&>0270010000")]
    public void CollectionBag_Expiry_IsMoscowTimeToTheMinute(string instant, string structure) =>
        Assert.Contains(
            structure,
            BarcodeWriter.CollectionBag(
                Known.Donation, "00", Known.Coi, DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Known.Serial),
            StringComparison.Ordinal);

    [Fact]
    public void CollectionBag_ExpiryOfAnotherCentury_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            BarcodeWriter.CollectionBag(Known.Donation, "00", Known.Coi, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), Known.Serial));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("0O")]
    public void DonationLinear_WrongFlags_Throws(string flags) =>
        Assert.Throws<ArgumentException>(() => BarcodeWriter.DonationLinear(Known.Donation, flags));

    [Fact]
    public void Wristband_InstanceZero_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BarcodeWriter.Wristband(PatientKey.Parse(Known.Patient), 0));
}
