using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>A role counts on the days for which its owner is trained; stopping is never a matter of training.</summary>
public sealed class TrainingTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>23:59:59.999 and 00:00 in Moscow.</summary>
    private static readonly DateTimeOffset LastMoment = new(2026, 3, 2, 20, 59, 59, 999, TimeSpan.Zero);

    public static TheoryData<string, string> Legs => MainPathRefusalTests.Legs;

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, null, false)]
    [InlineData(0, null, true)]
    [InlineData(-9, -1, false)]
    [InlineData(-9, 0, true)]
    public void MayActAs_OnTheDay_CountsBothEnds(int from, int? until, bool may)
    {
        var person = Trained(Crew.Of(Role.WardNurse), new Training(Day.AddDays(from), until is { } days ? Day.AddDays(days) : null));

        Assert.Equal(may, person.MayActAs(Role.WardNurse, LastMoment));
    }

    [Fact]
    public void MayActAs_AtMidnightInMoscow_IsTheNextDay()
    {
        var person = Trained(Crew.Of(Role.WardNurse), new Training(Day, Day));

        Assert.True(person.MayActAs(Role.WardNurse, LastMoment));
        Assert.False(person.MayActAs(Role.WardNurse, LastMoment.AddMilliseconds(1)));
        Assert.False(person.MayActAs(Role.QualifiedPerson, LastMoment));
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_AfterTheTraining_IsRefusedUnlessItIsForSafety(string stepId, string on)
    {
        var attempt = Story.UpTo(stepId, on).Try(stepId, on);
        var codes = attempt.But(facts => Until(facts, -1)).Codes();

        if (attempt.Step.Kind == StepKind.Safety)
        {
            Assert.Empty(codes);
        }
        else
        {
            Assert.NotEmpty(codes);
            Assert.All(codes, code => Assert.Equal("role-suspended", code));
        }
    }

    [Theory]
    [MemberData(nameof(Legs))]
    public void Step_OnTheLastDayOfTheTraining_IsTaken(string stepId, string on) =>
        Assert.Empty(Story.UpTo(stepId, on).Try(stepId, on).But(facts => Until(facts, 0)).Codes());

    [Fact]
    public void Assign_OneOfTwoRolesIsSuspended_SignsInTheOther()
    {
        var both = new Person(Crew.Of(Role.QualityControl).Number, "Both", new HashSet<Role> { Role.QualityControl, Role.LabOperator })
        {
            Training = new Dictionary<Role, Training> { [Role.QualityControl] = new(Day.AddDays(-9), Day.AddDays(-1)) },
        };
        SignatureDemand demand = new(Meaning.Performed, Role.QualityControl, Role.LabOperator);

        var (signed, refusals) = Signatories.Assign([demand], [new Signer(both, AuthenticationMethod.BadgeAndPin)], LastMoment);

        Assert.Empty(refusals);
        Assert.Equal(Role.LabOperator, Assert.Single(signed).Role);
    }

    private static Facts Until(Facts facts, int days)
    {
        var training = new Training(new(2020, 1, 1), MoscowTime.DayOf(facts.Now).AddDays(days));
        return facts with
        {
            Signers = [.. facts.Signers.Select(signer => signer with { Person = Trained(signer.Person, training) })],
            SignedIn = facts.SignedIn is { } person ? Trained(person, training) : null,
        };
    }

    private static Person Trained(Person person, Training training) =>
        person with { Training = person.Roles.ToDictionary(role => role, _ => training) };
}
