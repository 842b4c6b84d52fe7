using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Tests.Zpl;

public sealed class ZplGraphicTests
{
    [Theory]
    [InlineData("0000", ",")]
    [InlineData("FFFF", "JF")]
    [InlineData("8001", "8H01")]
    [InlineData("F000", "F,")]
    public void Encode_OneRow_IsItsRuns(string row, string expected) =>
        Assert.Equal($"^GFA,2,2,2,{expected}", ZplGraphic.Encode(new BitPicture(2, Convert.FromHexString(row))));

    [Theory]
    [InlineData(20, "gF")]
    [InlineData(22, "gHF")]
    [InlineData(38, "gXF")]
    [InlineData(40, "hF")]
    [InlineData(400, "zF")]
    [InlineData(420, "zFgF")]
    [InlineData(900, "zFzFkF")]
    public void Encode_LongRun_AddsTensAndOnes(int digits, string expected)
    {
        var row = Convert.FromHexString(new string('F', digits));

        var zpl = ZplGraphic.Encode(new BitPicture(row.Length, row));

        Assert.EndsWith($",{expected}", zpl, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_RowLikeTheOneAbove_IsOneColon() =>
        Assert.Equal("^GFA,3,3,1,A5:3C", ZplGraphic.Encode(new BitPicture(1, [0xA5, 0xA5, 0x3C])));
}
