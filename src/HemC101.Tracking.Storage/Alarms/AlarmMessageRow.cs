using HemC101.Tracking.Alarms;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Alarms;

/// <summary>One message about an alarm, to one person, on one way.</summary>
public sealed record AlarmMessageRow
{
    public long MessageId { get; init; }

    public required string AlarmKey { get; init; }

    /// <summary>1 for the first person called.</summary>
    public required int CallNo { get; init; }

    public required StaffNumber StaffNo { get; init; }

    public CallBasis Basis { get; init; }

    public required AlarmChannel Channel { get; init; }

    public required string Address { get; init; }

    public AlarmMessageState State { get; init; }

    public int Attempts { get; init; }

    /// <summary>An earlier attempt broke off and may have arrived: the next says so.</summary>
    public bool MayHaveGone { get; init; }

    public required DateTimeOffset NextAt { get; init; }

    public string? LastError { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}
