using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>The range that a number of a unit operation lies in. A changed range makes a new process, which takes the name of the settings it came with.</summary>
internal static class ProcessSettings
{
    private const decimal Highest = 1_000_000;

    public static IEnumerable<Setting> Of(MasterProcess process) =>
        from unit in process.Units
        from parameter in unit.Parameters
        from limit in new[]
        {
            Limit(unit, parameter, "min", new("от", "from"), was => was.Min, (was, value) => was with { Min = value }),
            Limit(unit, parameter, "max", new("до", "to"), was => was.Max, (was, value) => was with { Max = value }),
        }
        select limit with { BindsAtBatch = true };

    private static Setting Limit(
        UnitDefinition unit, UnitParameter parameter, string end, Text side, Func<UnitParameter, decimal> read, Func<UnitParameter, decimal, UnitParameter> write)
    {
        var code = $"process.{unit.Code}.{parameter.Code}.{end}";
        var name = new Text($"{unit.Name.Ru}, {parameter.Name.Ru}: {side.Ru}", $"{unit.Name.En}, {parameter.Name.En}: {side.En}");
        var most = parameter.Unit == "%" ? 100 : Highest;
        return new(code, SettingGroup.Process, new NumberField(code, name, parameter.Unit.Split(" / ")[0], 0, most, parameter.Decimals), "§2.8", Role.QualifiedPerson)
        {
            Value = settings => read(settings.Process.Unit(unit.Code).Parameters.First(other => other.Code == parameter.Code)),
            Change = (settings, value) => settings with
            {
                Process = settings.Process with
                {
                    Units =
                    [
                        .. settings.Process.Units.Select(other => other.Code != unit.Code ? other : other with
                        {
                            Parameters = [.. other.Parameters.Select(was => was.Code == parameter.Code ? write(was, (decimal)value) : was)],
                        }),
                    ],
                },
            },
        };
    }
}
