using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Tests.Chain;

/// <summary>The table of Day2Rule, row by row.</summary>
public sealed class ToleranceRuleTests
{
    private static readonly ToleranceInputs Calm = new(0, 0, 0, 36.6m, 97, false, false, "none", false);

    public static TheoryData<string, Tolerance> Rows => new()
    {
        { "crs 0", Tolerance.Go },
        { "crs 1", Tolerance.Defer },
        { "crs 2", Tolerance.NoGo },
        { "icans 1", Tolerance.NoGo },
        { "reaction 1", Tolerance.Go },
        { "reaction 2", Tolerance.Defer },
        { "reaction 3", Tolerance.NoGo },
        { "temperature 37.9", Tolerance.Go },
        { "temperature 38.0", Tolerance.Defer },
        { "spo2 92", Tolerance.Go },
        { "spo2 91", Tolerance.Defer },
        { "spo2 90", Tolerance.Defer },
        { "spo2 89", Tolerance.NoGo },
        { "pressure", Tolerance.NoGo },
        { "rescue", Tolerance.NoGo },
        { "cultures negative", Tolerance.Go },
        { "cultures pending", Tolerance.Defer },
        { "cultures positive", Tolerance.NoGo },
        { "exclusion", Tolerance.NoGo },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Propose_ForOneFinding_FollowsTheTable(string finding, Tolerance proposed) =>
        Assert.Equal(proposed, ToleranceRule.Propose(With(finding), 1m, TimeSpan.FromHours(24), new()));

    [Theory]
    [InlineData(0.90, 24, Tolerance.Go)]
    [InlineData(0.89, 24, Tolerance.Defer)]
    [InlineData(1, 17.9, Tolerance.Defer)]
    [InlineData(1, 18, Tolerance.Go)]
    [InlineData(1, 72, Tolerance.Go)]
    [InlineData(1, 72.1, Tolerance.NoGo)]
    public void Propose_ForDeliveryAndInterval_FollowsTheTable(double delivered, double hours, Tolerance proposed) =>
        Assert.Equal(proposed, ToleranceRule.Propose(Calm, (decimal)delivered, TimeSpan.FromHours(hours), new()));

    [Theory]
    [InlineData(Tolerance.Go, Tolerance.Defer, true)]
    [InlineData(Tolerance.Defer, Tolerance.NoGo, true)]
    [InlineData(Tolerance.Go, Tolerance.Go, false)]
    [InlineData(Tolerance.NoGo, Tolerance.Go, false)]
    public void IsMorePermissive_ComparesDecisionWithProposal(Tolerance decided, Tolerance proposed, bool more) =>
        Assert.Equal(more, ToleranceRule.IsMorePermissive(decided, proposed));

    private static ToleranceInputs With(string finding)
    {
        var parts = finding.Split(' ');
        decimal Number() => decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return parts[0] switch
        {
            "crs" => Calm with { CrsGrade = (int)Number() },
            "icans" => Calm with { IcansGrade = (int)Number() },
            "reaction" => Calm with { ReactionGrade = (int)Number() },
            "temperature" => Calm with { TemperatureC = Number() },
            "spo2" => Calm with { Spo2Percent = Number() },
            "pressure" => Calm with { PressureSupport = true },
            "rescue" => Calm with { RescueGiven = true },
            "cultures" => Calm with { Cultures = parts[1] },
            _ => Calm with { NewExclusion = true },
        };
    }
}
