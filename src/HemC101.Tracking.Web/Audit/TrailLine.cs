using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Audit;

/// <summary>One line of the trail, in the language of the request.</summary>
public sealed record TrailLine
{
    /// <summary>Where reading goes on: the position in the ledger, or the number of a look.</summary>
    public required long Place { get; init; }

    /// <summary>By the clock of the server.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Staff number, or the word for who acts without a badge.</summary>
    public required string Actor { get; init; }

    /// <summary>As the person is called now; the actor again for who is not known.</summary>
    public required string ActorName { get; init; }

    public required string Station { get; init; }

    public required string What { get; init; }

    /// <summary>Null for what was not done at a step.</summary>
    public string? Step { get; init; }

    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>Scans whose way of entry does not speak for itself.</summary>
    public IReadOnlyList<ScanEvidence> Scans { get; init; } = [];

    /// <summary>Of the values that the entry keeps.</summary>
    public IReadOnlyList<CorrectionMade> Corrections { get; init; } = [];

    /// <summary>Corrections of what was signed here, made afterwards.</summary>
    public IReadOnlyList<CorrectionMade> SignedBefore { get; init; } = [];

    /// <summary>A refusal or a mismatch.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>Null for other things than chains.</summary>
    public CoiId? Coi { get; init; }

    /// <summary>Null for looks, which no entry stands for.</summary>
    public LedgerEntry? Entry { get; init; }
}
