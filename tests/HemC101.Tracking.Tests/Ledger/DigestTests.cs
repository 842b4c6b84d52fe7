using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Tests.Ledger;

public sealed class DigestTests
{
    /// <summary>FIPS 180-4, the example "abc".</summary>
    [Fact]
    public void Of_Abc_IsThePublishedValue() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.Of("abc"u8).ToString());

    [Fact]
    public void Parse_ItsOwnText_GivesTheSameDigest() =>
        Assert.Equal(Digest.Of("abc"u8), Digest.Parse(Digest.Of("abc"u8).ToString(), null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void TryParse_Malformed_AnswersFalse(string? text) => Assert.False(Digest.TryParse(text, null, out _));

    [Fact]
    public void ToString_NeverSet_IsMisuse() => Assert.Throws<InvalidOperationException>(() => default(Digest).ToString());

    [Fact]
    public void Zero_Is32ZeroBytes() => Assert.Equal(new byte[32], Digest.Zero.ToBytes());
}
