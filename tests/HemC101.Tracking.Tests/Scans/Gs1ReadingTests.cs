using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

public sealed class Gs1ReadingTests
{
    private const string Gs = Known.Gs;
    private const string Band = Known.Band;
    private const string Item = "01" + Known.Gtin;

    [Theory]
    [InlineData(Band)]
    [InlineData("]d2" + Band)]
    [InlineData("]d5" + Band)]
    [InlineData("]d5\\000026" + Band)]
    [InlineData("]C1" + Band + "\r")]
    [InlineData("]Q3" + Band)]
    [InlineData("]J1" + Band)]
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
    public void Read_PatientCodeFromOtherMedia_NotAWristband(string media) =>
        Known.OtherFor($"8018{Known.Patient}{Gs}80192{Gs}7241{media}", $"media type {media}");

    [Theory]
    [InlineData("8018" + Known.Patient, "incomplete")]
    [InlineData("8018" + Known.Patient + Gs + "80192", "incomplete")]
    [InlineData("8018" + Known.Patient + Gs + "724101", "incomplete")]
    [InlineData("8018" + Known.Patient + Gs + "80192724101", "incomplete")]
    [InlineData("]d28018" + Known.Patient + Gs + "80190" + Gs + "724101", "instance 0")]
    [InlineData("]d28018" + Known.Patient + Gs + "801902" + Gs + "724101", "instance 02")]
    [InlineData("8018" + Known.Patient + Gs + "80199999999999" + Gs + "724101", "instance 9999999999")]
    [InlineData(Band + Gs + Item, "other data (01)")]
    [InlineData(Band + Gs + "91CHA999926000001", "other data (91)")]
    [InlineData("8017" + Known.Patient, "(8017)")]
    [InlineData("00123456789012345675", "(00)")]
    [InlineData("4102112233789657", "(410)")]
    public void Read_CodeOfNoStepOfOurs_SaysSo(string raw, string words) => Known.OtherFor(raw, words);

    [Theory]
    [InlineData("8018" + Known.Patient + Gs + "725019700131", true)]
    [InlineData("8017" + Known.Patient, true)]
    [InlineData("00123456789012345675", false)]
    public void Read_CodeAboutAPerson_HasNoIdentifier(string raw, bool isNull) => Assert.Equal(isNull, Known.Read<OtherCode>(raw).Identifier is null);

    [Theory]
    [InlineData("8018" + Known.Patient + "80192" + Gs + "724101", "No GS separator after GS1 identifier (8018)")]
    [InlineData("8018" + Known.Patient + Gs + "72410180192", "No GS separator after GS1 identifier (7241)")]
    [InlineData("8018460123456789000015" + Gs + "80192" + Gs + "724101", "the check digit does not match")]
    [InlineData("801846012345678900001", "wrong length")]
    [InlineData("8018" + Known.Patient + Gs + "8019" + Gs + "724101", "(8019")]
    [InlineData("8018" + Known.Patient + Gs + "80192" + Gs + "72411", "(7241")]
    [InlineData("8018" + Known.Patient + Gs + "80192" + Gs + "724100", "no such media type")]
    [InlineData(Band + Gs + "80193", "twice")]
    [InlineData(Band + Gs + Gs, "Unknown GS1")]
    [InlineData(Band + Gs + "8017" + Known.Patient, "may not stand in one code")]
    [InlineData("(8018)" + Known.Patient + "(8019)2(7241)01", "brackets")]
    [InlineData("]d2(8018)" + Known.Patient + "(8019)2(7241)01", "brackets")]
    [InlineData(Known.Patient, "")]
    public void Read_DoubtfulPatientCode_Refused(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData(Item, null, null, null)]
    [InlineData(Item + "10LOT-A", "LOT-A", null, null)]
    [InlineData(Item + "1726123110LOT-A", "LOT-A", "2026-12-31", null)]
    [InlineData(Item + "1726020010LOT-A", "LOT-A", "2026-02-28", null)]
    [InlineData(Item + "17240200", null, "2024-02-29", null)]
    [InlineData(Item + "10LOT-A" + Gs + "17261231" + "21S/1", "LOT-A", "2026-12-31", "S/1")]
    [InlineData("]d2" + Item + "70032612312359" + Gs + "10a", "a", "2026-12-31", null)]
    [InlineData(Item + "11250101" + "10X" + Gs + "240REF" + Gs + "21Y" + Gs, "X", null, "Y")]
    [InlineData("10X" + Gs + Item, "X", null, null)]
    [InlineData("]d2" + Item + "21S" + Gs + "91EE11" + Gs + "92aGk=", null, null, "S")]
    [InlineData("]e0" + Item + "3103000750", null, null, null)]
    [InlineData("]d2011231231231233310ABC123", "ABC123", null, null)]
    [InlineData(Item + Gs + "10LOT-A", "LOT-A", null, null)]
    [InlineData(Item + "10AB17261231" + Gs + "21S", "AB17261231", null, "S")]
    public void Read_SupplierCode_GivesItsParts(string raw, string? lot, string? expiresOn, string? serial)
    {
        var code = Known.Read<SupplierCode>(raw);
        Assert.Equal((lot, expiresOn, serial), (code.Lot, code.ExpiresOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture), code.SerialNumber));
        Assert.Equal(14, code.Gtin.Length);
    }

    [Theory]
    [InlineData("0112345678901232", "gs1.mod10")]
    [InlineData("011234567890123", "gs1.length")]
    [InlineData("0112345678901A31", "gs1.characters")]
    [InlineData(Item + "17261301", "gs1.month")]
    [InlineData(Item + "17260230", "gs1.month")]
    [InlineData(Item + "172612", "gs1.length")]
    [InlineData(Item + "70032612002359", "gs1.day")]
    [InlineData(Item + "70032612312400", "gs1.clock")]
    [InlineData(Item + "70032612312360", "gs1.clock")]
    [InlineData(Item + "10LOT-A17261231", "gs1.ambiguous")]
    [InlineData(Item + "10LOTAAAAAAAAA17261231", "gs1.ambiguous")]
    [InlineData(Item + "10xyz3040", "gs1.ambiguous")]
    [InlineData(Item + "10ABCDEFGHIJKLMNOPQRSTU", "gs1.separator")]
    [InlineData(Item + "10", "gs1.length")]
    [InlineData(Item + "10LOT A", "gs1.characters")]
    [InlineData(Item + "10A" + Gs + "10B", "gs1.aiTwice")]
    [InlineData(Item + "10A" + Gs + "8110X", "gs1.unknownAi")]
    [InlineData(Item + "junk", "gs1.unknownAi")]
    [InlineData(Item + "02" + Known.Gtin + "375", "gs1.partnerForbidden")]
    [InlineData("]d210LOT-A", "gs1.partnerMissing")]
    [InlineData("]d217261231", "gs1.partnerMissing")]
    [InlineData("]d2" + Item + "250X", "gs1.partnerMissing")]
    [InlineData("]d202" + Known.Gtin, "gs1.partnerMissing")]
    [InlineData("]d203" + Known.Gtin + "7240HemC101-01-01", "gs1.partnerMissing")]
    [InlineData("91ABC", "gs1.notProven")]
    [InlineData("91CHA999926000001", "gs1.ambiguous")]
    [InlineData(Item + Gs + "04", "gs1.unknownAi")]
    [InlineData("]C1", "gs1.notGs1")]
    [InlineData("]d2" + Gs, "gs1.notGs1")]
    [InlineData("4601234567893", "scan.checkNeeded")]
    [InlineData("0461234567893", "gs1.notGs1")]
    public void Read_DoubtfulSupplierCode_Refused(string raw, string key) => Assert.Equal(key, Known.Refusal(raw).Key);

    /// <summary>The GS1 alternative for a dose bag, order fixed-first.</summary>
    [Fact]
    public void Read_ProductWithProtocolAndInternalFields_KeepsTheirOrder() =>
        Assert.Equal(
            $"(01){Known.Gtin}(10)B1(21)S1(7003)2612312359(7240)HemC101-01-01(91)CHA999926000001(92)D1",
            Known.Elements(Known.Understood(
                $"]d2{Item}10B1{Gs}21S1{Gs}70032612312359{Gs}7240HemC101-01-01{Gs}91CHA999926000001{Gs}92D1")));
}
