using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

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
        Assert.Equal(scan, KeyboardLayout.ToUs(image));

    [Theory]
    [InlineData("=ФA9992600000100")]
    [InlineData("=Є99992600000100")]
    public void ToUs_MixedAlphabetsOrAnotherLayout_Null(string text) => Assert.Null(KeyboardLayout.ToUs(text));

    [Theory]
    [InlineData("=Ф99992600000100", "=A99992600000100")]
    [InlineData("=ф99992600000100", "=A99992600000100")]
    [InlineData("=a99992600000100", "=A99992600000100")]
    [InlineData("ъв1=Ф99992600000100", "=A99992600000100")]
    public void Read_DonationThroughTheLayout_CorrectedAndMarked(string raw, string normalized)
    {
        var reading = Known.Understood(raw);
        Assert.Equal(new DonationCode(Known.Donation, "00"), reading.Code);
        Assert.True(reading.LayoutCorrected);
        Assert.Equal(normalized, reading.Normalized);
    }

    [Theory]
    [InlineData("?.СРФ999926000001")]
    [InlineData("?.срф999926000001")]
    [InlineData("&/cha999926000001")]
    public void Read_CoiThroughTheLayout_Corrected(string raw) => Assert.Equal(new CoiCode(Known.Coi), Known.Read<CoiCode>(raw));

    [Theory]
    [InlineData("=эФ999900395Ф")]
    [InlineData("='a999900395a")]
    public void Read_StaffThroughTheLayout_Corrected(string raw) =>
        Assert.Equal(new StaffCode(StaffNumber.Parse("A999900395A"), null), Known.Read<StaffCode>(raw));

    [Fact]
    public void Read_SupplierCodeWithPrefixThroughTheLayout_KeepsTheCaseOfTheLot()
    {
        Assert.Equal("LOT-A", Known.Read<SupplierCode>($"ъв201{Known.Gtin}10ДЩЕ-Ф").Lot);
        Assert.Equal("LOT-A", Known.Read<SupplierCode>($"]D201{Known.Gtin}10lot-a").Lot);
    }

    [Fact]
    public void Read_SupplierCodeWithoutPrefixThroughTheLayout_RefusedAsAmbiguous() =>
        Known.RefusedFor($"01{Known.Gtin}10ДЩЕ-Ф", "two ways");

    [Theory]
    [InlineData("?*0263301200", "DS 007")]
    [InlineData("=№0119700131", "DS 024")]
    [InlineData("?№0108ЬКТ00012", "DS 025")]
    [InlineData("?Ю0263652359", "DS 005")]
    [InlineData("=БНФ0011Ф0", "DS 003")]
    [InlineData("=б000002", "DS 032")]
    public void Read_OtherStructureThroughTheLayout_RefusedByName(string raw, string words) => Known.RefusedFor(raw, words);

    [Theory]
    [InlineData("=ФA9992600000100")]
    [InlineData("=Є99992600000100")]
    public void Read_MixedAlphabetsOrAnotherLayout_Refused(string raw) => Known.Refused(raw);
}
