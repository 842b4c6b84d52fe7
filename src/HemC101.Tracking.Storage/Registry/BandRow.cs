using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

public sealed record BandRow
{
    public required PatientKey PatientKey { get; init; }

    /// <summary>AI (8019), from 1.</summary>
    public required int Instance { get; init; }

    public required SubjectNumber SubjectNo { get; init; }

    public required PrintSerial PrintSerial { get; init; }

    public required BandState State { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
