using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Tests.Ledger.Seals;

public sealed class SealTextTests
{
    private static readonly SealText Seal = new(
        12345, Digest.Of("root"u8), new(2026, 11, 23, 8, 0, 0, 250, TimeSpan.Zero), Digest.Of("key"u8), 12000, Digest.Of("before"u8));

    [Fact]
    public void Text_IsReadBack() => Assert.Equal(Seal, SealText.TryParse(Seal.ToString()));

    [Fact]
    public void Text_IsSevenLines() => Assert.Equal(7, Seal.ToString().Count(c => c == '\n'));

    [Theory]
    [InlineData("entries 12345", "entries 012345")]
    [InlineData("entries 12345", "entries 12345 ")]
    [InlineData("entries 12345", "entries")]
    [InlineData("seal 1", "seal 2")]
    [InlineData("\n", "\r\n")]
    [InlineData("sealed 2026", "sealed 26")]
    [InlineData("previous entries", "entries")]
    [InlineData("root ", "root  ")]
    public void TryParse_Changed_IsNothing(string was, string became) =>
        Assert.Null(SealText.TryParse(Seal.ToString().Replace(was, became, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("HemC101.Tracking ledger seal 1\n")]
    public void TryParse_Short_IsNothing(string text) => Assert.Null(SealText.TryParse(text));

    [Fact]
    public void TryParse_WithMore_IsNothing() => Assert.Null(SealText.TryParse(Seal + "more\n"));
}
