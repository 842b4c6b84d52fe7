using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Alarms;

/// <summary>Who is called when; hours are those of one day.</summary>
public sealed class RotaTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 1, 21, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(7.99, CallBasis.Standing, "s")]
    [InlineData(8, CallBasis.OnDuty, "a b s")]
    [InlineData(19.99, CallBasis.OnDuty, "a b s")]
    [InlineData(20, CallBasis.Standing, "s")]
    public void At_TheShiftIsCalledInItsOrder_ThenTheStandingList(double hour, CallBasis basis, string called) =>
        Assert.Equal((basis, called), Said(Rota.At([Always("s", 1), Shift("b", 2, 8, 20), Shift("a", 1, 8, 20)], Midnight.AddHours(hour))));

    [Fact]
    public void At_WithoutShifts_TheListIsOnDuty() =>
        Assert.Equal((CallBasis.OnDuty, "a b"), Said(Rota.At([Always("b", 2), Always("a", 1)], Midnight)));

    [Fact]
    public void At_NobodyThere_IsEverybody()
    {
        Assert.Equal((CallBasis.Everybody, ""), Said(Rota.At([], Midnight)));
        Assert.Equal((CallBasis.Everybody, ""), Said(Rota.At([Shift("a", 1, 8, 20)], Midnight)));
    }

    [Fact]
    public void Between_TellsEveryHour_AndEveryGap()
    {
        var spans = Rota.Between([Shift("a", 1, -5, 8), Shift("b", 1, 8, 20), Shift("c", 2, 10, 20), Shift("d", 1, 22, 40)], Midnight, Midnight.AddHours(24));

        Assert.Equal(
            ["0-8 a", "8-10 b", "10-20 b c", "20-22 ", "22-24 d"],
            spans.Select(span => $"{(span.From - Midnight).TotalHours}-{(span.Until - Midnight).TotalHours} {Said((span.Basis, span.Called)).Item2}"));
        Assert.Equal(CallBasis.Everybody, spans[3].Basis);
    }

    [Fact]
    public void Between_ShiftsThatFollowEachOtherOfOnePerson_AreStillTwo_AndEmptyTimeIsOne()
    {
        Assert.Equal(2, Rota.Between([Shift("a", 1, 0, 8), Shift("b", 1, 8, 24)], Midnight, Midnight.AddHours(24)).Count);
        Assert.Single(Rota.Between([Shift("a", 1, 30, 40)], Midnight, Midnight.AddHours(24)));
    }

    [Theory]
    [InlineData("a", 1, 8, 20, "a")]
    [InlineData("a", 2, 19, 30, "a")]
    [InlineData("x", 1, 7, 9, "a")]
    [InlineData("x", 2, 8, 20, null)]
    [InlineData("a", 1, 20, 30, null)]
    [InlineData("a", 1, 0, 8, null)]
    public void Against_OnePersonTwice_OrTwoFirstOnes_AtOneTime(string person, int place, int from, int until, string? against) =>
        Assert.Equal(against, Rota.Against([Shift("a", 1, 8, 20), Always("a", 1)], Shift(person, place, from, until))?.Id);

    [Fact]
    public void Against_TheStandingList_IsTheSamePersonAlone()
    {
        Assert.NotNull(Rota.Against([Always("a", 1)], Always("a", 2)));
        Assert.Null(Rota.Against([Always("a", 1), Shift("b", 1, 0, 24)], Always("b", 1)));
    }

    private static Duty Always(string person, int place) => new(person, Number(person), place, DutyTime.Always);

    private static Duty Shift(string person, int place, double from, double until) =>
        new(person, Number(person), place, new(Midnight.AddHours(from), Midnight.AddHours(until)));

    private static StaffNumber Number(string person) => StaffNumber.Issue(FacilityNumber.Parse("A9999"), person[0]);

    private static (CallBasis, string) Said((CallBasis Basis, IReadOnlyList<Duty> Called) told) => (told.Basis, string.Join(' ', told.Called.Select(duty => duty.Id)));
}
