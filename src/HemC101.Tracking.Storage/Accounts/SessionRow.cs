using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

public sealed record SessionRow
{
    public required string SessionId { get; init; }

    public required AuthenticationMethod Method { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was last renewed, or opened.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The number of the device; null for one without.</summary>
    public string? Device { get; init; }
}
