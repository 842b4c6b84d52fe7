using CsCheck;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

public sealed class IdentifierIssueTests
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");

    [Fact]
    public void Issue_FirstOfTheYear_GivesTheTextsOfTheDesign()
    {
        Assert.Equal("01-007", SubjectNumber.Issue(1, 7).ToString());
        Assert.Equal("CHA999926000001", CoiId.Issue(Facility, 2026, 1).ToString());
        Assert.Equal("A999926000001", DonationNumber.Issue(Facility, 2026, 1).ToString());
        Assert.Equal("H101-26001", BatchNumber.Issue(2026, 1).ToString());
        Assert.Equal("P000000001", PrintSerial.Issue(1).ToString());
        Assert.Equal("A9999000007", StaffNumber.Issue(Facility, 7).ToString());
        Assert.Equal("460123456000000014", PatientKey.Issue("460123456", 1).ToString());
        Assert.Equal("&e0000000012", HouseId.Issue(HouseKind.Equipment, 12).ToString());
    }

    [Fact]
    public void WithCheck_ForPeople_EndsWithTheCheckCharacter()
    {
        Assert.Equal("CHA999926000001 *", CoiId.Parse("CHA999926000001").WithCheck);
        Assert.Equal("A999926000001 8", DonationNumber.Parse("A999926000001").WithCheck);
    }

    [Fact]
    public void Issue_AnyNumberThatFits_ParsesBack() =>
        Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 999]).Sample((year, sequence) =>
        {
            Assert.Equal(CoiId.Issue(Facility, year, sequence), CoiId.Parse(CoiId.Issue(Facility, year, sequence).ToString()));
            Assert.Equal(Facility, DonationNumber.Parse(DonationNumber.Issue(Facility, year, sequence).ToString()).Facility);
            Assert.True(PatientKey.TryParse(PatientKey.Issue("460123456", sequence).ToString(), out _));
            Assert.True(StaffNumber.TryParse(StaffNumber.Issue(Facility, sequence).ToString(), out _));

            var batch = BatchNumber.Issue(year, sequence);
            Assert.Equal(batch, BatchNumber.FromLot(batch.Lot));
            Assert.Equal(batch, BatchNumber.FromLot(batch.Lot.PadLeft(18, '0')));

            var serial = PrintSerial.Issue(sequence);
            Assert.True(PrintSerial.TryFromPadded(serial.Padded, out var read));
            Assert.Equal(serial, read);
        });

    [Fact]
    public void Issue_NumberThatDoesNotFit_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SubjectNumber.Issue(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubjectNumber.Issue(1, 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchNumber.Issue(1999, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoiId.Issue(Facility, 2026, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoiId.Issue(Facility, 2026, 1_000_000));
        Assert.Throws<ArgumentException>(() => PatientKey.Issue("46A", 1));
    }

    [Fact]
    public void FromLot_LotOfSomethingElse_Throws()
    {
        Assert.Throws<FormatException>(() => BatchNumber.FromLot("H10126000"));
        Assert.Throws<FormatException>(() => BatchNumber.FromLot("1000000000000XYZ123"));
        Assert.False(BatchNumber.TryFromLot("ABC126001", out _));
    }

    [Theory]
    [InlineData(1, 0, 1, "A999926000001YA0011A0")]
    [InlineData(2, 0, 1, "A999926000001YA0011B0")]
    [InlineData(1, 0, 2, "A999926000001YA0011Aa")]
    [InlineData(2, 2, 3, "A999926000001YA0011Bc")]
    public void WithDivisionOf_BagOfADose_FollowsTheRule(int day, int index, int count, string expected)
    {
        var bag = DoseBagId.Parse("A999926000001YA0011A0").WithDivisionOf(day, index, count);

        Assert.Equal(expected, bag.ToString());
        Assert.Equal(day, bag.Day);
        Assert.Equal(bag, DoseBagId.Of(bag.Donation, bag.Product));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 0, 27)]
    public void WithDivisionOf_ImpossibleBag_Throws(int day, int index, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DoseBagId.Parse("A999926000001YA0011A0").WithDivisionOf(day, index, count));

    [Fact]
    public void Of_UndividedProduct_Throws() =>
        Assert.Throws<FormatException>(() =>
            DoseBagId.Of(DonationNumber.Parse("A999926000001"), ProductCode.Parse("YA001100")));

    [Fact]
    public void HouseId_EveryKind_HasItsDataIdentifier() =>
        Assert.All(Enum.GetValues<HouseKind>(), kind => Assert.Equal(kind, HouseId.Issue(kind, 1).Kind));
}
