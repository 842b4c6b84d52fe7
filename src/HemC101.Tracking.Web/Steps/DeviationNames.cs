using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Deviations in people's words.</summary>
internal static class DeviationNames
{
    public static Text Of(Deviation deviation)
    {
        var (kind, grade) = (KindOf(deviation), ClassOf(deviation));
        var number = deviation.Number.ToString(CultureInfo.InvariantCulture);
        return new($"№ {number}: {kind.Ru}, {grade.Ru.ToLowerInvariant()}", $"no. {number}: {kind.En}, {grade.En.ToLowerInvariant()}");
    }

    public static Text KindOf(Deviation deviation) => DeviationCodes.Kind.NameOf(deviation.Kind);

    public static Text ClassOf(Deviation deviation) => DeviationCodes.Class.NameOf($"{deviation.Class}");
}
