using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>A person with what opens their account. Settable where ASP.NET Core Identity sets it through its user store.</summary>
public sealed class PersonAccount
{
    public required StaffNumber StaffNo { get; init; }

    public required string UserName { get; set; }

    public string NormalizedUserName { get; set; } = "";

    public required string FullName { get; set; }

    public required IReadOnlySet<Role> Roles { get; set; }

    /// <summary>As <see cref="Person.Training"/>.</summary>
    public IReadOnlyDictionary<Role, Training> Training { get; set; } = FrozenDictionary<Role, Training>.Empty;

    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    public string PasswordHash { get; set; } = "";

    public string PinHash { get; set; } = "";

    public SecretState PasswordState { get; set; } = SecretState.Own;

    public SecretState PinState { get; set; } = SecretState.Own;

    /// <summary>Print serial of the one badge that is valid now; a new badge supersedes the old by replacing it.</summary>
    public required PrintSerial BadgeSerial { get; set; }

    public bool Active { get; set; } = true;

    /// <summary>Changes with every change of rights or secrets; sessions opened under another stamp are over.</summary>
    public string SecurityStamp { get; set; } = "";

    public string ConcurrencyStamp { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The name under which an entry of the journal holds <see cref="Digest"/>.</summary>
    public const string DigestName = "Account";

    /// <summary>
    /// Over names and secrets, which the ledger does not hold: salted hashes among them, so that it gives nothing away, and nobody puts
    /// another's PIN into a row unseen.
    /// </summary>
    public Digest Digest => Digest.Of(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[] { $"{StaffNo}", NormalizedUserName, FullName, PinHash, PasswordHash })));

    /// <summary>What its owner has to choose anew before anything else.</summary>
    public IReadOnlyList<Credential> DueSecrets =>
        [.. Enum.GetValues<Credential>().Where(credential => StateOf(credential) != SecretState.Own)];

    public SecretState StateOf(Credential credential) => credential switch
    {
        Credential.Pin => PinState,
        Credential.Password => PasswordState,
    };

    public Person Person => new(StaffNo, FullName, Roles) { Training = Training };
}
