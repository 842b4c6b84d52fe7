using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.People;

/// <param name="Secret">The new PIN or password, which its owner replaces at once; for a badge of no weight.</param>
/// <param name="Version">Of the account as the page showed it.</param>
public sealed record RecoveryInput(StaffNumber Of, Recovery What, SecretParts Secret, string Version, IReadOnlyList<SignatureInput> Signatures);

/// <summary>
/// Use case: somebody has lost badge, PIN or password. An administrator and a second person sign, and each types a part of the temporary
/// secret that the other does not see, so that nobody can take over a colleague's account alone. It signs nothing before its owner has chosen
/// another, and while the owner still has a secret of their own, that one is asked for the choice.
/// </summary>
public sealed class RecoverAccount
{
    private readonly Database _database;
    private readonly PersonAdmin _people;
    private readonly PersonStore _store;
    private readonly AccountRecord _record;
    private readonly AccountSigners _signers;

    internal RecoverAccount(Database database, PersonAdmin people, PersonStore store, AccountRecord record, AccountSigners signers) =>
        (_database, _people, _store, _record, _signers) = (database, people, store, record, signers);

    public async Task<PersonChange> RunAsync(RecoveryInput input, Person signedIn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(signedIn);
        var (signed, refused) = await _signers.AskAsync(input.Signatures, signedIn, input.Of, ct);
        var account = await PersonAccounts.FindAsync(_database, input.Of, ct) ?? throw new InvalidOperationException($"There is no account {input.Of}.");
        List<Text> reasons =
        [
            .. refused,
            .. RefusalOf(input.What, input.Secret) is { } refusal ? [refusal] : Array.Empty<Text>(),
            .. account.ConcurrencyStamp != input.Version ? [PersonRules.Stale] : Array.Empty<Text>(),
        ];
        return reasons.Count > 0 ? new PersonChange.Refused(reasons) : await WriteAsync(input, account, signed, ct);
    }

    private static Text? RefusalOf(Recovery what, SecretParts secret) => what switch
    {
        Recovery.Badge => null,
        Recovery.Pin => secret.RefusalAsPin(),
        Recovery.Password => secret.RefusalAsPassword(),
    };

    private async Task<PersonChange> WriteAsync(
        RecoveryInput input, PersonAccount account, IReadOnlyList<SignedAs> signed, CancellationToken ct)
    {
        var signatures = _signers.Sign(signed, AccountRecovered.ContentHash(input.Of, input.What, input.Version));
        _store.Along(async (work, token) =>
        {
            await _record.RecoveredAsync(work, input.Of, input.What, signatures, token);
            return null;
        });
        return await _people.RecoverAsync(account, input.What, input.Secret.Whole, ct);
    }
}
