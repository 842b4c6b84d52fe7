using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans;

public sealed class KeyboardLayoutTests
{
    [Theory]
    [InlineData("=A99992600000100", "=Ф99992600000100")]
    [InlineData("=<YA0011A0", "=БНФ0011Ф0")]
    [InlineData("&>0263652359", "?Ю0263652359")]
    [InlineData("&/CHA999926000001", "?.СРФ999926000001")]
    [InlineData("=,000002", "=б000002")]
    [InlineData("=#0119700131", "=№0119700131")]
    [InlineData("&#0108MRN00012", "?№0108ЬКТ00012")]
    [InlineData("='A999900395A", "=эФ999900395Ф")]
    [InlineData("]d201046010LOT-A", "ъв201046010ДЩЕ-Ф")]
    [InlineData("]C1", "ъС1")]
    [InlineData("&*0263301200", "?*0263301200")]
    [InlineData("&$", "?;")]
    [InlineData("GC:ABCD2345", "ПСЖФИСВ2345")]
    public void ToUs_ImageOfAScan_GivesTheScan(string scan, string image) =>
        Assert.Equal((scan, image), (KeyboardLayout.ToUs(image), Distortion.Russian(scan)));

    [Fact]
    public void ToUs_EveryKey_IsTheInverseOfTheLayout()
    {
        var keys = string.Concat(Enumerable.Range(' ', 95).Select(c => (char)c));
        Assert.Equal(keys, KeyboardLayout.ToUs(Distortion.Russian(keys)));
    }

    /// <summary>These cannot be typed in the Russian layout.</summary>
    [Theory]
    [InlineData("=ФA9992600000100")]
    [InlineData("=Є99992600000100")]
    [InlineData("&Ф")]
    [InlineData("<")]
    [InlineData("]")]
    [InlineData("'")]
    [InlineData("é")]
    public void ToUs_TextOfAnotherLayout_Null(string text) => Assert.Null(KeyboardLayout.ToUs(text));

    [Theory]
    [InlineData("=Ф99992600000100", Repairs.Layout)]
    [InlineData("=ф99992600000100", Repairs.Layout | Repairs.CapsLock)]
    [InlineData("=a99992600000100", Repairs.CapsLock)]
    [InlineData("ъв1=Ф99992600000100", Repairs.Layout)]
    [InlineData("ЪВ1=ф99992600000100", Repairs.Layout | Repairs.CapsLock)]
    [InlineData("]D1=a99992600000100", Repairs.CapsLock)]
    public void Read_DonationThroughTheLayout_CorrectedAndMarked(string raw, Repairs repairs)
    {
        var reading = Known.Understood(raw);
        Assert.Equal(new DonationCode(Known.Donation, DonationFlags.None), reading.Code);
        Assert.Equal((repairs, "=A99992600000100"), (reading.Repairs, reading.Canonical));
    }

    [Theory]
    [InlineData("?.СРФ999926000001")]
    [InlineData("?.срф999926000001")]
    [InlineData("&/cha999926000001")]
    public void Read_CoiThroughTheLayout_Corrected(string raw) => Assert.Equal(new CoiCode(Known.Coi), Known.Read<CoiCode>(raw));

    [Theory]
    [InlineData("?у0000000012")]
    [InlineData("?У0000000012")]
    [InlineData("&E0000000012")]
    public void Read_HouseCodeThroughTheLayout_Corrected(string raw) =>
        Assert.Equal(new HouseCode(HouseId.Parse("&e0000000012")), Known.Read<HouseCode>(raw));

    /// <summary>The case of a split matters: CapsLock turns Aa into aA, and only turning everything back makes a product code of it.</summary>
    [Theory]
    [InlineData("=<ya0011aA", "=<YA0011Aa")]
    [InlineData("=<ya001R00", "=<YA001r00")]
    [InlineData("=<ya001r00", "=<YA001R00")]
    public void Read_ProductCodeThroughCapsLock_KeepsItsCase(string raw, string scan) => Assert.Equal(scan, Known.Understood(raw).Canonical);

    [Fact]
    public void Read_SupplierCodeWithPrefixThroughTheLayout_KeepsTheCaseOfTheLot()
    {
        Assert.Equal("LOT-A", Known.Read<SupplierCode>($"ъв201{Known.Gtin}10ДЩЕ-Ф").Lot);
        Assert.Equal("LOT-A", Known.Read<SupplierCode>($"]D201{Known.Gtin}10lot-a").Lot);
        Assert.Equal("lot-A", Known.Read<SupplierCode>($"]d201{Known.Gtin}10lot-A").Lot);
    }

    /// <summary>Without the prefix nothing shows in what state the keyboard was.</summary>
    [Theory]
    [InlineData("01" + Known.Gtin + "10ДЩЕ-Ф")]
    [InlineData("01" + Known.Gtin + "10lot-a")]
    [InlineData("01" + Known.Gtin + "10lot-A")]
    [InlineData("01" + Known.Gtin + "1012.34")]
    [InlineData("01" + Known.Gtin + "1012?34")]
    public void Read_SupplierCodeWithoutPrefixThatMayBeAnImage_RefusedAsAmbiguous(string raw) =>
        Assert.Equal("scan.twoMeanings", Known.Refusal(raw).Key);

    [Theory]
    [InlineData("01" + Known.Gtin + "10LOT.A", "LOT.A")]
    [InlineData("01" + Known.Gtin + "1012-34", "12-34")]
    public void Read_SupplierCodeWithoutPrefixThatIsNoImage_Read(string raw, string lot) => Assert.Equal(lot, Known.Read<SupplierCode>(raw).Lot);

    [Theory]
    [InlineData("?(00000", "DS 010")]
    [InlineData("?;01", "DS 029")]
    public void Read_OtherStructureThroughTheLayout_RefusedByName(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("=ФA9992600000100")]
    [InlineData("=Є99992600000100")]
    [InlineData("=+02000=Ф99992600000100&/CHA999926000001")]
    [InlineData("&/СHA999926000001")]
    [InlineData("&/СНА999926000001")]
    public void Read_MixedAlphabets_Refused(string raw) => Known.Refused(raw);

    /// <summary>Cyrillic А is the image of F, whatever it looks like.</summary>
    [Fact]
    public void Read_LookAlikeLetter_IsTheKeyItStandsFor()
    {
        var reading = Known.Understood("=А99992600000100");
        Assert.Equal(("=F99992600000100", Repairs.Layout), (reading.Canonical, reading.Repairs));
    }
}
