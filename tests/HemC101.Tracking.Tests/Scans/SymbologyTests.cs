using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>The symbology identifier decides between the standards.</summary>
public sealed class SymbologyTests
{
    private const string Din = "=A99992600000100";
    private const string House = "&e0000000012";
    private const string Item = "01" + Known.Gtin;
    private const string Link = "https://id.gs1.org/01/" + Known.Gtin;

    [Theory]
    [InlineData("]C0" + Din, CodeFamily.Isbt128)]
    [InlineData("]d1" + Din, CodeFamily.Isbt128)]
    [InlineData("]d4" + Din, CodeFamily.Isbt128)]
    [InlineData("]C4" + Din + "=<YA0011A0", CodeFamily.Isbt128)]
    [InlineData("]C0" + House, CodeFamily.House)]
    [InlineData("]d1" + House, CodeFamily.House)]
    [InlineData("]Q1" + House, CodeFamily.House)]
    [InlineData("]z0" + House, CodeFamily.House)]
    [InlineData("]zC" + House, CodeFamily.House)]
    [InlineData("]C1" + Item, CodeFamily.Gs1)]
    [InlineData("]d2" + Item, CodeFamily.Gs1)]
    [InlineData("]d5" + Item, CodeFamily.Gs1)]
    [InlineData("]Q3" + Item, CodeFamily.Gs1)]
    [InlineData("]e0" + Item, CodeFamily.Gs1)]
    [InlineData("]J1" + Item, CodeFamily.Gs1)]
    [InlineData("]d1" + Link, CodeFamily.Gs1)]
    [InlineData("]Q1" + Link, CodeFamily.Gs1)]
    public void Read_SymbolOfTheFamily_Understood(string raw, CodeFamily family)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((family, family == CodeFamily.Gs1 ? raw : raw[3..]), (reading.Content.Family, reading.Canonical));
    }

    [Theory]
    [InlineData("]d2" + Din)]
    [InlineData("]C1&/CHA999926000001")]
    [InlineData("]d2" + House)]
    [InlineData("]d1" + Item)]
    [InlineData("]C0" + Item)]
    [InlineData("]C0" + Link)]
    [InlineData("]C0A999926000001")]
    [InlineData("]d1A9999260000018")]
    [InlineData("]Q1" + Din)]
    [InlineData("]Q1" + Item)]
    [InlineData("]z0" + Din)]
    [InlineData("]z1" + Item)]
    [InlineData("]C4" + Din)]
    [InlineData("]C4" + Known.Day1Bag)]
    [InlineData("]d1&ss0000000012")]
    [InlineData("]d1&e0000000012U")]
    public void Read_SymbolOfTheOtherStandard_Refused(string raw) => Known.Refused(raw);

    [Theory]
    [InlineData("]C2" + Din)]
    [InlineData("]d3" + Item)]
    [InlineData("]d6" + Item)]
    [InlineData("]E04601234567893")]
    [InlineData("]E446012347")]
    [InlineData("]E0" + Item)]
    [InlineData("]J0" + Din)]
    [InlineData("]Q0" + House)]
    [InlineData("]zD" + House)]
    [InlineData("]XX")]
    [InlineData("]d")]
    [InlineData("]")]
    public void Read_SymbolNotUsedHere_Refused(string raw) => Assert.Equal("scan.unknownSymbol", Known.Refusal(raw).Key);
}
