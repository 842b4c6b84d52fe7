using System.Globalization;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Protocol;

/// <summary>Settings and their values in people's words.</summary>
public static class SettingNames
{
    public static Text Of(SettingGroup group) => group switch
    {
        SettingGroup.Trial => new("Исследование и коды", "Trial and codes"),
        SettingGroup.Enrolment => new("Включение", "Enrolment"),
        SettingGroup.Apheresis => new("Аферез", "Apheresis"),
        SettingGroup.Manufacture => new("Перевозка, производство, пакеты", "Transport, manufacture, bags"),
        SettingGroup.Process => new("Процесс: пределы операций", "Process: ranges of the unit operations"),
        SettingGroup.Specification => new("Спецификация выпуска", "Release specification"),
        SettingGroup.Ward => new("Отделение: подготовка, размораживание, сверка", "Ward: preparation, thaw, verification"),
        SettingGroup.Tolerance => new("Переносимость и День 2", "Tolerance and Day 2"),
        SettingGroup.Site => new("Проверки на местах", "Checks at the stations"),
    };

    /// <param name="value">As <see cref="Setting.Read"/> says it.</param>
    public static string Show(Setting setting, string value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Form switch
        {
            NumberField => $"{DecimalInput.Show(decimal.Parse(value, CultureInfo.InvariantCulture))} {Language.T(setting.Unit)}".TrimEnd(),
            CheckField => value == "true" ? Language.T("да", "yes") : Language.T("нет", "no"),
            ChoiceField choice => Language.T(choice.NameOf(value)),
            _ => value,
        };
    }

    /// <summary>A change in a line; a code that only another version of the program knows is its own name.</summary>
    public static (string Name, string Old, string New) Show(SettingChange change, StudySettings settings)
    {
        ArgumentNullException.ThrowIfNull(change);
        return SettingsTable.Find(settings, change.Code) is { } setting
            ? (Language.T(setting.Name), Show(setting, change.Old), Show(setting, change.New))
            : (change.Code, change.Old, change.New);
    }
}
