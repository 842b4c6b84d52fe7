using CsCheck;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Tests.Scans;

public sealed class NoiseTests
{
    private const string Telling = "=+&<>/,'#%()*-]dCQe0123456789AFBCHOYKPabe?ФЯэъ№.Б\x1D\t\r\n\0{}\ud83d";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("   \t")]
    public void Read_Nothing_Unreadable(string? raw) => Assert.Contains("sent nothing", Known.Refused(raw).En, StringComparison.Ordinal);

    [Theory]
    [InlineData("=A")]
    [InlineData("A")]
    [InlineData("\0")]
    [InlineData("{0}")]
    [InlineData("]{0")]
    [InlineData("01{0}{1}")]
    [InlineData("Иванов Иван")]
    [InlineData("٠١٢٣٤٥٦٧٨٩")]
    [InlineData("01١2345678901231")]
    public void Read_Scrap_Unreadable(string raw) => Known.Refused(raw);

    [Fact]
    public void Read_TwoHundredGoodScansInOne_Unreadable() =>
        Known.RefusedFor(string.Concat(Enumerable.Repeat(Known.Day1Bag, 150)), "too long");

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[Telling], 0, 80], Gen.String[Gen.Char, 0, 10_000], Gen.String[Gen.Char[Telling], 900, 1100])
            .Sample(text => BarcodeReader.Read(text) is not null, iter: 3000);

    [Fact]
    public void Read_GoodScanCutOrLengthened_NeverReadAsAnotherBag() =>
        Gen.Select(Gen.Int[1, Known.Day1Bag.Length - 1], Gen.Char[Telling].Select(c => c.ToString())).Sample((length, tail) =>
        {
            Known.Refused(Known.Day1Bag[..length]);
            if (tail is not ("\t" or "\r" or "\n"))
            {
                Known.Refused(Known.Day1Bag + tail);
            }
        });

    [Fact]
    public void Read_RefusedScan_AnswersInBothLanguages()
    {
        var reason = Known.Refused("=A999917123456");
        Assert.Contains("неполная", reason.Ru, StringComparison.Ordinal);
        Assert.DoesNotContain("{", reason.Ru + reason.En, StringComparison.Ordinal);
    }
}
