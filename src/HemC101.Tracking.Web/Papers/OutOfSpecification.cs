using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Web.Printing;
using static HemC101.Tracking.Web.Infrastructure.Language;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What an exception is about, in words: the failed tests, and the dose.</summary>
internal static class OutOfSpecification
{
    public static IEnumerable<string> Of(Batch batch, ExceptionalSupply exception) =>
        exception.Failures.Keys.Order(StringComparer.Ordinal).Select(test => T(batch.Specification.Test(test).Name))
            .Concat(Dose(exception.DoseE6PerKg).Select(said => T(said)));

    public static IEnumerable<Text> Dose(decimal? perKg)
    {
        if (perKg is { } dose)
        {
            yield return new(
                $"доза {LabelWords.Number(dose, Underdose.Decimals)}×10⁶/кг, меньше наименьшей",
                $"dose {dose.ToString($"F{Underdose.Decimals}", CultureInfo.InvariantCulture)}×10⁶/kg, below the least");
        }
    }
}
