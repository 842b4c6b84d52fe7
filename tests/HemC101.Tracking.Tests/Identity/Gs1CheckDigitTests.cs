using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

/// <summary>Vectors of the check digit linter in gs1-syntax-dictionary.</summary>
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
    public void IsValid_RightDigit_True(string digits) => Assert.True(Gs1CheckDigit.IsValid(digits));

    [Theory]
    [InlineData("12345673")]
    [InlineData("416000336109")]
    [InlineData("1234567890129")]
    [InlineData("12345678901232")]
    [InlineData("123456789012345670")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1234567890A28")]
    public void IsValid_WrongDigitOrNoNumber_False(string digits) => Assert.False(Gs1CheckDigit.IsValid(digits));

    [Fact]
    public void Of_Letter_Throws() => Assert.Throws<ArgumentException>(() => Gs1CheckDigit.Of("12A"));
}
