using HemC101.Tracking.Study;

namespace HemC101.Tracking.Chain;

/// <summary>Counts of the formulated bulk, as the laboratory measured them.</summary>
/// <param name="NucleatedE6PerMl">×10⁶ per mL.</param>
/// <param name="Cd3Percent">CD3+ of viable CD45+ cells.</param>
/// <param name="CarPercent">CAR+ of viable CD3+ cells; the parent population matters.</param>
public sealed record BulkCounts(decimal NucleatedE6PerMl, decimal ViabilityPercent, decimal Cd3Percent, decimal CarPercent, decimal VolumeMl)
{
    /// <summary>CAR+ viable cells, ×10⁶ per mL.</summary>
    public decimal CarPosE6PerMl =>
        NucleatedE6PerMl * (ViabilityPercent / 100) * (Cd3Percent / 100) * (CarPercent / 100);
}

/// <summary>Dose volumes computed from the counts, reproducible from what is stored.</summary>
/// <param name="Day1Ml">Rounded to 0.1 mL.</param>
/// <param name="Day2Ml">Rounded to 0.1 mL.</param>
public sealed record SplitPlan(
    BulkCounts Counts, decimal WeightKg, decimal TotalE6, decimal Day1E6, decimal Day2E6, decimal Day1Ml, decimal Day2Ml)
{
    /// <exception cref="ArgumentException">The counts hold no CAR+ viable cell.</exception>
    public static SplitPlan Compute(BulkCounts counts, decimal weightKg, StudySettings settings)
    {
        var concentration = counts.CarPosE6PerMl;
        if (concentration <= 0)
        {
            throw new ArgumentException("The counts hold no CAR+ viable cell.", nameof(counts));
        }

        var total = Math.Min(settings.TargetDoseE6PerKg * weightKg, settings.MaxTotalDoseE6);
        var day1 = total * settings.Day1Fraction;
        var day2 = total - day1;
        return new SplitPlan(counts, weightKg, total, day1, day2, Volume(day1, concentration), Volume(day2, concentration));
    }

    public decimal VolumeOf(int day) => day == 1 ? Day1Ml : Day2Ml;

    public bool Fits => Day1Ml + Day2Ml <= Counts.VolumeMl && Day1Ml > 0 && Day2Ml > 0;

    private static decimal Volume(decimal cellsE6, decimal concentration) =>
        Math.Round(cellsE6 / concentration, 1, MidpointRounding.AwayFromZero);
}
