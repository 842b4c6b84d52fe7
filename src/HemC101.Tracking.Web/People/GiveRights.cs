using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.People;

/// <summary>What the page asks of a new account.</summary>
public sealed record NewPersonInput(
    string FullName,
    string UserName,
    IReadOnlySet<Role> Roles,
    SecretParts Password,
    SecretParts Pin,
    string Language,
    IReadOnlyList<SignatureInput> Signatures);

/// <param name="Version">Of the account as the page showed it.</param>
public sealed record NewRolesInput(StaffNumber Of, IReadOnlySet<Role> Roles, string Version, IReadOnlyList<SignatureInput> Signatures);

/// <summary>
/// Use case: somebody gets an account, or other roles. An administrator and a second person sign, whatever the roles are: an administrator
/// who could alone make another one would be both signers of the next account.
/// </summary>
public sealed class GiveRights
{
    private readonly Database _database;
    private readonly PersonAdmin _people;
    private readonly PersonStore _store;
    private readonly AccountRecord _record;
    private readonly AccountSigners _signers;

    internal GiveRights(Database database, PersonAdmin people, PersonStore store, AccountRecord record, AccountSigners signers) =>
        (_database, _people, _store, _record, _signers) = (database, people, store, record, signers);

    public async Task<PersonChange> AddAsync(NewPersonInput input, Person signedIn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(signedIn);
        var (signed, refused) = await _signers.AskAsync(input.Signatures, signedIn, null, ct);
        Text?[] inParts = [input.Password.RefusalAsPassword(), input.Pin.RefusalAsPin()];
        List<Text> reasons = [.. refused, .. inParts.OfType<Text>()];
        return reasons.Count > 0
            ? new PersonChange.Refused(reasons)
            : await _people.AddByTwoAsync(
                input.FullName, input.UserName, input.Roles, input.Password.Whole, input.Pin.Whole, input.Language,
                account => Record(account, input.Roles, signed, () => $"{account.Digest}"), ct);
    }

    public async Task<PersonChange> ChangeRolesAsync(NewRolesInput input, Person signedIn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(signedIn);
        var (signed, refused) = await _signers.AskAsync(input.Signatures, signedIn, input.Of, ct);
        var account = await PersonAccounts.FindAsync(_database, input.Of, ct) ?? throw new InvalidOperationException($"There is no account {input.Of}.");
        List<Text> reasons =
        [
            .. refused,
            .. PersonRules.RefusalsOf(input.Roles),
            .. account.ConcurrencyStamp != input.Version ? [PersonRules.Stale] : Array.Empty<Text>(),
        ];
        if (reasons.Count > 0)
        {
            return new PersonChange.Refused(reasons);
        }

        Record(account, input.Roles, signed, () => input.Version);
        return await _people.ChangeRolesAsync(account, input.Roles);
    }

    /// <param name="account">Which is written next.</param>
    /// <param name="rights">That it gets.</param>
    /// <param name="signed">By whom.</param>
    /// <param name="version">Asked for when the account is complete.</param>
    private void Record(PersonAccount account, IReadOnlySet<Role> rights, IReadOnlyList<SignedAs> signed, Func<string> version) =>
        _store.Along(async (work, ct) =>
        {
            var hash = RightsGiven.ContentHash(account.StaffNo, rights, version());
            await _record.RightsGivenAsync(work, account.StaffNo, [.. rights.Order()], _signers.Sign(signed, hash), ct);
            return null;
        });
}
