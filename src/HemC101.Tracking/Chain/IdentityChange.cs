using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

/// <summary>One correction of name or birth date, and what became of the labels that say what was before it.</summary>
/// <param name="Version">Of its event; the former data lie sealed under it.</param>
/// <param name="FormerHash">Of the data before it, as the ledger had it.</param>
/// <param name="Band">The wristband of that time, which says the former data; zero when it does not.</param>
/// <param name="Labels">Live at that time, and showing something that changed.</param>
public sealed record IdentityChange(
    int Number, int Version, IReadOnlyList<string> Changed, string FormerHash, int Band, DateTimeOffset At, IReadOnlyList<PrintSerial> Labels)
{
    /// <summary>Null until quality assurance has decided.</summary>
    public bool? Relabel { get; init; }
}
