using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <summary>The treating physician asked in writing for a batch that is out of specification.</summary>
/// <param name="Failed">The failing results it is about, by test.</param>
public sealed record SupplyRequested(BatchNumber Batch, string Document, IReadOnlyDictionary<string, decimal> Failed) : ChainEvent
{
    /// <summary>The dose below the least one that it is about, ×10⁶/kg.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? DoseE6PerKg { get; init; }
}

/// <summary>The manufacturer's evaluation of the risk was given to the physician.</summary>
/// <param name="Risk">A code: acceptable or not.</param>
public sealed record SupplyRiskEvaluated(BatchNumber Batch, string Document, string Risk) : ChainEvent;

/// <summary>The physician accepts the product as it is.</summary>
public sealed record SupplyAccepted(BatchNumber Batch) : ChainEvent;

/// <param name="Document">Number of the message to the sponsor, who informs the authority.</param>
public sealed record SponsorInformed(BatchNumber Batch, string Document, DateTimeOffset InformedAt) : ChainEvent;

/// <summary>Supplied as an exception; never shown as released.</summary>
public sealed record BatchSuppliedOutOfSpecification(BatchNumber Batch) : ChainEvent;
