using System.Text;
using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>The browser that is a registered station.</summary>
public sealed record StationDeviceRow
{
    /// <summary>The name under which an entry of the journal holds <see cref="Digest"/>.</summary>
    public const string DigestName = "Fingerprint";

    public required HouseId HouseId { get; init; }

    /// <summary>Another with every registration; says nothing of the secret.</summary>
    public required string DeviceId { get; init; }

    public required StationType Type { get; init; }

    /// <summary>Lower-case hex SHA-256 of what the cookie holds.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Whose code it was.</summary>
    public required StaffNumber RegisteredBy { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When somebody signed in or worked there; null before the first time.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Over all that was registered, so that nobody puts a browser of their own into a row unseen.</summary>
    public Digest Digest => Digest.Of(Encoding.UTF8.GetBytes($"{HouseId}|{DeviceId}|{Type}|{SecretHash}|{RegisteredBy}"));
}
