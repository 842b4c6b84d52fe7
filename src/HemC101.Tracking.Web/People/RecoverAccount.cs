using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.House;

namespace HemC101.Tracking.Web.People;

/// <param name="Secret">The new PIN or password, which its owner replaces at once; for a badge of no weight.</param>
/// <param name="Version">Of the account as the page showed it.</param>
public sealed record RecoveryInput(StaffNumber Of, Recovery What, string Secret, string Version, IReadOnlyList<SignatureInput> Signatures);

/// <summary>
/// Use case: somebody has lost badge, PIN or password. An administrator and a second person sign, so that nobody can take over a
/// colleague's account alone; a secret set this way signs nothing before its owner has chosen another.
/// </summary>
public sealed class RecoverAccount
{
    private readonly Database _database;
    private readonly PersonAdmin _people;
    private readonly PersonStore _store;
    private readonly AccountRecord _record;
    private readonly Signers _signers;
    private readonly TimeProvider _time;

    internal RecoverAccount(Database database, PersonAdmin people, PersonStore store, AccountRecord record, Signers signers, TimeProvider time) =>
        (_database, _people, _store, _record, _signers, _time) = (database, people, store, record, signers, time);

    public static IReadOnlyList<SignatureDemand> Demands { get; } =
        [new(Meaning.Performed, Role.Administrator), new(Meaning.Witnessed, Role.QualityAssurance, Role.Administrator)];

    private static Text NotTheAdministrator => new(
        "Первым подписывает администратор, который вошёл на этом устройстве.", "The administrator who is signed in at this device signs first.");

    private static Text OwnAccount => new(
        "Восстановление подписывают двое других сотрудников: владелец записи не подписывает его сам.",
        "A recovery is signed by two other people: the owner of the account does not sign it.");

    private static Text Stale => new(
        "Учётную запись только что изменил кто-то другой. Откройте её заново и повторите.",
        "Somebody else has just changed this account. Open it again and repeat.");

    public async Task<PersonChange> RunAsync(RecoveryInput input, Person signedIn, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(signedIn);
        var (people, refused) = await _signers.AuthenticateAsync(Demands, input.Signatures, ct);
        if (refused.Count > 0)
        {
            return new PersonChange.Refused(refused);
        }

        var now = _time.GetUtcNow();
        var account = await PersonAccounts.FindAsync(_database, input.Of, ct) ?? throw new InvalidOperationException($"There is no account {input.Of}.");
        var (signed, refusals) = Signatories.Assign(Demands, people, now);
        List<Text> reasons =
        [
            .. refusals.Select(refusal => refusal.Reason),
            .. people[0].Person.Number != signedIn.Number ? [NotTheAdministrator] : Array.Empty<Text>(),
            .. people.Any(signer => signer.Person.Number == input.Of) ? [OwnAccount] : Array.Empty<Text>(),
            .. account.ConcurrencyStamp != input.Version ? [Stale] : Array.Empty<Text>(),
        ];
        return reasons.Count > 0 ? new PersonChange.Refused(reasons) : await WriteAsync(input, account, signed, now, ct);
    }

    private async Task<PersonChange> WriteAsync(
        RecoveryInput input, PersonAccount account, IReadOnlyList<SignedAs> signed, DateTimeOffset now, CancellationToken ct)
    {
        var hash = AccountRecovered.ContentHash(input.Of, input.What, input.Version);
        IReadOnlyList<Signature> signatures =
        [
            .. signed.Select(by => new Signature(
                by.Signer.Person.Number, by.Signer.Person.FullName, by.Role, by.Meaning, now, by.Signer.Method, hash)),
        ];
        _store.Along(async (work, token) =>
        {
            await _record.RecoveredAsync(work, input.Of, input.What, signatures, token);
            return null;
        });
        return await _people.RecoverAsync(account, input.What, input.Secret, ct);
    }
}
