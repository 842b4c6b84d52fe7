using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans;

public sealed class IsbtReadingTests
{
    private const string Serial = "&,200000000P000000017";
    private const string Coi = "&/CHA999926000001";

    [Fact]
    public void Read_Day1Bag_GivesEveryField() =>
        Assert.Equal(
            new ContainerCode
            {
                Donation = Known.Donation,
                Flags = DonationFlags.None,
                Product = ProductCode.Parse("YA0011A0"),
                ExpiresAt = Known.EndOf2026,
                Coi = Known.Coi,
            },
            Known.Read<ContainerCode>(Known.Day1Bag));

    [Theory]
    [InlineData("=A99992600000100")]
    [InlineData("]C0=A99992600000100")]
    [InlineData("]d1=A99992600000100\r\n")]
    [InlineData("]d4=A99992600000100")]
    [InlineData("]d4\\000026=A99992600000100")]
    [InlineData("=A99992600000100\t")]
    public void Read_LinearDonation_DonationCode(string raw)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((new DonationCode(Known.Donation, DonationFlags.None), "=A99992600000100"), (reading.Code, reading.Canonical));
    }

    [Fact]
    public void Read_CoiAlone_CoiCode() => Assert.Equal(new CoiCode(Known.Coi), Known.Read<CoiCode>(Coi));

    [Fact]
    public void Read_StaffAlone_StaffCodeWithoutBadge() =>
        Assert.Equal(new StaffCode(StaffNumber.Parse("A999900395A"), null), Known.Read<StaffCode>("='A999900395A"));

    [Theory]
    [InlineData("=+02000='A999900395A" + Serial)]
    [InlineData("=+02000" + Serial + "='A999900395A")]
    public void Read_Badge_InAnyOrder(string raw) =>
        Assert.Equal(new StaffCode(StaffNumber.Parse("A999900395A"), Known.Serial), Known.Read<StaffCode>(raw));

    [Fact]
    public void Read_HouseCode_IsScannedNotTyped()
    {
        var reading = Known.Understood("&e0000000012");
        Assert.Equal((new HouseCode(HouseId.Parse("&e0000000012")), false), (reading.Code, reading.Typed));
        Assert.Equal("(&e)0000000012", Known.Elements(reading));
    }

    [Theory]
    [InlineData("&>0183652359", 2018, 12, 31, 23, 59)]
    [InlineData("&>0263652359", 2026, 12, 31, 23, 59)]
    [InlineData("&>0240602359", 2024, 2, 29, 23, 59)]
    [InlineData("&>0243661200", 2024, 12, 31, 12, 0)]
    [InlineData("=(1001202612312359", 2026, 12, 31, 23, 59)]
    [InlineData("=(2001202612312059", 2026, 12, 31, 23, 59)]
    public void Read_Expiry_IsMoscowTime(string structure, int year, int month, int day, int hour, int minute) =>
        Assert.Equal(
            new DateTimeOffset(year, month, day, hour, minute, 0, MoscowTime.Offset),
            Known.Read<ContainerCode>($"=+02000{Coi}{structure}").ExpiresAt);

    [Theory]
    [InlineData("&>0263662359")]
    [InlineData("&>0260002359")]
    [InlineData("&>0260000000")]
    [InlineData("&>0263652459")]
    [InlineData("&>0263652360")]
    [InlineData("&>9263652359")]
    [InlineData("&>1263652359")]
    [InlineData("&>026365235A")]
    public void Read_ImpossibleExpiry_Refused(string structure) => Known.RefusedFor($"=+02000{Coi}{structure}", "DS 005");

    [Theory]
    [InlineData("=+02000" + Coi + "&*0263301200")]
    [InlineData("=+02000" + Coi + "&}0263301200")]
    [InlineData("=+02000" + Coi + "=(2003202612312359")]
    [InlineData("=+03000" + Coi + "&>0263652359=(2001202612312059")]
    public void Read_LabelWithMoreDates_IsStillTheLabel(string raw) => Assert.Equal(Known.Coi, Known.Read<ContainerCode>(raw).Coi);

    /// <summary>Readable by the standard, but no label of ours.</summary>
    [Theory]
    [InlineData("=+04000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "DS 034")]
    [InlineData("=+02000=A99991712345600&#0108MRN00012", "DS 025")]
    [InlineData("=+02000=A99991712345600=%6200", "DS 002")]
    [InlineData("=A99991712345600=,000012", "does not say whose")]
    [InlineData("=A99992600000100=<YA0011A0", "does not say whose")]
    [InlineData("=%6200", "does not say whose")]
    [InlineData("=#0119700131", "does not say whose")]
    [InlineData("=<YA0011A0", "does not say whose")]
    [InlineData("&>0263652359", "does not say whose")]
    [InlineData("&,1000000000H10126001", "does not say whose")]
    [InlineData("=+01000" + Serial, "no donation number")]
    [InlineData("=+02000='A999900395A" + Coi, "DS 020")]
    [InlineData("=+02000" + Coi + "&,1000000000000XYZ123", "no batch of this trial")]
    [InlineData("=+03000" + Coi + "&>0263652359=(2001202612312359", "two different expiries")]
    [InlineData("=+03000" + Coi + "=(2001202612312359&>0263652359", "two different expiries")]
    public void Read_ThingOfNoStepOfOurs_SaysSo(string raw, string words) => Known.OtherFor(raw, words);

    /// <summary>Personal data is not kept as anything's identifier.</summary>
    [Theory]
    [InlineData("=#0119700131", true)]
    [InlineData("&#0108MRN00012", true)]
    [InlineData("=;A99990000000000000001", true)]
    [InlineData("=#0119700131&#0108MRN00012", true)]
    [InlineData("=<YA0011A0", false)]
    public void Read_CodeAboutAPerson_HasNoIdentifier(string raw, bool isNull) => Assert.Equal(isNull, Known.Read<OtherCode>(raw).Identifier is null);

    [Theory]
    [InlineData("&(00000", "DS 010")]
    [InlineData(@"=\620000000000000000", "DS 012")]
    [InlineData("=]202612", "DS 026")]
    [InlineData("&\"000000000000000000", "DS 027")]
    [InlineData("&$01", "DS 029")]
    [InlineData("&,30000000000000000000", "DS 037")]
    [InlineData("&,4PL001499Z549917123456A00T041600320181231", "DS 038")]
    [InlineData("&:1234567890123456712", "DS 039")]
    [InlineData("&;123", "national donor number")]
    [InlineData("&!1", "confidential unit exclusion")]
    [InlineData("=+02000=A99991712345600&$01", "DS 029")]
    public void Read_StructureNotReadHere_RefusedByName(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("=A999917123456", "incomplete")]
    [InlineData("=A9999260000018", "flag conversion")]
    [InlineData("A99992600000100", "drops it")]
    [InlineData("=A9O991712345600", "DS 001")]
    [InlineData("=O99991712345600", "unknown ISBT 128 data identifier")]
    [InlineData("=099991712345600", "unknown ISBT 128 data identifier")]
    [InlineData("=A9999171234560O", "DS 001")]
    [InlineData("=A999926000001IO", "DS 001")]
    [InlineData("=A99992600000169", "DS 001")]
    [InlineData("=A99992600000100=B99992600000100", "two codes in a row")]
    [InlineData("=A99992600000100junk", "two codes in a row")]
    [InlineData("=A99992600000100" + Coi, "two codes in a row")]
    [InlineData("=<YA0011A0=A99992600000100", "two codes in a row")]
    [InlineData("=A99992600000100=<YA0011A0&>0263652359", "two codes in a row")]
    [InlineData("=A99992600000100=<YA0011A", "incomplete")]
    [InlineData("&/XXA999926000001", "DS 040")]
    [InlineData("&/CHA99992600000", "incomplete")]
    [InlineData("='O999900395A", "DS 020")]
    public void Read_DamagedSingle_RefusedWithTheCause(string raw, string words) => Known.RefusedFor(raw, words);

    [Fact]
    public void Read_FlagsOfTheCheckValue_AreCheckedToo() =>
        Assert.Equal("68", Known.Read<DonationCode>("=A99992600000168").Flags.ToString());

    [Theory]
    [InlineData("=+05000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", "announces 5 structures, 4 arrived")]
    [InlineData("=+03000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", "announces 3 structures, 4 arrived")]
    [InlineData("=+04000A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", "At character 8")]
    [InlineData("=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001junk", "At character 63")]
    [InlineData("=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA99992600000", "incomplete")]
    [InlineData("=+02000=A99992600000100=A99992600000100", "twice")]
    [InlineData("=+02000=(2001202612312359=(1001202612312359", "twice")]
    [InlineData("=+02001=A99992600000100&/CHA999926000001", "order 001")]
    [InlineData("=+0200", "header")]
    [InlineData("=+", "header")]
    [InlineData("=+AA000&/CHA999926000001", "header")]
    [InlineData("=+00000", "announces 0 structures")]
    [InlineData("=+02000=A99992600000100&e0000000012", "At character 24")]
    [InlineData("=+02000=A99992600000100=+01000" + Coi, "Another compound message")]
    [InlineData("=+02000&/CHA999926000001&,2000000000000000000", "DS 036")]
    [InlineData("=+02000&/CHA999926000001=<YA0-11A0", "DS 003")]
    [InlineData("=+02000&/CHA999926000001=<YA001199", "refers to DS 032")]
    [InlineData("=+03000&/CHA999926000001=<YA0011A0=,000001", "given twice")]
    public void Read_DamagedCompound_RefusedWhole(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("&a0000000001", "house code")]
    [InlineData("&e000000001", "house code")]
    [InlineData("&e000000001-", "house code")]
    [InlineData("&e00000000121", "check character")]
    [InlineData("&", "unknown ISBT 128")]
    [InlineData("=", "unknown ISBT 128")]
    public void Read_DamagedHouseCode_Refused(string raw, string words) => Known.RefusedFor(raw, words);
}
