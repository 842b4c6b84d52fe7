using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>One authenticator that opens sessions for one person (W3C Web Authentication, level 3).</summary>
public sealed record PasskeyRow
{
    /// <summary>The name under which an entry of the journal holds <see cref="Digest"/>.</summary>
    public const string DigestName = "Key";

    /// <summary>What forms and the ledger call it: neither the authenticator's own identifier nor the name that its owner gave it.</summary>
    public required string PasskeyId { get; init; }

    public required StaffNumber StaffNo { get; init; }

    /// <summary>In the words of its owner.</summary>
    public required string Name { get; init; }

    public required byte[] CredentialId { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>0 for an authenticator that does not count.</summary>
    public required long SignCount { get; init; }

    /// <summary>JSON array.</summary>
    public required string Transports { get; init; }

    /// <summary>May be carried to other devices of the same owner.</summary>
    public required bool BackupEligible { get; init; }

    public required bool BackedUp { get; init; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null before the first sign-in.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Over identifier and public key, so that nobody puts another's key into a row unseen.</summary>
    public Digest Digest => Digest.Of([.. CredentialId, .. PublicKey]);
}
