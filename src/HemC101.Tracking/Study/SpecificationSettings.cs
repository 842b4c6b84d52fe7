using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>The limits of the numeric tests. A changed limit makes a new specification, which takes the name of the settings it came with.</summary>
internal static class SpecificationSettings
{
    private const decimal Highest = 100_000;

    public static IEnumerable<Setting> Of(Specification specification) =>
        from test in specification.Tests
        from limit in new[] { test.Min is null ? null : Lower(test), test.Below is null ? null : Upper(test) }
        where limit is not null
        select limit with { BindsAtBatch = true, IsSafety = true };

    private static Setting Lower(QcTest test) => Limit(
        test, "min", new($"{test.Name.Ru}: не меньше", $"{test.Name.En}: at least"), was => was.Min!.Value, (was, value) => was with { Min = value });

    private static Setting Upper(QcTest test) => Limit(
        test, "below", new($"{test.Name.Ru}: меньше", $"{test.Name.En}: below"), was => was.Below!.Value, (was, value) => was with { Below = value });

    private static Setting Limit(QcTest test, string end, Text name, Func<QcTest, decimal> read, Func<QcTest, decimal, QcTest> write)
    {
        var code = $"spec.{test.Code}.{end}";
        var most = test.Unit == "%" ? 100 : Highest;
        return new(code, SettingGroup.Specification, new NumberField(code, name, test.Unit, 0, most, 3), "§2.10, §8", Role.QualifiedPerson)
        {
            Value = settings => read(settings.Specification.Test(test.Code)),
            Change = (settings, value) => settings with
            {
                Specification = settings.Specification with
                {
                    Tests = [.. settings.Specification.Tests.Select(was => was.Code == test.Code ? write(was, (decimal)value) : was)],
                },
            },
        };
    }
}
