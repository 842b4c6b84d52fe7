using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <summary>What the STR identity of this participant's cells is compared with .</summary>
/// <param name="Origin">Of the cells: a code of <see cref="StrReference"/>.</param>
/// <param name="ProfileMark">Keyed hash of the profile; the profile itself is kept nowhere.</param>
public sealed record StrReferenceRecorded(string Origin, string ProfileMark, string Document) : ChainEvent
{
    /// <summary>Names of its loci, without the alleles; null where it was recorded before they were noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Panel { get; init; }
}

/// <summary>Quality assurance says what the result of the STR identity means.</summary>
public sealed record StrIdentityCommented(BatchNumber Batch, TextId Comment) : ChainEvent;
