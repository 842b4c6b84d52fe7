namespace HemC101.Tracking.Chain;

/// <summary>How too little product is divided; investigator and QP choose .</summary>
public enum UnderdoseOption
{
    /// <summary>The whole first dose, and what is left as the second.</summary>
    FullDay1,

    /// <summary>Both doses smaller, in their planned proportion.</summary>
    Proportional,

    /// <summary>Everything in one bag, as the first and only dose.</summary>
    SingleDose,
}

/// <summary>What the laboratory measured when the harvest did not suffice for both doses.</summary>
/// <param name="BelowLeastE6PerKg">What all of it gives, where that is less than the least dose.</param>
public sealed record Underdose(BulkCounts Counts, decimal WeightKg, decimal? BelowLeastE6PerKg = null)
{
    /// <summary>Of a dose per kilogram, wherever it is recorded or said.</summary>
    public const int Decimals = 3;
}
