using HemC101.Tracking.Fallback;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Fallback;

/// <summary>What became of something done to fallback sets.</summary>
public abstract record FallbackOutcome
{
    private FallbackOutcome() { }

    public sealed record Done(IReadOnlyList<FallbackSet> Sets) : FallbackOutcome;

    /// <param name="Absent">What a count did not find, with a deviation.</param>
    public sealed record Counted(FallbackTally Tally, IReadOnlyList<FallbackSet> Absent) : FallbackOutcome;

    /// <summary>The same page was sent again.</summary>
    public sealed record DoneBefore : FallbackOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : FallbackOutcome;
}
