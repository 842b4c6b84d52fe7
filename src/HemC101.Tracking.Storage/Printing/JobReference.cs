using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Printing;

/// <summary>Of a job only what it prints.</summary>
internal sealed record JobReference
{
    public required long JobId { get; init; }

    public required PrintSerial Serial { get; init; }

    public required LabelKind Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Fields { get; init; }
}
