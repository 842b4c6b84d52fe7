using System.Globalization;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

public sealed class EnrolmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly EnrolmentForm Good = new(
        new DateOnly(1980, 5, 17), new DateOnly(2026, 3, 2), "2.0", true, true, true, true, "SLE", 70);

    [Theory]
    [InlineData("1955-03-03", true)]
    [InlineData("1955-03-02", false)]
    [InlineData("2008-03-02", true)]
    [InlineData("2008-03-03", false)]
    public void Age_OnTheDayOfConsent_IsJudgedInFullYears(string born, bool passes) =>
        Assert.Equal(passes ? [] : ["age"], Codes(Good with { BirthDate = Day(born) }));

    [Theory]
    [InlineData("2026-03-03", "2026-03-02", "birth-future")]
    [InlineData("2030-01-01", "2026-03-02", "birth-future")]
    [InlineData("2026-03-02", "2026-03-01", "birth-after-consent")]
    [InlineData("2026-03-02", "2026-03-02", "age")]
    public void BirthDate_ThatCannotBe_IsSaidInPlaceOfAnAge(string born, string consented, string code) =>
        Assert.Equal([code], Codes(Good with { BirthDate = Day(born), ConsentedOn = Day(consented) }));

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("1956-02-29", "2028-02-28", 71)]
    [InlineData("1956-02-29", "2028-02-29", 72)]
    [InlineData("1980-12-31", "2026-01-01", 45)]
    public void AgeOn_AroundTheBirthday_CountsFullYears(string born, string day, int age) =>
        Assert.Equal(age, Enrolment.AgeOn(Day(day), Day(born)));

    [Fact]
    public void Form_ThatMeetsEverything_IsNotRefused() => Assert.Empty(Codes(Good));

    [Fact]
    public void Form_WithOneThingAmiss_NamesIt()
    {
        Assert.Equal(["consent-future"], Codes(Good with { ConsentedOn = new DateOnly(2026, 3, 3) }));
        Assert.Equal(["ltfu-consent"], Codes(Good with { LongTermFollowUpConsent = false }));
        Assert.Equal(["criteria"], Codes(Good with { EveryInclusionMet = false }));
        Assert.Equal(["criteria"], Codes(Good with { NoExclusionMet = false }));
        Assert.Equal(["gene-therapy"], Codes(Good with { NoEarlierGeneTherapy = false }));
        Assert.Equal([], Codes(Good, enrolled: 59));
        Assert.Equal(["cap"], Codes(Good, enrolled: 60));
        Assert.Equal(["known-person"], Codes(Good, known: true));
    }

    [Fact]
    public void Consent_OfTheMoscowDay_IsNotInTheFutureBeforeUtcMidnight() =>
        Assert.Empty(Enrolment.Refusals(
            Good with { ConsentedOn = new DateOnly(2026, 3, 3) }, 0, false, new(), new DateTimeOffset(2026, 3, 2, 21, 30, 0, TimeSpan.Zero)));

    private static IEnumerable<string> Codes(EnrolmentForm form, int enrolled = 0, bool known = false) =>
        Enrolment.Refusals(form, enrolled, known, new(), Now).Select(refusal => refusal.Code);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
