using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>What a browser was asked to sign.</summary>
public sealed record PasskeyChallenge
{
    /// <summary>Known to that browser alone.</summary>
    public required string ChallengeId { get; init; }

    /// <summary>To whom a new passkey is offered; null at sign-in, when nobody is known yet.</summary>
    public StaffNumber? StaffNo { get; init; }

    /// <summary>Of the new passkey; null at sign-in.</summary>
    public string? Name { get; init; }

    /// <summary>As ASP.NET Core Identity made it.</summary>
    public required string State { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTimeOffset Until { get; init; }
}
