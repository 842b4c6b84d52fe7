using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>Strings that the standards and their users published, and those computed from them.</summary>
public sealed class PublishedVectorTests
{
    private const string Gs = Known.Gs;

    [Theory]
    [InlineData("=+04000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "(034)A9997XYZ100T0479(001)A99991712345600(032)000012(004)019031")]
    [InlineData(
        "=+06000=/A9999XYZ100T0476=,000025=A99971712345600=>019032=}017032&,1000000000000XYZ123",
        "(034)A9999XYZ100T0476(032)000025(001)A99971712345600(004)019032(008)017032(035)000000000000XYZ123")]
    [InlineData("=A99991712345600=,000012", "(001)A99991712345600(032)000012")]
    [InlineData(Known.Day1Bag, "(001)A99992600000100(003)YA0011A0(005)0263652359(040)CHA999926000001")]
    [InlineData(
        "=+04000=A99992600000100=<YA0011B0&>0263652359&/CHA999926000001",
        "(001)A99992600000100(003)YA0011B0(005)0263652359(040)CHA999926000001")]
    [InlineData("=%6200", "(002)6200")]
    [InlineData("=%T300", "(002)T300")]
    [InlineData("=<T0416003", "(003)T0416003")]
    [InlineData("&>0183652359", "(005)0183652359")]
    [InlineData("=>019031", "(004)019031")]
    [InlineData("=}017032", "(008)017032")]
    [InlineData("&>0240602359", "(005)0240602359")]
    [InlineData("&>0243661200", "(005)0243661200")]
    [InlineData("=W00000912345602", "(001)W00000912345602")]
    [InlineData("=A99992112345601", "(001)A99992112345601")]
    [InlineData("=#0119700131", "(024)0119700131")]
    [InlineData("&#0108MRN00012", "(025)0108MRN00012")]
    [InlineData("='A999900395A", "(020)A999900395A")]
    [InlineData("=,000002", "(032)000002")]
    [InlineData("&*0263301200", "(007)0263301200")]
    [InlineData("]d2011231231231233310ABC123" + Gs + "99TESTING", "(01)12312312312333(10)ABC123(99)TESTING")]
    [InlineData("]C1011231231231233310ABC123" + Gs + "99TESTING", "(01)12312312312333(10)ABC123(99)TESTING")]
    [InlineData("]Q1https://example.com/01/12312312312333?99=TEST", "(01)12312312312333(99)TEST")]
    [InlineData("]d200123456789012345675", "(00)123456789012345675")]
    [InlineData("]d28018123456789012345675", "(8018)123456789012345675")]
    [InlineData("]d28017123456789012345675", "(8017)123456789012345675")]
    [InlineData("]d20124012345678905", "(01)24012345678905")]
    [InlineData("]d2410" + "2112233789657", "(410)2112233789657")]
    public void Read_GoodVector_GivesItsElements(string raw, string elements)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((elements, Repairs.None), (Known.Elements(reading), reading.Repairs));
        Assert.Equal(reading.Content.Family == CodeFamily.Gs1 || raw[0] != ']' ? raw : raw[3..], reading.Canonical);
    }

    [Theory]
    [InlineData("=+05000=/A9997XYZ100T0479=A99991712345600=,000012=>019031", "isbt.count")]
    [InlineData("=A999917123456", "isbt.length")]
    [InlineData("=A9O991712345600", "isbt.content")]
    [InlineData("=+05000=Z54991712345600=%T300=<T0416003&>0183652359&,4PL001499Z549917123456A00T041600320181231", "isbt.notReadHere")]
    [InlineData(@"=\620000000000000000", "isbt.notReadHere")]
    [InlineData("=>026366", "isbt.content")]
    [InlineData("&>0260000000", "isbt.content")]
    [InlineData("&>0263652400", "isbt.content")]
    [InlineData("&>0263652360", "isbt.content")]
    [InlineData("]C1", "gs1.notGs1")]
    [InlineData("]XX", "scan.unknownSymbol")]
    [InlineData("]d2", "gs1.notGs1")]
    [InlineData("]d2011234567890123210", "gs1.mod10")]
    [InlineData("]d28018123456789012345670", "gs1.mod10")]
    [InlineData("]d200123456789012345670", "gs1.mod10")]
    [InlineData("]d2" + "01" + Known.Gtin + "10xyz3040", "gs1.ambiguous")]
    public void Read_BadVector_RefusedForItsCause(string raw, string key) => Assert.Equal(key, Known.Refusal(raw).Key);

    /// <summary>What the Russian layout makes of a scan, from the table of the reference.</summary>
    [Theory]
    [InlineData("=A99992600000100", "=Ф99992600000100")]
    [InlineData("=<YA0011A0", "=БНФ0011Ф0")]
    [InlineData("&>0263652359", "?Ю0263652359")]
    [InlineData("&/CHA999926000001", "?.СРФ999926000001")]
    [InlineData("=,000002", "=б000002")]
    [InlineData("=#0119700131", "=№0119700131")]
    [InlineData("='A999900395A", "=эФ999900395Ф")]
    [InlineData("&*0263301200", "?*0263301200")]
    [InlineData("]d201" + Known.Gtin + "10LOT-A", "ъв201" + Known.Gtin + "10ДЩЕ-Ф")]
    public void Read_RussianImage_IsTheScan(string scan, string image)
    {
        var reading = Known.Understood(image);
        Assert.Equal((scan, Repairs.Layout), (reading.Canonical, reading.Repairs));
    }

    [Theory]
    [InlineData("=A99992600000100", "=a99992600000100")]
    [InlineData("=<YA0011A0", "=<ya0011a0")]
    [InlineData("&/CHA999926000001", "&/cha999926000001")]
    [InlineData("='A999900395A", "='a999900395a")]
    [InlineData("]d201" + Known.Gtin + "10LOT-A", "]D201" + Known.Gtin + "10lot-a")]
    public void Read_CapsLockImage_IsTheScan(string scan, string image)
    {
        var reading = Known.Understood(image);
        Assert.Equal((scan, Repairs.CapsLock), (reading.Canonical, reading.Repairs));
    }

    /// <summary>A patient's number may be of either case, so through a keyboard in disorder nobody knows which it was.</summary>
    [Theory]
    [InlineData("?№0108ЬКТ00012")]
    [InlineData("?№0108ьке00012")]
    [InlineData("&#0108mrn00012")]
    public void Read_PatientNumberOfUncertainCase_Refused(string image) => Assert.Equal("scan.twoMeanings", Known.Refusal(image).Key);
}
