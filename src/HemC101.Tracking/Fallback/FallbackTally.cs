namespace HemC101.Tracking.Fallback;

/// <summary>What has become of all sets that were ever printed; a count says whether the shelf agrees.</summary>
public sealed record FallbackTally(int Printed, int Used, int Destroyed, int Missing, int OnShelf)
{
    public static FallbackTally Of(IReadOnlyList<FallbackSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return new(
            sets.Count,
            sets.Count(set => set.State == FallbackState.Used),
            sets.Count(set => set.State == FallbackState.Destroyed),
            sets.Count(set => set.State == FallbackState.Missing),
            sets.Count(set => set.IsOnShelf));
    }
}
