using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Fallback;

public sealed class FallbackRulesTests
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");

    [Theory]
    [InlineData(FallbackState.Printed, true, true, null)]
    [InlineData(FallbackState.Issued, true, false, null)]
    [InlineData(FallbackState.Used, false, false, "fallback-kept")]
    [InlineData(FallbackState.Destroyed, false, false, "fallback-kept")]
    [InlineData(FallbackState.Missing, false, false, null)]
    public void Set_GoesByItsState(FallbackState state, bool isOnShelf, bool isIssued, string? destroying)
    {
        var set = Set(1, state);

        Assert.Equal(isOnShelf, FallbackRules.OnShelf(set) is null);
        Assert.Equal(isIssued, FallbackRules.OfIssue([set]).Count == 0);
        Assert.Equal(destroying, FallbackRules.OfDestroying(set, "spoilt")?.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("because")]
    public void Destroying_WithoutAReason_IsRefused(string? reason) =>
        Assert.Equal("fallback-no-reason", FallbackRules.OfDestroying(Set(1, FallbackState.Issued), reason)?.Code);

    [Fact]
    public void Issue_OfNothing_IsRefused() => Assert.Equal(["fallback-nothing-scanned"], FallbackRules.OfIssue([]).Select(refusal => refusal.Code));

    [Fact]
    public void Count_MissesWhatShouldBeThere_AndAsksForADeviation()
    {
        FallbackSet[] all = [Set(1, FallbackState.Printed), Set(2, FallbackState.Issued), Set(3, FallbackState.Used), Set(4, FallbackState.Destroyed)];

        var absent = FallbackRules.Absent(all, new HashSet<DonationNumber> { all[0].Donation });

        Assert.Equal([2], absent.Select(set => set.Number));
        Assert.Contains("2", FallbackRules.OfCount(absent, "")!.Reason.En, StringComparison.Ordinal);
        Assert.Null(FallbackRules.OfCount(absent, "DEV-7"));
        Assert.Null(FallbackRules.OfCount([], ""));
    }

    [Fact]
    public void Tally_OfAllSets_ComesOut()
    {
        var tally = FallbackTally.Of([.. Enum.GetValues<FallbackState>().Select((state, at) => Set(at, state)), Set(9, FallbackState.Used)]);

        Assert.Equal(new FallbackTally(6, 2, 1, 1, 2), tally);
        Assert.Equal(tally.Printed, tally.Used + tally.Destroyed + tally.Missing + tally.OnShelf);
    }

    private static FallbackSet Set(int number, FallbackState state) =>
        new(number, DonationNumber.Issue(Facility, 2026, 100 + number), PrintSerial.Issue((2 * number) + 1), PrintSerial.Issue((2 * number) + 2))
        {
            State = state,
            PrintedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
            Version = 1,
        };
}
