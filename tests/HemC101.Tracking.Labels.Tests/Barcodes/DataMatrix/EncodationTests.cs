using HemC101.Tracking.Labels.Barcodes.DataMatrix;

namespace HemC101.Tracking.Labels.Tests.Barcodes.DataMatrix;

public sealed class EncodationTests
{
    [Theory]
    [InlineData("123456", 142, 164, 186)]
    [InlineData("A1B23", 66, 50, 67, 153)]
    [InlineData("123", 142, 52)]
    [InlineData("\0\u001D\u007F", 1, 30, 128)]
    public void Plain_Payload_PairsDigits(string payload, params int[] codewords) =>
        Assert.Equal(codewords, Encodation.Plain(payload).Select(codeword => (int)codeword));

    [Fact]
    public void Gs1_Payload_StartsWithFnc1AndSeparatesByIt() =>
        Assert.Equal([232, 140, 66, 232, 151, 50], Encodation.Gs1("10A\u001D211"));

    // ISO/IEC 16022 annex B.1 whitens by the position of the codeword.
    [Fact]
    public void Pad_RoomLeft_EndsTheDataAndWhitensTheRest() =>
        Assert.Equal([66, 129, 70, 220, 115], Encodation.Pad([66], 5).Select(codeword => (int)codeword));

    [Fact]
    public void Pad_NoRoomLeft_AddsNothing() =>
        Assert.Equal([1, 2, 3], Encodation.Pad([1, 2, 3], 3).Select(codeword => (int)codeword));
}
