using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

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
                Flags = "00",
                Product = ProductCode.Parse("YA0011A0"),
                ExpiresAt = Known.EndOf2026,
                Coi = Known.Coi,
            },
            Known.Read<ContainerCode>(Known.Day1Bag));

    [Theory]
    [InlineData("=A99992600000100")]
    [InlineData("]C0=A99992600000100")]
    [InlineData("]d1=A99992600000100\r\n")]
    [InlineData("=A99992600000100\t")]
    public void Read_LinearDonation_DonationCode(string raw) => Assert.Equal(new DonationCode(Known.Donation, "00"), Known.Read<DonationCode>(raw));

    [Fact]
    public void Read_CoiAlone_CoiCode() => Assert.Equal(new CoiCode(Known.Coi), Known.Read<CoiCode>(Coi));

    [Fact]
    public void Read_StaffAlone_StaffCodeWithoutBadge() =>
        Assert.Equal(new StaffCode(StaffNumber.Parse("A999900395A"), null), Known.Read<StaffCode>("='A999900395A"));

    [Fact]
    public void Read_HouseCode_IsScannedNotTyped()
    {
        var reading = Known.Understood("&e0000000012");
        Assert.Equal((new HouseCode(HouseId.Parse("&e0000000012")), false), (reading.Code, reading.Typed));
    }

    [Theory]
    [InlineData("&>0183652359", 2018, 12, 31, 23, 59)]
    [InlineData("&>0263652359", 2026, 12, 31, 23, 59)]
    [InlineData("&>0240602359", 2024, 2, 29, 23, 59)]
    [InlineData("&>0243661200", 2024, 12, 31, 12, 0)]
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
    [InlineData("=+04000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "DS 034")]
    [InlineData("=+05000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "DS 034")]
    [InlineData("=+06000=/A9999XYZ100T0476=,000025=A99971712345600=>019032=}017032&,1000000000000XYZ123", "DS 034")]
    [InlineData("=+05000=Z54991712345600=%T300=<T0416003&>0183652359&,4PL001499Z549917123456A00T041600320181231", "DS 002")]
    [InlineData("=+02000=A99991712345600&#0108MRN00012", "DS 025")]
    [InlineData("=+02000=A99991712345600&$01", "DS 029")]
    [InlineData("=A99991712345600=,000012", "two codes in a row")]
    [InlineData("=%6200", "DS 002")]
    [InlineData(@"=\620000000000000000", "DS 012")]
    [InlineData("=#0119700131", "DS 024")]
    [InlineData("=<YA0011A0", "does not say whose")]
    [InlineData("&>0263652359", "does not say whose")]
    [InlineData("&,1000000000H10126001", "does not say whose")]
    public void Read_StructureOfNoStepOfOurs_RefusedByName(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("=A999917123456", "incomplete")]
    [InlineData("=A9999260000018", "flag conversion")]
    [InlineData("A99992600000100", "drops it")]
    [InlineData("=A9O991712345600", "DS 001")]
    [InlineData("=O99991712345600", "unknown ISBT 128 data identifier")]
    [InlineData("=A9999171234560O", "DS 001")]
    [InlineData("=A99992600000100=A99992600000100", "two codes in a row")]
    [InlineData("=A99992600000100junk", "two codes in a row")]
    [InlineData("&/XXA999926000001", "DS 040")]
    [InlineData("&/CHA99992600000", "incomplete")]
    [InlineData("='O999900395A", "DS 020")]
    public void Read_DamagedSingle_RefusedWithTheCause(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("=+05000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", "announces 5 structures, 4 arrived")]
    [InlineData("=+03000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", "announces 3 structures, 4 arrived")]
    [InlineData("=+04000A99992600000100=<YA0011A0&>0263652359&/CHA999926000001", "At character 8")]
    [InlineData("=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001junk", "At character 63")]
    [InlineData("=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA99992600000", "incomplete")]
    [InlineData("=+02000=A99992600000100=A99992600000100", "twice")]
    [InlineData("=+02001=A99992600000100&/CHA999926000001", "order 001")]
    [InlineData("=+0200", "header")]
    [InlineData("=+", "header")]
    [InlineData("=+AA000&/CHA999926000001", "header")]
    [InlineData("=+00000", "no donation number")]
    [InlineData("=+01000" + Serial, "no donation number")]
    [InlineData("=+02000='A999900395A&/CHA999926000001", "mixes staff")]
    [InlineData("=+02000=A99992600000100&e0000000012", "At character 24")]
    [InlineData("=+02000&/CHA999926000001&,1000000000000XYZ123", "no batch of this trial")]
    [InlineData("=+02000&/CHA999926000001&,2000000000000000000", "DS 036")]
    [InlineData("=+02000&/CHA999926000001=<YA0-11A0", "DS 003")]
    public void Read_DamagedCompound_RefusedWhole(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("&a0000000001", "house code")]
    [InlineData("&e000000001", "house code")]
    [InlineData("&e000000001-", "house code")]
    [InlineData("&e00000000121", "check character")]
    [InlineData("&", "unknown ISBT 128")]
    [InlineData("=", "unknown ISBT 128")]
    public void Read_DamagedHouseCode_Refused(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("]d2=A99992600000100")]
    [InlineData("]C1&/CHA999926000001")]
    [InlineData("]d1011234567890123110LOT")]
    [InlineData("]C0A999926000001")]
    public void Read_PrefixOfTheOtherStandard_Refused(string raw) => Known.Refused(raw);

    [Theory]
    [InlineData("]C2=A99992600000100")]
    [InlineData("]C4=A99992600000100")]
    [InlineData("]Q1=A99992600000100")]
    [InlineData("]E04601234567893")]
    [InlineData("]z0&e0000000012")]
    [InlineData("]XX")]
    [InlineData("]")]
    public void Read_SymbolNotUsedHere_Refused(string raw) => Known.RefusedFor(raw, "kind of symbol");
}
