using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>What a field holds after scanning: suffixes, the same scan again, two scans.</summary>
public sealed class ScanBufferTests
{
    private const string Din = "=A99992600000100";
    private const string Item = "]d201" + Known.Gtin + "10LOT";

    [Theory]
    [InlineData(Din, "")]
    [InlineData(Din + "\r", "suffix")]
    [InlineData(Din + "\n", "suffix")]
    [InlineData(Din + "\r\n", "suffix")]
    [InlineData(Din + "\t", "suffix")]
    [InlineData("\n" + Din, "suffix")]
    [InlineData(Din + Din, "duplicate")]
    [InlineData(Din + Din + Din, "duplicate")]
    [InlineData(Din + "\r" + Din, "suffix,duplicate")]
    [InlineData(Din + "\r\n" + Din + "\r\n", "suffix,duplicate")]
    [InlineData(Din + "\t" + Din + "\t" + Din, "suffix,duplicate")]
    [InlineData("=Ф99992600000100=Ф99992600000100\r", "layout,suffix,duplicate")]
    [InlineData("=a99992600000100=a99992600000100", "capslock,duplicate")]
    public void Read_OneScanInTheField_ReadWithItsRepairs(string raw, string repairs)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((Din, repairs), (reading.Canonical, string.Join(',', RepairNames.Keys(reading.Repairs))));
    }

    [Theory]
    [InlineData(Item + Item)]
    [InlineData("01" + Known.Gtin + "01" + Known.Gtin)]
    [InlineData(Known.Day1Bag + Known.Day1Bag)]
    [InlineData("&e0000000012&e0000000012")]
    [InlineData("01" + Known.Gtin + "10LOT01" + Known.Gtin + "10LOT")]
    [InlineData("01" + Known.Gtin + "21X01" + Known.Gtin + "21X")]
    [InlineData(Din + "=<YA0011A0" + Din + "=<YA0011A0")]
    public void Read_SameScanTwiceWithoutSuffix_ReadOnce(string raw)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((raw[..(raw.Length / 2)], Repairs.Duplicate), (reading.Canonical, reading.Repairs));
    }

    [Theory]
    [InlineData(Din + "\r=A99992600000200\r", "scan.twoScans")]
    [InlineData(Din + "\t&/CHA999926000001", "scan.twoScans")]
    [InlineData(Din + "\r" + Din + "\r=A99992600000200", "scan.twoScans")]
    [InlineData(Din + "=A99992600000200", "isbt.concatenated")]
    [InlineData(Din + "=A99992600000107", "isbt.concatenated")]
    [InlineData(Din + "&e0000000012", "isbt.concatenated")]
    [InlineData(Known.Day1Bag + Din, "isbt.twice")]
    [InlineData(Item + "]d201" + Known.Gtin + "10LOU", "gs1.separator")]
    [InlineData(Item + "7" + Din, "scan.twoScans")]
    [InlineData(Item + "7=a99992600000100", "scan.twoScans")]
    [InlineData(Item + "7&e0000000012", "scan.twoScans")]
    [InlineData(Item + "7&E0000000012", "scan.twoScans")]
    [InlineData(Item + "7" + Known.Gs + "21S1&/CHA999926000001", "scan.twoScans")]
    [InlineData("]C101" + Known.Gtin + "21S1&e0000000012", "scan.twoScans")]
    [InlineData("01" + Known.Gtin + "17261231" + "10L7" + Din, "scan.twoScans")]
    [InlineData("https://id.gs1.org/01/" + Known.Gtin + "/10/7?17=261231&e0000000012", "scan.twoScans")]
    [InlineData("0104601234567893" + "10LOT1" + "0104601234567916", "gs1.ambiguous")]
    [InlineData("0105004358456705" + "102OJ" + "0104605737763806" + "17271231", "gs1.ambiguous")]
    [InlineData("0104005219671726" + "10W7BLOQW" + "0100813337795446", "gs1.ambiguous")]
    public void Read_TwoScansInTheField_Refused(string raw, string key) => Assert.Equal(key, Known.Refusal(raw).Key);

    /// <summary>A station that sends GS shows only that none was lost inside one symbol.</summary>
    [Fact]
    public void Read_TwoProductsWithoutPrefix_RefusedAtEveryStation()
    {
        var reading = BarcodeReader.Read("010460123456789310LOT10104601234567916", new ScannerSetup(SendsSeparators: true));
        Assert.Equal("scan.twoScans", Assert.IsType<Reading.Unreadable>(reading).Refusal.Key);
    }

    /// <summary>Both marks are allowed in a lot.</summary>
    [Theory]
    [InlineData(Item + "A&B=C1")]
    [InlineData(Item + "=%123")]
    [InlineData(Item + "7&e00")]
    public void Read_LotWithTheMarksOfOtherCodes_ReadAsItStands(string raw) => Assert.Equal(raw, Known.Understood(raw).Canonical);

    [Theory]
    [InlineData("A9999260000018A9999260000018")]
    [InlineData("CHA999926000001*CHA999926000001*")]
    public void Read_TypedTwice_Refused(string raw) => Known.Refused(raw);
}
