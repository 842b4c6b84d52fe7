using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

public sealed class Gs1ReadingTests
{
    private const string Gs = Known.Gs;
    private const string Band = "8018" + Known.Patient + Gs + "80192" + Gs + "724101";
    private const string Item = "01" + Known.Gtin;

    [Theory]
    [InlineData(Band)]
    [InlineData("]d2" + Band)]
    [InlineData("]C1" + Band + "\r")]
    [InlineData(Band + Gs)]
    [InlineData("8018" + Known.Patient + "\u241D80192\u241D724101")]
    [InlineData("8018" + Known.Patient + "<GS>80192<GS>724101")]
    [InlineData("724101" + Gs + "80192" + Gs + "8018" + Known.Patient)]
    public void Read_Wristband_GivesPatientAndInstance(string raw) =>
        Assert.Equal(new WristbandCode(PatientKey.Parse(Known.Patient), 2), Known.Read<WristbandCode>(raw));

    [Theory]
    [InlineData("03")]
    [InlineData("07")]
    [InlineData("10")]
    [InlineData("00")]
    public void Read_PatientCodeFromOtherMedia_NotAWristband(string media) =>
        Known.RefusedFor($"8018{Known.Patient}{Gs}80192{Gs}7241{media}", $"media type {media}");

    [Theory]
    [InlineData("8018" + Known.Patient + "80192" + Gs + "724101", "No GS separator after GS1 identifier (8018)")]
    [InlineData("8018" + Known.Patient + Gs + "80192724101", "incomplete")]
    [InlineData("8018" + Known.Patient + "80192724101", "No GS separator")]
    [InlineData("8018" + Known.Patient + Gs + "72410180192", "No GS separator after GS1 identifier (7241)")]
    [InlineData("8018" + Known.Patient, "incomplete")]
    [InlineData("8018" + Known.Patient + Gs + "80192", "incomplete")]
    [InlineData("8018" + Known.Patient + Gs + "724101", "incomplete")]
    [InlineData("8018460123456789000015" + Gs + "80192" + Gs + "724101", "(8018)")]
    [InlineData("801846012345678900001", "(8018)")]
    [InlineData("8018" + Known.Patient + Gs + "80190" + Gs + "724101", "(8019)")]
    [InlineData("8018" + Known.Patient + Gs + "80199999999999" + Gs + "724101", "(8019)")]
    [InlineData("8018" + Known.Patient + Gs + "8019" + Gs + "724101", "(8019)")]
    [InlineData("8018" + Known.Patient + Gs + "80192" + Gs + "72411", "(7241)")]
    [InlineData(Band + Gs + Item, "other data (01)")]
    [InlineData(Band + Gs + "91CHA999926000001", "other data (91)")]
    [InlineData(Band + Gs + "80193", "twice")]
    [InlineData(Band + Gs + Gs, "Unknown GS1")]
    [InlineData("(8018)" + Known.Patient + "(8019)2(7241)01", "brackets")]
    [InlineData("https://id.gs1.org/8018/" + Known.Patient + "/8019/2", "Digital Link")]
    [InlineData("8017" + Known.Patient, "(8017)")]
    [InlineData(Known.Patient, "")]
    public void Read_DoubtfulPatientCode_Refused(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData(Item, null, null, null)]
    [InlineData(Item + "10LOT-A", "LOT-A", null, null)]
    [InlineData(Item + "1726123110LOT-A", "LOT-A", "2026-12-31", null)]
    [InlineData(Item + "1726020010LOT-A", "LOT-A", "2026-02-28", null)]
    [InlineData(Item + "17240200", null, "2024-02-29", null)]
    [InlineData(Item + "10LOT-A" + Gs + "17261231" + "21S/1", "LOT-A", "2026-12-31", "S/1")]
    [InlineData(Item + "70032612312359" + Gs + "10a", "a", "2026-12-31", null)]
    [InlineData(Item + "11250101" + "10X" + Gs + "240REF" + Gs + "21Y" + Gs, "X", null, "Y")]
    [InlineData("10X" + Gs + Item, "X", null, null)]
    [InlineData(Item + "21S" + Gs + "91EE11" + Gs + "92aGk=", null, null, "S")]
    [InlineData("]e0" + Item + "3103000750", null, null, null)]
    [InlineData("]d2" + "011231231231233310ABC123" + Gs + "99TESTING", "ABC123", null, null)]
    public void Read_SupplierCode_GivesItsParts(string raw, string? lot, string? expiresOn, string? serial)
    {
        var code = Known.Read<SupplierCode>(raw);
        Assert.Equal((lot, expiresOn, serial), (code.Lot, code.ExpiresOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), code.SerialNumber));
        Assert.Equal(14, code.Gtin.Length);
    }

    [Theory]
    [InlineData("0112345678901232", "(01)")]
    [InlineData("011234567890123", "(01)")]
    [InlineData("0112345678901A31", "(01)")]
    [InlineData(Item + "17261301", "(17)")]
    [InlineData(Item + "17260230", "(17)")]
    [InlineData(Item + "172612", "(17)")]
    [InlineData(Item + "70032612002359", "(7003)")]
    [InlineData(Item + "70032612312400", "(7003)")]
    [InlineData(Item + "70032612312360", "(7003)")]
    [InlineData(Item + "7003261231235910A", "No GS separator after GS1 identifier (7003)")]
    [InlineData(Item + "10LOT-A17261231", "No GS separator after GS1 identifier (10)")]
    [InlineData(Item + "10ABCDEFGHIJKLMNOPQRSTU", "No GS separator after GS1 identifier (10)")]
    [InlineData(Item + "10", "(10)")]
    [InlineData(Item + "10LOT A", "(10)")]
    [InlineData(Item + "10A" + Gs + "10B", "twice")]
    [InlineData(Item + "10A" + Gs + "8110X", "Unknown GS1 application identifier at “8110X”")]
    [InlineData(Item + "junk", "Unknown GS1")]
    [InlineData("10LOT-A", "neither a GTIN")]
    [InlineData("17261231", "neither a GTIN")]
    [InlineData("00123456789012345675", "(00)")]
    [InlineData("01" + Known.Gtin + Gs + "04", "Unknown GS1")]
    [InlineData("]C1", "no GS1 element string")]
    [InlineData("]d2" + Gs, "no GS1 element string")]
    [InlineData("4601234567893", "")]
    public void Read_DoubtfulSupplierCode_Refused(string raw, string words) => Known.RefusedFor(raw, words);

    [Fact]
    public void Read_LotEndingLikeADateBeforeASeparator_IsRead() =>
        Assert.Equal("AB17261231", Known.Read<SupplierCode>(Item + "10AB17261231" + Gs + "21S").Lot);
}
