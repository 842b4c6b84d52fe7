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
/// <param name="Day2Ml">Rounded to 0.1 mL; nothing where everything is one dose.</param>
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

    /// <summary>Of too little product for both doses: what one of the ways to divide it gives (clinical.md §2.9).</summary>
    /// <returns>Null where there is enough, and where that way leaves a dose without cells that should have some.</returns>
    public static SplitPlan? Reduce(BulkCounts counts, decimal weightKg, StudySettings settings, UnderdoseOption option)
    {
        var full = Compute(counts, weightKg, settings);
        if (!full.IsShort)
        {
            return null;
        }

        var day1 = option switch
        {
            UnderdoseOption.FullDay1 => full.Day1Ml,
            UnderdoseOption.Proportional => Down(counts.VolumeMl * settings.Day1Fraction),
            UnderdoseOption.SingleDose => Down(counts.VolumeMl),
        };
        var day2 = option == UnderdoseOption.SingleDose ? 0 : Down(counts.VolumeMl - day1);
        return day1 > 0 && (option == UnderdoseOption.SingleDose || day2 > 0)
            ? full with { Day1Ml = day1, Day2Ml = day2, Day1E6 = Cells(day1, counts), Day2E6 = Cells(day2, counts), TotalE6 = Cells(day1 + day2, counts) }
            : null;
    }

    public decimal VolumeOf(int day) => day == 1 ? Day1Ml : Day2Ml;

    /// <summary>The bulk does not hold what both doses need.</summary>
    internal bool IsShort => Day1Ml + Day2Ml > Counts.VolumeMl;

    public bool Fits => !IsShort && Day1Ml > 0 && Day2Ml > 0;

    /// <summary>Whether all its cells together are a dose at all.</summary>
    internal bool IsEnough(StudySettings settings) => TotalE6 >= settings.LeastDoseE6PerKg * WeightKg;

    private static decimal Cells(decimal volumeMl, BulkCounts counts) => Math.Round(volumeMl * counts.CarPosE6PerMl, 2);

    /// <summary>No more than there is.</summary>
    private static decimal Down(decimal volumeMl) => Math.Floor(volumeMl * 10) / 10;

    private static decimal Volume(decimal cellsE6, decimal concentration) =>
        Math.Round(cellsE6 / concentration, 1, MidpointRounding.AwayFromZero);
}
