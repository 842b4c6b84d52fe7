using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

public sealed class KeyEscrowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a", "a", 0, true)]
    [InlineData("a b", "a b c", 395, true)]
    [InlineData("a", "a", 397, false)]
    [InlineData("a b", "a", 0, false)]
    [InlineData("a", "", 0, false)]
    [InlineData("a", null, 0, false)]
    [InlineData("", null, 0, false)]
    public void Proven_WhenEveryKeyOfTheRingWasFoundInBothCopies_WithinTheYear(string ring, string? proven, int daysAgo, bool expected) =>
        Assert.Equal(expected, KeyEscrow.IsProven(ring.Split(' ', StringSplitOptions.RemoveEmptyEntries), proven?.Split(' '), Now.AddDays(-daysAgo), Now));
}
