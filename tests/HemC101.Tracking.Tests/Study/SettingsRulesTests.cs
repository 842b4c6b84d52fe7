using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

/// <summary>Sets whose values are good one by one, and impossible together.</summary>
public sealed class SettingsRulesTests
{
    private static readonly Dictionary<string, StudySettings> Impossible = new()
    {
        ["ages"] = new() { MinimumAge = 60, MaximumAge = 59 },
        ["cd3"] = new() { Cd3MinimumCollectedE9 = 2.01m },
        ["transport"] = new() { TransportMinC = 8 },
        ["dose"] = new() { MaxTotalDoseE6 = 1, TargetDoseE6PerKg = 1.01m },
        ["lymphodepletion"] = new() { LymphodepletionMinDays = 14 },
        ["interval"] = new() { DoseIntervalMinHours = 72 },
        ["both-doses"] = new() { LymphodepletionMinDays = 13, DoseIntervalMinHours = 24, DoseIntervalMaxHours = 72 },
        ["shelf-life"] = new() { ShelfLifeDays = 14 },
        ["rounds"] = new() { BedsidePairMinutes = 16 },
        ["readiness"] = new() { ReadinessHours = 1, PostThawMinutes = 31 },
        ["go"] = new() { ToleranceDecisionHours = 1, PostThawMinutes = 31 },
        ["at-fill"] = new() { SplitTiming = SplitTiming.AtFill, Process = MasterProcess.Demo with { Units = [MasterProcess.Demo.Units[0]] } },
        ["process"] = SettingsDraft.Of(new(), "p", setting => setting.Code == "process.UO-05.volume.min" ? "501" : null).Settings,
        ["tests"] = new() { Specification = Specification.Demo with { Tests = [new("both", new("оба", "both"), 1, "", Min: 5, Below: 5)] } },
    };

    public static TheoryData<string> Codes => [.. Impossible.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Set_ThatLeavesNoWay_IsRefusedWithItsReason(string code)
    {
        var refusals = SettingsRules.Refusals(Impossible[code]);

        Assert.Contains(refusals, refusal => refusal.Code == $"settings-{code}");
        Assert.All(refusals, refusal => Assert.NotEqual(refusal.Reason.Ru, refusal.Reason.En));
    }

    [Fact]
    public void DemonstrationDefaults_AreASetThatWorks()
    {
        Assert.Empty(SettingsRules.Refusals(new()));
        Assert.Empty(IssueRules.Faults(new()));
    }

    [Fact]
    public void Defaults_WithBagsFilledBeforeTheRelease_AreASetThatWorks() => Assert.Empty(SettingsRules.Refusals(new() { SplitTiming = SplitTiming.AtFill }));

    /// <summary>The last value that still works.</summary>
    [Fact]
    public void Set_AtTheEdge_IsGood() => Assert.Empty(SettingsRules.Refusals(new()
    {
        MinimumAge = 70,
        Cd3MinimumCollectedE9 = 2.0m,
        BedsidePairMinutes = 15,
        ReadinessHours = 1,
        ToleranceDecisionHours = 1,
        DoseIntervalMinHours = 71,
        ShelfLifeDays = 15,
    }));
}
