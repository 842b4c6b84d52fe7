using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans;

public sealed class TypedReadingTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    [Theory]
    [InlineData("CHA999926000001*", Repairs.None)]
    [InlineData("CHA9999 26 000001 *", Repairs.None)]
    [InlineData("cha9999-26-000001-*", Repairs.None)]
    [InlineData("СНА999926000001*", Repairs.Layout)]
    [InlineData(" CHA999926000001\u00A0*\r\n", Repairs.Suffix)]
    [InlineData("СРФ999926000001*", Repairs.Layout)]
    public void Read_TypedCoi_MarkedAsTyped(string raw, Repairs repairs)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((new CoiCode(Known.Coi), "&/CHA999926000001", true, repairs), (reading.Code, reading.Canonical, reading.Typed, reading.Repairs));
    }

    [Theory]
    [InlineData("A999926000001 8")]
    [InlineData("Ф9999260000018")]
    [InlineData("a9999 26 000001 8")]
    public void Read_TypedDonation_Read(string raw)
    {
        var reading = Known.Understood(raw);
        Assert.Equal((new DonationCode(Known.Donation, DonationFlags.None), true), (reading.Code, reading.Typed));
        Assert.All(reading.Canonical, c => Assert.True(char.IsAscii(c)));
    }

    [Fact]
    public void Read_TypedHouseCode_NeedsItsCheckCharacter()
    {
        var reading = Known.Understood("&e 0000000012 U");
        Assert.Equal((new HouseCode(HouseId.Parse("&e0000000012")), "&e0000000012", true), (reading.Code, reading.Canonical, reading.Typed));
    }

    /// <summary>An asterisk is a check character like any other.</summary>
    [Fact]
    public void Read_EveryCheckCharacter_Accepted() =>
        Assert.All(
            Enumerable.Range(1, 200).Select(number => CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, number)),
            coi => Assert.Equal(new CoiCode(coi), Known.Read<CoiCode>(coi.WithCheck)));

    [Theory]
    [InlineData("A999926000001", "without its check character")]
    [InlineData("CHA999926000001", "without its check character")]
    [InlineData("A999900395A", "without its check character")]
    [InlineData("А9999 26 000001", "without its check character")]
    [InlineData("CHA999926000001 8", "does not match")]
    [InlineData("A999926000001 *", "does not match")]
    [InlineData("&e0000000012 0", "check character")]
    [InlineData("A9999260000018 88", "neither ISBT")]
    [InlineData("А9999260000018", "two ways")]
    [InlineData("5000026621429В", "two ways")]
    [InlineData("01-007", "")]
    [InlineData("H101-26001", "")]
    public void Read_TypedWithoutItsCheck_Refused(string raw, string words) => Known.RefusedFor(raw, words);

    /// <summary>The symbol of a product whose digits happen to end as a donation number does.</summary>
    [Fact]
    public void Read_DigitsThatMayBeAProducts_Refused()
    {
        var gtins = Enumerable.Range(0, 100_000).Select(n => DonationNumber.Parse($"50000266{n:00000}").WithCheck.Replace(" ", "", StringComparison.Ordinal))
            .Where(text => Gs1CheckDigit.IsValid(text)).ToList();

        Assert.NotEmpty(gtins);
        Assert.All(gtins, gtin => Assert.Equal("scan.twoMeanings", Known.Refusal(gtin).Key));
    }

    [Fact]
    public void Read_OneWrongCharacter_Refused() =>
        Assert.All(
            Typed().SelectMany(entry => Substitutions(entry.Prefix, entry.Text)),
            text => Known.Refused(text));

    [Fact]
    public void Read_TwoCharactersSwapped_Refused() =>
        Assert.All(
            Typed().SelectMany(entry => Swaps(entry.Prefix, entry.Text)),
            text => Known.Refused(text));

    /// <summary>The kind letter of a house code is outside its check character.</summary>
    private static (string Prefix, string Text)[] Typed()
    {
        var house = HouseId.Issue(HouseKind.Equipment, 12).WithCheck.Replace(" ", "", StringComparison.Ordinal);
        return
        [
            ("", "A9999260000018"),
            ("", "CHA999926000001*"),
            ("", "CHA999926ABC123G"),
            ("", StaffNumber.Parse("A999900395A").WithCheck.Replace(" ", "", StringComparison.Ordinal)),
            (house[..2], house[2..]),
        ];
    }

    private static IEnumerable<string> Substitutions(string prefix, string text) =>
        from at in Enumerable.Range(0, text.Length)
        from c in Alphabet
        where c != text[at]
        select $"{prefix}{text[..at]}{c}{text[(at + 1)..]}";

    private static IEnumerable<string> Swaps(string prefix, string text) =>
        from at in Enumerable.Range(0, text.Length - 1)
        where text[at] != text[at + 1]
        select $"{prefix}{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}";
}
