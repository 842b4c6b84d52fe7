using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Everything with which one form is filled and sent.</summary>
internal sealed record ScenarioTurn
{
    public required StepAddress Address { get; init; }

    public required string Attempt { get; init; }

    /// <summary>What the scanner reads, in order.</summary>
    public required IReadOnlyList<string> Scans { get; init; }

    /// <summary>By field, as the form would send it.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    public required IReadOnlyList<Signer> Signers { get; init; }

    public required Person SignedIn { get; init; }

    public required CheckHalf? Half { get; init; }

    /// <summary>Null for a scanner's.</summary>
    public required EntryClaim? Claim { get; init; }
}
