using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class LockOutTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(10, 32)]
    [InlineData(11, 60)]
    [InlineData(1_000_000, 60)]
    public void After_FailuresInARow_WaitsSoManyMinutes(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), LockOut.After(failures));

    [Fact]
    public void Waits_OfOneDay_LeaveFewGuesses()
    {
        var (guesses, spent) = (0, TimeSpan.Zero);
        while (spent < TimeSpan.FromDays(1))
        {
            spent += LockOut.After(++guesses);
        }

        Assert.InRange(guesses, 5, 40);
    }
}
