using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.People;

namespace HemC101.Tracking.Web.House;

/// <summary>What every change of an account leaves in the ledger stream <c>person/…</c>, and the badge it brings with it.</summary>
internal sealed class AccountRecord(Database database, CurrentPerson signed, IHttpContextAccessor accessor, TimeProvider time)
{
    public static string StreamOf(StaffNumber staffNo) => PersonAccounts.StreamOf(staffNo);

    public async Task AddedAsync(UnitOfWork uow, PersonAccount account, CancellationToken ct)
    {
        var (by, now) = (DoerOf(account), time.GetUtcNow());
        await HouseLabels.BadgeAsync(uow, account.StaffNo, account.BadgeSerial, null, by, now, ct);
        await WriteAsync(uow, account, "PersonAdded", Said(account), by, now, ct);
    }

    /// <param name="before">As the row still is. Language alone leaves nothing.</param>
    public async Task ChangedAsync(UnitOfWork uow, PersonAccount before, PersonAccount after, CancellationToken ct)
    {
        var (by, now) = (DoerOf(after), time.GetUtcNow());
        if (before.BadgeSerial != after.BadgeSerial)
        {
            await HouseLabels.BadgeAsync(uow, after.StaffNo, after.BadgeSerial, before.BadgeSerial, by, now, ct);
        }

        foreach (var (type, data) in Changes(before, after))
        {
            await WriteAsync(uow, after, type, data, by, now, ct);
        }
    }

    /// <summary>Two people have set a secret or a badge anew for somebody; the change itself follows as an entry of its own.</summary>
    public Task RecoveredAsync(UnitOfWork uow, StaffNumber staffNo, Recovery what, IReadOnlyList<Signature> signatures, CancellationToken ct) =>
        HouseJournal.WriteAsync(
            uow, StreamOf(staffNo), AccountRecovered.Type, new AccountRecovered(what, signatures), Doer.At(signatures[0].By, accessor.HttpContext), time.GetUtcNow(), ct);

    /// <summary>Two people have given an account or other roles; the account or the change itself follows as an entry of its own.</summary>
    public Task RightsGivenAsync(
        UnitOfWork uow, StaffNumber staffNo, IReadOnlyList<Role> rights, IReadOnlyList<Signature> signatures, CancellationToken ct) =>
        HouseJournal.WriteAsync(
            uow, StreamOf(staffNo), RightsGiven.Type, new RightsGiven(rights, signatures), Doer.At(signatures[0].By, accessor.HttpContext), time.GetUtcNow(), ct);

    /// <summary>Wrong guesses have closed it; perhaps they were not its owner's.</summary>
    public async Task LockedAsync(PersonAccount account, Credential credential, DateTimeOffset until, CancellationToken ct)
    {
        await using var uow = await database.BeginAsync(ct);
        await WriteAsync(uow, account, "CredentialLocked", new { Credential = credential, Until = until }, Doer.At(account.StaffNo, accessor.HttpContext), time.GetUtcNow(), ct);
        await uow.CommitAsync(ct);
    }

    /// <summary>Not by the name that its owner gave it: people call things after people.</summary>
    public Task PasskeyAddedAsync(UnitOfWork uow, PersonAccount account, PasskeyRow passkey, CancellationToken ct) => WriteAsync(
        uow,
        account,
        "PasskeyAdded",
        new Dictionary<string, object> { ["Passkey"] = passkey.PasskeyId, ["Synced"] = passkey.BackupEligible, [PasskeyRow.DigestName] = $"{passkey.Digest}" },
        DoerOf(account),
        time.GetUtcNow(),
        ct);

    public Task PasskeyRemovedAsync(UnitOfWork uow, PersonAccount account, PasskeyRow passkey, CancellationToken ct) =>
        WriteAsync(uow, account, "PasskeyRemoved", new { Passkey = passkey.PasskeyId }, DoerOf(account), time.GetUtcNow(), ct);

    /// <summary>Perhaps somebody else holds a copy of it.</summary>
    public Task PasskeyRefusedAsync(UnitOfWork uow, PersonAccount account, PasskeyRow passkey, long signCount, CancellationToken ct) => WriteAsync(
        uow,
        account,
        "PasskeyRefused",
        new { Passkey = passkey.PasskeyId, Count = signCount, Known = passkey.SignCount },
        Doer.At(account.StaffNo, accessor.HttpContext),
        time.GetUtcNow(),
        ct);

    private static IEnumerable<(string Type, object Data)> Changes(PersonAccount before, PersonAccount after)
    {
        if (before.BadgeSerial != after.BadgeSerial)
        {
            yield return ("BadgeReplaced", new { Badge = after.BadgeSerial, Instead = before.BadgeSerial });
        }

        if (!before.Roles.SetEquals(after.Roles))
        {
            yield return ("RolesChanged", new { Roles = after.Roles.Order(), Instead = before.Roles.Order() });
        }

        if (!before.Training.OrderBy(of => of.Key).SequenceEqual(after.Training.OrderBy(of => of.Key)))
        {
            yield return ("TrainingChanged", new { after.Training, Instead = before.Training });
        }

        if (before.Active != after.Active)
        {
            yield return (after.Active ? "AccountOpened" : "AccountClosed", new { });
        }

        if (before.PinHash != after.PinHash)
        {
            yield return ("PinChanged", new { Account = after.Digest.ToString(), after.PinState });
        }
        else if (before.PinState != after.PinState)
        {
            yield return ("SecretLeaked", new { after.PinState });
        }

        if (before.PasswordHash != after.PasswordHash)
        {
            yield return ("PasswordChanged", new { Account = after.Digest.ToString(), after.PasswordState });
        }
        else if (before.PasswordState != after.PasswordState)
        {
            yield return ("SecretLeaked", new { after.PasswordState });
        }
    }

    private static object Said(PersonAccount account) => new
    {
        Roles = account.Roles.Order(),
        Badge = account.BadgeSerial,
        Account = account.Digest.ToString(),
        PinState = Unless(account.PinState),
        PasswordState = Unless(account.PasswordState),
    };

    private static SecretState? Unless(SecretState state) => state == SecretState.Own ? null : state;

    private static Task<int> WriteAsync(
        UnitOfWork uow, PersonAccount account, string type, object data, Doer by, DateTimeOffset at, CancellationToken ct) =>
        HouseJournal.WriteAsync(uow, StreamOf(account.StaffNo), type, data, by, at, ct);

    /// <summary>Before sign-in only the account's owner is there, with the right secret.</summary>
    private Doer DoerOf(PersonAccount account) =>
        signed.Person is { } person ? Doer.At(person.Number, accessor.HttpContext)
        : accessor.HttpContext is null ? Doer.Console
        : Doer.At(account.StaffNo, accessor.HttpContext);
}
