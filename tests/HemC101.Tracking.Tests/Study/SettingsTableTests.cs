using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

/// <summary>The table holds every setting, and each reads and writes its own value.</summary>
public sealed class SettingsTableTests
{
    private static readonly string[] NoValues = ["Version", "Process", "Specification", "OfANewSite"];

    public static TheoryData<string> Codes => [.. SettingsTable.Of(new()).Select(setting => setting.Code)];

    [Fact]
    public void EveryProperty_HasItsSetting()
    {
        var properties = typeof(StudySettings).GetProperties().Select(property => property.Name).Except(NoValues).Count();

        Assert.Equal(properties, SettingsTable.Of(new()).Count(setting => setting.Group is not (SettingGroup.Process or SettingGroup.Specification)));
        Assert.Equal(SettingsTable.Of(new()).Count, SettingsTable.Of(new()).DistinctBy(setting => setting.Code).Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Write_AnotherValue_ChangesThatOneAlone(string code)
    {
        var before = new StudySettings();
        var setting = SettingsTable.Find(before, code)!;

        var (after, fault) = setting.Write(before, Other(setting, before));

        Assert.Null(fault);
        Assert.Equal([new(code, setting.Read(before), setting.Read(after))], SettingsTable.Changes(before, after));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Write_WhatItReads_ChangesNothing(string code)
    {
        var settings = new StudySettings();
        var setting = SettingsTable.Find(settings, code)!;

        var (after, fault) = setting.Write(settings, setting.Read(settings));

        Assert.Null(fault);
        Assert.Empty(SettingsTable.Changes(settings, after));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Write_Nonsense_SaysWhatIsWantedAndKeepsTheValue(string code)
    {
        var settings = new StudySettings();
        var setting = SettingsTable.Find(settings, code)!;
        if (setting.Form is CheckField)
        {
            return;
        }

        var (after, fault) = setting.Write(settings, "<b>−1e9</b>");

        Assert.NotNull(fault);
        Assert.NotEqual(fault.Ru, fault.En);
        Assert.Empty(SettingsTable.Changes(settings, after));
    }

    [Theory]
    [InlineData("enrolment.age-min", "17")]
    [InlineData("cultures.hours", "71")]
    [InlineData("apheresis.cd3-above", "0.09")]
    [InlineData("dose.day1", "1")]
    [InlineData("trial.facility", "A99O9")]
    [InlineData("trial.dose-code", "ya001")]
    [InlineData("trial.gs1-prefix", "123")]
    [InlineData("thaw.max", "7.5")]
    [InlineData("spec.viability.min", "101")]
    public void Write_BeyondItsBounds_IsRefused(string code, string typed) =>
        Assert.NotNull(SettingsTable.Find(new(), code)!.Write(new(), typed).Fault);

    [Theory]
    [InlineData("dose.target", "1,25", "1.25")]
    [InlineData("dose.target", "1.250", "1.25")]
    [InlineData("bag.storage", "-140", "-140")]
    public void Read_IsOneTextForOneValue(string code, string typed, string read)
    {
        var setting = SettingsTable.Find(new(), code)!;

        Assert.Equal(read, setting.Read(setting.Write(new(), typed).Settings));
    }

    [Fact]
    public void Draft_WithAChangedLimit_NamesWhatItChangesAfterItself_AndNothingElse()
    {
        var limit = SettingsDraft.Of(new(), "2026-2", setting => setting.Code == "spec.endotoxin.below" ? "3,5" : null);
        var other = SettingsDraft.Of(new(), "2026-3", setting => setting.Code == "thaw.max" ? "10" : null);
        var range = SettingsDraft.Of(new(), "2026-4", setting => setting.Code == "process.UO-03.moi.max" ? "20" : null);

        Assert.Equal("SP-2026-2", limit.Settings.Specification.Version);
        Assert.Equal(3.5m, limit.Settings.Specification.Test("endotoxin").Below);
        Assert.Equal(MasterProcess.Demo.Version, limit.Settings.Process.Version);
        Assert.Equal(Specification.Demo.Version, other.Settings.Specification.Version);
        Assert.Equal("MP-2026-4", range.Settings.Process.Version);
        Assert.Equal(20, range.Settings.Process.Unit("UO-03").Parameters.Single(parameter => parameter.Code == "moi").Max);
    }

    private static string Other(Setting setting, StudySettings settings) => (setting.Form, setting.Code) switch
    {
        (CheckField, _) => RecordText.Of(!(bool)setting.Value(settings)),
        (ChoiceField choice, _) => choice.Choices[^1].Code,
        (NumberField number, _) => RecordText.Of((decimal)setting.Value(settings) == number.Max ? number.Min : number.Max),
        (_, "trial.facility") => "A9998",
        (_, "trial.gs1-prefix") => "4609999",
        (_, "trial.protocol") => "HemC101-01-02",
        _ => "YA009",
    };
}
