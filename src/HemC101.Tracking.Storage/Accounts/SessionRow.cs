using HemC101.Tracking.Access;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

public sealed record SessionRow
{
    public required string SessionId { get; init; }

    public required AuthenticationMethod Method { get; init; }

    /// <summary>What was shown besides; null for one factor.</summary>
    public AuthenticationMethod? SecondFactor { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was last renewed, or opened.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The registered station, or the number of another device; null for one without.</summary>
    public string? Device { get; init; }

    /// <summary>Of the registered station; null when the device is none.</summary>
    public StationType? Type { get; init; }
}
