using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

public sealed record BatchReviewed(BatchNumber Batch) : ChainEvent;

public sealed record BatchReleasedConditionally(BatchNumber Batch) : ChainEvent;

public sealed record BatchReleased(BatchNumber Batch) : ChainEvent;

/// <summary>Stage 2 complete: the conditional release became final.</summary>
public sealed record BatchCertified(BatchNumber Batch) : ChainEvent;

public sealed record BatchRejected(BatchNumber Batch, string Reason) : ChainEvent;

/// <summary>The QP confirmed each filled, frozen and labelled bag; before this no bag is reserved.</summary>
public sealed record BagsConfirmed(BatchNumber Batch, decimal SurplusMl) : ChainEvent;

/// <param name="Of">Null for the whole chain; otherwise the canonical text of a collection, batch or bag.</param>
public sealed record HoldPlaced(int Number, string? Of, string Reason, bool StopsManufacture) : ChainEvent
{
    /// <summary>The thing of the house that is the reason; null for every other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HouseId? Thing { get; init; }
}

public sealed record HoldReleased(int Number, string Reason) : ChainEvent;

/// <summary>A thing of the house that was used here was withdrawn.</summary>
/// <param name="UsedFor">Canonical texts of collections, batches and bags.</param>
/// <param name="Given">Bags touched by it that had reached the participant.</param>
public sealed record ThingWithdrawn(HouseId Thing, IReadOnlyList<string> UsedFor, IReadOnlyList<DoseBagId> Given) : ChainEvent;

/// <summary>The physician said what withdrawn things mean for the participant.</summary>
/// <param name="Document">Number of the entry in the medical record.</param>
public sealed record RecallAssessed(IReadOnlyList<HouseId> Things, string Finding, string Document) : ChainEvent;

/// <summary>A scan was refused; evidence of a near miss, changes nothing else.</summary>
/// <param name="Got">The identifier that was read, or null when nothing could be read.</param>
public sealed record ScanRefused(string StepId, string? Demand, string Verdict, string? Expected, string? Got) : ChainEvent;

/// <summary>A step was asked for and refused; evidence of the attempt, changes nothing else.</summary>
/// <param name="Target">Canonical text of the thing; empty for the chain.</param>
/// <param name="Reasons">Codes of the refusals, at least one.</param>
public sealed record StepRefused(string StepId, string Target, IReadOnlyList<string> Reasons) : ChainEvent;

/// <summary>Somebody else's label was scanned here: critical, nobody can confirm it.</summary>
public sealed record IdentityMismatched(string StepId, string? Demand, string Expected, string Got, DoseBagId? Bag) : ChainEvent;

/// <summary>This chain's bag turned up at another participant: it is locked until QA frees it.</summary>
public sealed record BagLocked(DoseBagId Bag, string Reason) : ChainEvent
{
    /// <summary>It was scanned where another participant's was due.</summary>
    public const string AtAnother = "scanned-at-another-participant";

    public const string Lost = "lost";

    /// <summary>The band beside it was another participant's.</summary>
    public const string WrongBand = "wrong-band";
}

public sealed record BagUnlocked(DoseBagId Bag, string Assessment) : ChainEvent;
