using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>Personal data as they were until a correction.</summary>
public sealed record FormerIdentityRow
{
    public required SubjectNumber SubjectNo { get; init; }

    /// <summary>Of the chain's event that corrected them.</summary>
    public required int Version { get; init; }

    /// <summary>As they lay encrypted before it.</summary>
    public required byte[] PersonalData { get; init; }

    public required Digest PersonalDataHash { get; init; }

    public required DateTimeOffset ReplacedAt { get; init; }
}
