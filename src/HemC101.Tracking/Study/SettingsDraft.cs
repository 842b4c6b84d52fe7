namespace HemC101.Tracking.Study;

/// <summary>A set as it is typed: what was understood, and what is wrong with each value that was not.</summary>
/// <param name="Faults">By the code of the setting.</param>
public sealed record SettingsDraft(StudySettings Settings, IReadOnlyDictionary<string, Text> Faults)
{
    /// <param name="before">What is not typed stays as it is here.</param>
    /// <param name="name">Of the new version. A process with a changed range and a specification with a changed limit take it, too.</param>
    /// <param name="typed">Null leaves a setting as it is.</param>
    public static SettingsDraft Of(StudySettings before, string name, Func<Setting, string?> typed)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(typed);
        Dictionary<string, Text> faults = [];
        var settings = before with { Version = name };
        foreach (var setting in SettingsTable.Of(before))
        {
            if (typed(setting) is { } text)
            {
                (settings, var fault) = setting.Write(settings, text);
                if (fault is not null)
                {
                    faults[setting.Code] = fault;
                }
            }
        }

        return new(Named(before, settings, name), faults);
    }

    private static StudySettings Named(StudySettings before, StudySettings settings, string name)
    {
        var codes = SettingsTable.Changes(before, settings).Select(change => change.Code).ToHashSet();
        var changed = SettingsTable.Of(settings).Where(setting => codes.Contains(setting.Code)).Select(setting => setting.Group).ToHashSet();
        return settings with
        {
            Process = changed.Contains(SettingGroup.Process) ? settings.Process with { Version = $"MP-{name}" } : settings.Process,
            Specification = changed.Contains(SettingGroup.Specification) ? settings.Specification with { Version = $"SP-{name}" } : settings.Specification,
        };
    }
}
