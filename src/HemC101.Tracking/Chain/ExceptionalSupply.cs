using System.Collections.Immutable;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

/// <summary>
/// A batch out of specification, asked for by the treating physician because the participant would otherwise be in immediate and
/// significant danger: what was asked for, and how far the records before a supply have come (EudraLex vol. 4 part IV §11.5).
/// </summary>
/// <param name="Failures">The failing results that were asked about, by test: anything that fails beside them is not covered.</param>
/// <param name="Request">Number of the written request.</param>
public sealed record ExceptionalSupply(ImmutableDictionary<string, decimal> Failures, string Request)
{
    /// <summary>The code of a risk that can be borne.</summary>
    public const string Acceptable = "acceptable";

    /// <summary>The dose below the least one that was asked about, ×10⁶/kg; null when it was not about the dose.</summary>
    public decimal? DoseE6PerKg { get; init; }

    /// <summary>The manufacturer's evaluation was given to the physician, and says that the risk can be borne; null until then.</summary>
    public bool? IsRiskAcceptable { get; init; }

    public bool IsAccepted { get; init; }

    /// <summary>Who asked for it and accepted it: none of them evaluates the risk or supplies.</summary>
    public ImmutableHashSet<StaffNumber> Physicians { get; init; } = [];

    public bool IsSponsorInformed { get; init; }

    /// <summary>Whether it is about exactly what is out of specification now.</summary>
    public bool Covers(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var failures = batch.Failures;
        return batch.DoseBelowLeast == DoseE6PerKg && failures.Count == Failures.Count && failures.All(failure => Failures.TryGetValue(failure.Key, out var asked) && asked == failure.Value);
    }
}
