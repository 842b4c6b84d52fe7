using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>The few kinds of settings there are.</summary>
internal sealed record SettingForms(SettingGroup Group, Role Owner)
{
    public Setting Whole(
        string code, string ru, string en, string unit, int min, int max, string source, Func<StudySettings, int> read, Func<StudySettings, int, StudySettings> write) =>
        new(code, Group, new NumberField(code, new(ru, en), unit, min, max, 0), source, Owner)
        {
            Value = settings => (decimal)read(settings),
            Change = (settings, value) => write(settings, (int)(decimal)value),
        };

    public Setting Number(
        string code, string ru, string en, string unit, decimal min, decimal max, int decimals, string source,
        Func<StudySettings, decimal> read, Func<StudySettings, decimal, StudySettings> write) =>
        new(code, Group, new NumberField(code, new(ru, en), unit, min, max, decimals), source, Owner)
        {
            Value = settings => read(settings),
            Change = (settings, value) => write(settings, (decimal)value),
        };

    public Setting Text(
        string code, string ru, string en, Text wanted, Func<string, bool> isGood, string source,
        Func<StudySettings, string> read, Func<StudySettings, string, StudySettings> write) =>
        new(code, Group, new CodeField(code, new(ru, en), wanted, isGood), source, Owner)
        {
            Value = settings => read(settings),
            Change = (settings, value) => write(settings, (string)value),
        };

    /// <param name="names">One for each value, whose name is the code that stands in the ledger.</param>
    public Setting Choice<T>(
        string code, string ru, string en, IReadOnlyList<(T Value, Text Name)> names, string source, Func<StudySettings, T> read, Func<StudySettings, T, StudySettings> write)
        where T : struct, Enum =>
        new(code, Group, new ChoiceField(code, new(ru, en), [.. names.Select(name => new Choice($"{name.Value}", name.Name))]), source, Owner)
        {
            Value = settings => $"{read(settings)}",
            Change = (settings, value) => write(settings, Enum.Parse<T>((string)value)),
        };

    public Setting Tick(
        string code, string ru, string en, string source, Func<StudySettings, bool> read, Func<StudySettings, bool, StudySettings> write) =>
        new(code, Group, new CheckField(code, new(ru, en), Must: false), source, Owner)
        {
            Value = settings => read(settings),
            Change = (settings, value) => write(settings, (bool)value),
        };
}
