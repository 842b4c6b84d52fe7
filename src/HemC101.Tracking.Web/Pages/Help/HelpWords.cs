using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Pages.Help;

/// <summary>What the help says of a step beyond its own words.</summary>
internal static class HelpWords
{
    public static Text KindOf(Step step) => step.TargetKind is null ? Of(step.Kind) : new(
        $"{Of(step.Kind).Ru}; если пакеты заполняют до выпуска – {Of(StepKind.Preserve).Ru}",
        $"{Of(step.Kind).En}; where bags are filled before the release it {Of(StepKind.Preserve).En}");

    private static Text Of(StepKind kind) => kind switch
    {
        StepKind.Advance => new("приближает к введению; запрет его останавливает", "brings the cells nearer to a vein; a hold stops it"),
        StepKind.Preserve => new("сохраняет то, что есть; запрет его не останавливает", "keeps what is there; a hold does not stop it"),
        StepKind.Safety => new("безопасность: один сотрудник, ничто не останавливает", "safety: one person, stopped by nothing"),
        StepKind.Exit => new("завершает путь предмета", "ends the way of a thing"),
    };

    public static Text Of(IEnumerable<Role> roles)
    {
        var names = roles.Select(role => role.Name()).ToList();
        return new(string.Join(", ", names.Select(name => name.Ru)), string.Join(", ", names.Select(name => name.En)));
    }

    /// <summary>The field with its unit and limits.</summary>
    public static Text Of(Field field) => field switch
    {
        NumberField number => new(
            $"{number.Label.Ru}, {number.Min}…{number.Max} {number.UnitName.Ru}".TrimEnd(), $"{number.Label.En}, {number.Min}…{number.Max} {number.UnitName.En}".TrimEnd()),
        _ => field.Label,
    };

    /// <summary>Everything that may stand in the way and does not depend on the thing.</summary>
    public static IEnumerable<Gate> GatesOf(Step step) => step.Gates.Concat(step.Checks).DistinctBy(gate => gate.Code);
}
