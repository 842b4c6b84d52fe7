using CsCheck;

namespace HemC101.Tracking.Tests.Scans;

internal static class Pick
{
    /// <summary>One of the values as they stand.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
