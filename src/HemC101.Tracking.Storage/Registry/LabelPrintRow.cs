using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Registry;

/// <summary>One print with a serial of its own, and what it stands for.</summary>
public sealed record LabelPrintRow
{
    public required PrintSerial Serial { get; init; }

    public required LabelKind Kind { get; init; }

    public required Carrier Carrier { get; init; }

    public required LabelPrintState State { get; init; }

    public SubjectNumber? SubjectNo { get; init; }

    public CoiId? Coi { get; init; }

    public DonationNumber? Donation { get; init; }

    public DoseBagId? Bag { get; init; }

    public BatchNumber? Batch { get; init; }

    public HouseId? HouseId { get; init; }

    public StaffNumber? StaffNo { get; init; }

    /// <summary>What the symbol holds, exactly.</summary>
    public required string Symbol { get; init; }

    /// <summary>Why it was printed again, voided or superseded.</summary>
    public string? Reason { get; init; }

    public required string PrintedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The print whose place this one takes.</summary>
    public PrintSerial? Supersedes { get; init; }
}
