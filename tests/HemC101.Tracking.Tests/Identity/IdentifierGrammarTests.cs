using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

public sealed class IdentifierGrammarTests
{
    [Theory]
    [InlineData("A9999", true)]
    [InlineData("W0000", true)]
    [InlineData("11A00", true)]
    [InlineData("09999", false)]
    [InlineData("O9999", false)]
    [InlineData("AO999", false)]
    [InlineData("A999A", false)]
    [InlineData("a9999", false)]
    [InlineData("А9999", false)]
    [InlineData("A999", false)]
    [InlineData("A99999", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void FacilityNumber_Text_IsJudged(string? text, bool wellFormed) =>
        Assert.Equal(wellFormed, FacilityNumber.TryParse(text, out _));

    [Theory]
    [InlineData("01-007", true)]
    [InlineData("01-999", true)]
    [InlineData("01-000", false)]
    [InlineData("1-007", false)]
    [InlineData("01007", false)]
    [InlineData("01-0071", false)]
    [InlineData("01-OO7", false)]
    [InlineData("٠١-٠٠٧", false)]
    public void SubjectNumber_Text_IsJudged(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, SubjectNumber.TryParse(text, out _));

    [Theory]
    [InlineData("CHA999926000001", true)]
    [InlineData("CHA999926ABC123", true)]
    [InlineData("CHA99992600000", false)]
    [InlineData("CHA9999260000011", false)]
    [InlineData("CXA999926000001", false)]
    [InlineData("chA999926000001", false)]
    [InlineData("CHO999926000001", false)]
    [InlineData("СНA999926000001", false)]
    public void CoiId_Text_IsJudged(string text, bool wellFormed) => Assert.Equal(wellFormed, CoiId.TryParse(text, out _));

    [Theory]
    [InlineData("A999926000001", true)]
    [InlineData("A99992600000", false)]
    [InlineData("A99992600000100", false)]
    [InlineData("A9O9926000001", false)]
    [InlineData("A99992600000A", false)]
    public void DonationNumber_Text_IsJudged(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, DonationNumber.TryParse(text, out _));

    [Theory]
    [InlineData("YA0011A0", true)]
    [InlineData("YA001100", true)]
    [InlineData("T0416003", true)]
    [InlineData("T0416S00", true)]
    [InlineData("T0416s00", true)]
    [InlineData("YA0011Ab", true)]
    [InlineData("YA001199", true)]
    [InlineData("YA0011AB", false)]
    [InlineData("YA00110a", false)]
    [InlineData("YA0011a0", false)]
    [InlineData("ya0011A0", false)]
    [InlineData("1A0011A0", false)]
    public void ProductCode_Text_IsJudged(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, ProductCode.TryParse(text, out _));

    [Theory]
    [InlineData("123456789012345675", true)]
    [InlineData("123456789012345670", false)]
    [InlineData("12345678901234567", false)]
    public void PatientKey_Text_IsJudged(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, PatientKey.TryParse(text, out _));

    [Theory]
    [InlineData("P000000001", true)]
    [InlineData("0P00000001", false)]
    [InlineData("P-1", false)]
    [InlineData("P0000000010000000001", false)]
    [InlineData("", false)]
    public void PrintSerial_Text_IsJudged(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, PrintSerial.TryParse(text, out _));

    [Theory]
    [InlineData("&e0000000012", true)]
    [InlineData("&x0000000012", false)]
    [InlineData("&e000000001", false)]
    [InlineData("&e000000001a", false)]
    [InlineData("=e0000000012", false)]
    public void HouseId_Text_IsJudged(string text, bool wellFormed) => Assert.Equal(wellFormed, HouseId.TryParse(text, out _));

    [Theory]
    [InlineData("A999926000001YA0011A0", true)]
    [InlineData("A999926000001YA001100", false)]
    [InlineData("A999926000001YA0011C0", false)]
    public void DoseBagId_Text_IsJudged(string text, bool wellFormed) =>
        Assert.Equal(wellFormed, DoseBagId.TryParse(text, out _));
}
