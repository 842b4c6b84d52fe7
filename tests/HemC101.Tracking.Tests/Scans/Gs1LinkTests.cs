using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Gs1;

namespace HemC101.Tracking.Tests.Scans;

public sealed class Gs1LinkTests
{
    private const string Site = "https://id.gs1.org/";
    private const string Item = Site + "01/" + Known.Gtin;

    [Theory]
    [InlineData(Item, "(01)" + Known.Gtin)]
    [InlineData("http://example.com/shop/01/" + Known.Gtin, "(01)" + Known.Gtin)]
    [InlineData("]Q1" + Item + "/10/LOT1", "(01)" + Known.Gtin + "(10)LOT1")]
    [InlineData("]d1" + Item + "/10/lot1", "(01)" + Known.Gtin + "(10)lot1")]
    [InlineData(Item + "/22/A/10/B/21/C?17=261231&7003=2612312359", "(01)" + Known.Gtin + "(22)A(10)B(21)C(17)261231(7003)2612312359")]
    [InlineData(Item + "/10/B", "(01)" + Known.Gtin + "(10)B")]
    [InlineData(Item + "/235/X", "(01)" + Known.Gtin + "(235)X")]
    [InlineData(Item + "/10/AB%2F1", "(01)" + Known.Gtin + "(10)AB/1")]
    [InlineData(Item + "?linkType=gs1:pip&17=261231#top", "(01)" + Known.Gtin + "(17)261231")]
    [InlineData("]Q1HTTPS://ID.GS1.ORG/01/" + Known.Gtin + "/10/ABC", "(01)" + Known.Gtin + "(10)ABC")]
    [InlineData(Site + "00/123456789012345675", "(00)123456789012345675")]
    [InlineData(Site + "414/2112233789657/254/X1", "(414)2112233789657(254)X1")]
    public void Read_LinkOfAProductOrPlace_GivesItsElements(string raw, string elements)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((elements, raw, CodeFamily.Gs1), (Known.Elements(reading), reading.Canonical, reading.Content.Family));
    }

    [Theory]
    [InlineData(Site + "8018/" + Known.Patient + "/8019/2")]
    [InlineData(Site + "8018/" + Known.Patient)]
    [InlineData(Site + "8017/" + Known.Patient)]
    [InlineData("]Q1" + Site + "8018/" + Known.Patient)]
    [InlineData("HTTPS://ID.GS1.ORG/8018/" + Known.Patient)]
    [InlineData(Item + "?8018=" + Known.Patient)]
    [InlineData(Item + "/8018/" + Known.Patient)]
    [InlineData(Site + "8018/" + Known.Patient + "/01/" + Known.Gtin)]
    public void Read_LinkOfAPerson_Refused(string raw) => Assert.Equal("gs1.linkOfPerson", Known.Refusal(raw).Key);

    [Theory]
    [InlineData(Item + "/21/C/10/B", "gs1.link")]
    [InlineData(Item + "/10/B/235/C", "gs1.link")]
    [InlineData(Item + "/17/261231", "gs1.link")]
    [InlineData(Item + "/10/", "gs1.length")]
    [InlineData(Item + "/10", "gs1.link")]
    [InlineData(Item + "?21=C", "gs1.link")]
    [InlineData(Item + "?04=C", "gs1.link")]
    [InlineData(Item + "?17", "gs1.link")]
    [InlineData(Item + "?17=261331", "gs1.month")]
    [InlineData(Item + "/10/AB%2", "gs1.link")]
    [InlineData(Item + "/10/%D0%90", "gs1.characters")]
    [InlineData(Item + "/10/%1D", "gs1.characters")]
    [InlineData(Item + "?10=A&10=B", "gs1.aiTwice")]
    [InlineData(Item + "?255=1234567890128", "gs1.partnerForbidden")]
    [InlineData(Site + "01/12345678901232", "gs1.mod10")]
    [InlineData(Site + "gtin/" + Known.Gtin, "gs1.link")]
    [InlineData(Site, "gs1.link")]
    [InlineData("https:///01/" + Known.Gtin, "gs1.link")]
    [InlineData("https://x", "gs1.link")]
    [InlineData(Item + "#top\u044d", "gs1.link")]
    [InlineData(Item + "#" + Item, "gs1.link")]
    [InlineData(Item + "#]Q1", "gs1.link")]
    [InlineData("]Q3" + Item + "/21/C/10/B", "gs1.link")]
    public void Read_BrokenLink_Refused(string raw, string key) => Assert.Equal(key, Known.Refusal(raw).Key);

    /// <summary>Small letters alone may be CapsLock's; capitals beside them show that they are not.</summary>
    [Fact]
    public void Read_LinkThroughCapsLock_CorrectedOrRefused()
    {
        var reading = Known.Understood(Distortion.Caps(Item + "/10/LOT1"));
        Assert.Equal((Item + "/10/LOT1", Repairs.CapsLock), (reading.Canonical, reading.Repairs));
        Assert.Equal("scan.twoMeanings", Known.Refusal(Item + "/10/lot1").Key);
        Assert.Equal("scan.twoMeanings", Known.Refusal(Distortion.Caps(Item + "/10/lot1")).Key);
        Assert.Equal("(01)" + Known.Gtin + "(10)123", Known.Elements(Known.Understood(Distortion.Caps(Item + "/10/123"))));
    }

    [Fact]
    public void Write_Product_IsReadBack()
    {
        var link = Gs1DigitalLink.Write("id.gs1.org", Gs1Element.Of("01", Known.Gtin), Gs1Element.Of("10", "A/1"), Gs1Element.Of("17", "261231"));

        Assert.Equal(Item + "/10/A%2F1?17=261231", link);
        Assert.Equal("(01)" + Known.Gtin + "(10)A/1(17)261231", Known.Elements(Known.Understood(link)));
    }

    [Fact]
    public void Write_Person_Throws() =>
        Assert.Throws<ArgumentException>(() => Gs1DigitalLink.Write("id.gs1.org", Gs1Element.Of("8018", Known.Patient)));
}
