namespace HemC101.Tracking.Study;

/// <summary>Every setting there is, in the order in which they are shown, signed and documented.</summary>
public static class SettingsTable
{
    /// <summary>Those of every set; ranges and limits follow from its process and specification.</summary>
    private static readonly IReadOnlyList<Setting> Fixed =
        [.. TrialSettings.All, .. ManufactureSettings.All, .. WardSettings.All];

    public static IReadOnlyList<Setting> Of(StudySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return [.. Fixed.Concat(ProcessSettings.Of(settings.Process)).Concat(SpecificationSettings.Of(settings.Specification)).OrderBy(setting => setting.Group)];
    }

    /// <summary>What the new set says otherwise, in the order of the table.</summary>
    public static IReadOnlyList<SettingChange> Changes(StudySettings before, StudySettings after) =>
    [
        .. from setting in Of(after)
           let change = new SettingChange(setting.Code, setting.Read(before), setting.Read(after))
           where change.Old != change.New
           select change,
    ];

    /// <returns>Null for a code that only another version of the program knows.</returns>
    public static Setting? Find(StudySettings settings, string code) => Of(settings).FirstOrDefault(setting => setting.Code == code);
}

/// <param name="Old">As <see cref="Setting.Read"/> says it.</param>
/// <param name="New">The same.</param>
public sealed record SettingChange(string Code, string Old, string New);
