using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

public sealed class Gs1CheckDigitTests
{
    [Theory]
    [InlineData("02345673")]
    [InlineData("416000336108")]
    [InlineData("1234567890128")]
    [InlineData("12345678901231")]
    [InlineData("24012345678905")]
    [InlineData("2112233789657")]
    [InlineData("123456789012345675")]
    [InlineData("460123456789000014")]
    public void IsValid_PublishedKey_IsTrue(string key) => Assert.True(Gs1CheckDigit.IsValid(key));

    [Theory]
    [InlineData("12345673")]
    [InlineData("416000336109")]
    [InlineData("1234567890129")]
    [InlineData("12345678901232")]
    [InlineData("123456789012345670")]
    [InlineData("12345678901234567X")]
    [InlineData("0")]
    [InlineData("")]
    public void IsValid_WrongKey_IsFalse(string key) => Assert.False(Gs1CheckDigit.IsValid(key));

    [Fact]
    public void Of_Letters_Throws() => Assert.Throws<ArgumentException>(() => Gs1CheckDigit.Of("12A"));
}
