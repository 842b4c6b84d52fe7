using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

public sealed class FacilityNumberTests : IdentifierTests<FacilityNumber>
{
    protected override IReadOnlyList<string> Good => ["A9999", "19999", "AB999"];

    protected override IReadOnlyList<string> Bad => ["O9999", "09999", "A9O99", "A999", "A99999", "a9999", "A999B"];
}

public sealed class DonationNumberTests : IdentifierTests<DonationNumber>
{
    protected override IReadOnlyList<string> Good => ["A999926000001", "W000009123456"];

    protected override IReadOnlyList<string> Bad => ["A99992600000", "A9999260000010", "A9O9917123456", "O999926000001", "A99992600000A", "a999926000001"];

    [Fact]
    public void WithCheck_OfADonation_EndsWithK() => Assert.Equal("A999926000001 8", DonationNumber.Parse("A999926000001").WithCheck);

    [Fact]
    public void Issue_FirstOfTheYear_IsPadded() =>
        Assert.Equal("A999926000001", DonationNumber.Issue(FacilityNumber.Parse("A9999"), 2026, 1).ToString());

    [Fact]
    public void Issue_NumbersUsedUp_Throws() =>
        Assert.Throws<FormatException>(() => DonationNumber.Issue(FacilityNumber.Parse("A9999"), 2026, 1_000_000));
}

public sealed class CoiIdTests : IdentifierTests<CoiId>
{
    protected override IReadOnlyList<string> Good => ["CHA999926000001", "CHA999926ABC123"];

    protected override IReadOnlyList<string> Bad => ["A999926000001", "CHA99992600000", "CHA9999260000011", "XHA999926000001", "chA999926000001", "CHO999926000001", "CHA9999AB000001"];

    [Fact]
    public void WithCheck_CoversThePrefix() => Assert.Equal("CHA999926000001 *", CoiId.Parse("CHA999926000001").WithCheck);

    [Fact]
    public void Issue_FirstOfTheYear_IsPadded() => Assert.Equal("CHA999926000001", CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 1).ToString());
}

public sealed class BatchNumberTests : IdentifierTests<BatchNumber>
{
    protected override IReadOnlyList<string> Good => ["H101-26001"];

    protected override IReadOnlyList<string> Bad => ["H10126001", "H101-2600", "H101-260011", "H102-26001", "h101-26001"];

    [Fact]
    public void Lot_ThereAndBack_IsTheSameBatch()
    {
        var batch = BatchNumber.Issue(2026, 1);
        Assert.Equal("H10126001", batch.Lot);
        Assert.Equal(batch, BatchNumber.FromLot(batch.Lot));
    }

    [Theory]
    [InlineData("")]
    [InlineData("H101-2601")]
    [InlineData("XYZ123")]
    [InlineData("H1012600A")]
    public void FromLot_AnotherHousesLot_Null(string lot) => Assert.Null(BatchNumber.FromLot(lot));
}

public sealed class DoseBagIdTests : IdentifierTests<DoseBagId>
{
    protected override IReadOnlyList<string> Good => ["A999926000001YA0011A0", "A999926000001YA0011B0", "A999926000001YA0011Aa"];

    protected override IReadOnlyList<string> Bad => ["A999926000001YA001100", "A999926000001YA0011C0", "A999926000001YA0011A", "A999926000001", "YA0011A0", "A999926000001ya0011a0"];

    [Theory]
    [InlineData("A0", 1)]
    [InlineData("Ab", 1)]
    [InlineData("B0", 2)]
    [InlineData("Ba", 2)]
    public void Day_OfADivision_FollowsItsCapital(string division, int day)
    {
        var bag = DoseBagId.Of(DonationNumber.Parse("A999926000001"), ProductCode.Parse("YA001100").WithDivision(division));
        Assert.Equal((day, day), (bag.Day, bag.Product.Day));
        Assert.Equal("A999926000001", bag.Donation.ToString());
    }

    [Fact]
    public void Of_UndividedProduct_Throws() =>
        Assert.Throws<FormatException>(() => DoseBagId.Of(DonationNumber.Parse("A999926000001"), ProductCode.Parse("YA001100")));

    [Theory]
    [InlineData(1, 1, 1, "A0")]
    [InlineData(2, 1, 1, "B0")]
    [InlineData(1, 2, 3, "Ab")]
    [InlineData(2, 3, 3, "Bc")]
    public void Division_OfABag_Named(int day, int index, int count, string division) => Assert.Equal(division, DoseBagId.Division(day, index, count));
}

public sealed class ProductCodeTests : IdentifierTests<ProductCode>
{
    protected override IReadOnlyList<string> Good => ["YA001100", "YA0011A0", "S1234XAa", "S1234rB0"];

    protected override IReadOnlyList<string> Bad => ["YA00110", "YA0011000", "ya001100", "1A001100", "YAO01100", "YA0011a0", "YA0011AA"];

    [Fact]
    public void Day_Undivided_Null() => Assert.Null(ProductCode.Parse("YA001100").Day);
}

public sealed class PatientKeyTests : IdentifierTests<PatientKey>
{
    protected override IReadOnlyList<string> Good => ["123456789012345675", "460123456789000014"];

    protected override IReadOnlyList<string> Bad => ["123456789012345670", "12345678901234567", "1234567890123456750", "46012345678900001X", "٤60123456789000014"];

    [Fact]
    public void Issue_FromAPrefix_HasItsCheckDigit() => Assert.Equal("460123456789000014", PatientKey.Issue("4601234567", 8900001).ToString());
}

public sealed class PrintSerialTests : IdentifierTests<PrintSerial>
{
    protected override IReadOnlyList<string> Good => ["P000000001", "1", "ABCDEFGHIJKLMNOPQR"];

    protected override IReadOnlyList<string> Bad => ["0P1", "p000000001", "P-1", "ABCDEFGHIJKLMNOPQRS"];

    [Fact]
    public void Issue_First_IsPadded() => Assert.Equal("P000000001", PrintSerial.Issue(1).ToString());
}

public sealed class StaffNumberTests : IdentifierTests<StaffNumber>
{
    protected override IReadOnlyList<string> Good => ["A999900395A", "A9999000001"];

    protected override IReadOnlyList<string> Bad => ["A99990395A", "A9999000395A", "O999900395A", "A999900395a"];

    [Fact]
    public void Issue_First_IsPadded() => Assert.Equal("A9999000001", StaffNumber.Issue(FacilityNumber.Parse("A9999"), 1).ToString());
}

public sealed class SubjectNumberTests : IdentifierTests<SubjectNumber>
{
    protected override IReadOnlyList<string> Good => ["01-007", "12-999"];

    protected override IReadOnlyList<string> Bad => ["01-000", "1-007", "01-07", "01007", "01-1000", "AA-007"];

    [Fact]
    public void Issue_NumberZero_Throws() => Assert.Throws<FormatException>(() => SubjectNumber.Issue(1, 0));
}

public sealed class HouseIdTests : IdentifierTests<HouseId>
{
    protected override IReadOnlyList<string> Good => ["&e0000000001", "&wABC0000001"];

    protected override IReadOnlyList<string> Bad => ["&a0000000001", "&e000000001", "&e00000000001", "e0000000001", "&E0000000001", "&e000000000a"];

    [Theory]
    [InlineData(HouseKind.Equipment, "&e0000000012")]
    [InlineData(HouseKind.Location, "&l0000000012")]
    [InlineData(HouseKind.MaterialLot, "&m0000000012")]
    [InlineData(HouseKind.TransportBox, "&t0000000012")]
    [InlineData(HouseKind.Seal, "&s0000000012")]
    [InlineData(HouseKind.Station, "&w0000000012")]
    public void Issue_OfAKind_CarriesItsLetter(HouseKind kind, string text)
    {
        var id = HouseId.Issue(kind, 12);
        Assert.Equal(text, id.ToString());
        Assert.Equal(kind, id.Kind);
        Assert.Equal($"{text} {CheckCharacter.Mod37("0000000012")}", id.WithCheck);
    }
}
