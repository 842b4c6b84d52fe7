using HemC101.Tracking.Access;
using HemC101.Tracking.People;
using HemC101.Tracking.Tests.Steps;
using static HemC101.Tracking.Access.RemotePolicy;
using static HemC101.Tracking.People.Role;

namespace HemC101.Tracking.Tests.Access;

public sealed class RemoteAccessTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Open, WardNurse, true, true, RemoteReach.Everything)]
    [InlineData(SecondFactorOnceThereIsAStation, WardNurse, false, false, RemoteReach.Everything)]
    [InlineData(SecondFactorOnceThereIsAStation, WardNurse, false, true, RemoteReach.Everything)]
    [InlineData(SecondFactorOnceThereIsAStation, WardNurse, true, false, RemoteReach.Safety)]
    [InlineData(SecondFactorOnceThereIsAStation, Administrator, true, false, RemoteReach.Safety)]
    [InlineData(SecondFactor, WardNurse, false, false, RemoteReach.Safety)]
    [InlineData(SecondFactor, Administrator, false, false, RemoteReach.Everything)]
    [InlineData(SecondFactor, Administrator, false, true, RemoteReach.Safety)]
    [InlineData(SecondFactor, Administrator, true, false, RemoteReach.Safety)]
    public void Reach_OfOneFactor_FollowsThePolicy(RemotePolicy policy, Role role, bool anyStation, bool hasPasskey, RemoteReach expected)
    {
        foreach (var method in new[] { AuthenticationMethod.BadgeAndPin, AuthenticationMethod.Password })
        {
            Assert.Equal(expected, RemoteAccess.Of(policy, new(method), Crew.Of(role, 1), anyStation, hasPasskey));
        }
    }

    [Theory]
    [InlineData(AuthenticationMethod.Passkey, null)]
    [InlineData(AuthenticationMethod.Password, AuthenticationMethod.Passkey)]
    [InlineData(AuthenticationMethod.BadgeAndPin, AuthenticationMethod.Passkey)]
    public void Reach_OfTwoFactors_IsEverything(AuthenticationMethod method, AuthenticationMethod? second) =>
        Assert.All(Enum.GetValues<RemotePolicy>(), policy => Assert.Equal(
            RemoteReach.Everything, RemoteAccess.Of(policy, new(method, second), Crew.Of(WardNurse, 1), anyStation: true, hasPasskey: true)));

    [Theory]
    [InlineData(AuthenticationMethod.Password)]
    [InlineData(AuthenticationMethod.BadgeAndPin)]
    public void Reach_OfOneFactorShownTwice_IsSafetyAlone(AuthenticationMethod second) => Assert.Equal(
        RemoteReach.Safety,
        RemoteAccess.Of(SecondFactor, new(AuthenticationMethod.Password, second), Crew.Of(WardNurse, 1), anyStation: true, hasPasskey: true));

    [Fact]
    public void Reach_OfANurseVouchedFor_IsTheWard() => Assert.Equal(
        RemoteReach.Ward,
        RemoteAccess.Of(
            SecondFactor, new(AuthenticationMethod.BadgeAndPin, null, Crew.Of(WardNurse, 2).Number), Crew.Of(WardNurse, 1), anyStation: true, hasPasskey: false));

    [Theory]
    [InlineData(WardNurse, 1, WardNurse, 2, null)]
    [InlineData(WardNurse, 1, WardNurse, 1, "Nobody vouches for themselves")]
    [InlineData(WardNurse, 1, Investigator, 1, "Only a ward nurse")]
    [InlineData(WardNurse, 1, Administrator, 1, "Only a ward nurse")]
    [InlineData(LabOperator, 1, WardNurse, 1, "only for a ward nurse")]
    [InlineData(Administrator, 1, WardNurse, 1, "only for a ward nurse")]
    public void Vouching_IsForTwoWardNurses(Role role, int number, Role colleague, int other, string? refusal)
    {
        var said = RemoteAccess.RefusalOfVouching(Crew.Of(role, number), Crew.Of(colleague, other), Now);

        Assert.Equal(refusal is null, said is null);
        Assert.Contains(refusal ?? "", said?.En ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Vouching_WithoutValidTraining_IsRefused()
    {
        var yesterday = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-1);
        var suspended = Crew.Of(WardNurse, 2) with { Training = new Dictionary<Role, Training> { [WardNurse] = new(yesterday.AddYears(-1), yesterday) } };

        Assert.NotNull(RemoteAccess.RefusalOfVouching(Crew.Of(WardNurse, 1), suspended, Now));
        Assert.NotNull(RemoteAccess.RefusalOfVouching(suspended, Crew.Of(WardNurse, 1), Now));
    }
}
