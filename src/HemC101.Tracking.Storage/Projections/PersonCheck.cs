using System.Text.Json;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Accounts: names, secrets, roles, training, badge and passkeys as they were given, and whether the account is open.</summary>
internal static class PersonCheck
{
    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        var accounts = (await PersonAccounts.ListAsync(source, ct)).ToDictionary(account => $"{account.StaffNo}");
        foreach (var staffNo in await Told.KeysAsync(source, "person/", ct))
        {
            if (!accounts.Remove(staffNo, out var account))
            {
                return new("person", staffNo, Divergence.Missing);
            }

            if (!await AgreesAsync(source, account, ct))
            {
                return new("person", staffNo, Divergence.Changed);
            }
        }

        return accounts.Count > 0 ? new("person", accounts.Keys.Order(StringComparer.Ordinal).First(), Divergence.Foreign) : null;
    }

    private static async Task<bool> AgreesAsync(Source source, PersonAccount account, CancellationToken ct)
    {
        var journal = await EventLedger.ReadStreamAsync(source, PersonAccounts.StreamOf(account.StaffNo), ct);
        var roles = Told.Last(journal, "Roles") is { } told ? told.EnumerateArray().Select(role => Enum.Parse<Role>(role.GetString()!)) : [];
        var training = PersonRow.TrainingOf(Told.Last(journal, "Training")?.GetRawText() ?? "{}");
        var open = journal.LastOrDefault(entry => entry.Type is "AccountOpened" or "AccountClosed") is not { Type: "AccountClosed" };
        return account.Roles.SetEquals(roles)
            && PersonRow.TextOf(account.Training) == PersonRow.TextOf(training)
            && account.Active == open
            && StateOf(journal, nameof(PersonAccount.PinState)) == account.PinState
            && StateOf(journal, nameof(PersonAccount.PasswordState)) == account.PasswordState
            && Told.Last(journal, "Badge")?.GetString() == account.BadgeSerial.ToString()
            && (Told.Last(journal, PersonAccount.DigestName)?.GetString() is not { } digest || digest == account.Digest.ToString())
            && PasskeysOf(journal).ToHashSet().SetEquals(
                (await Passkeys.ListAsync(source, account.StaffNo, ct)).Select(row => KeyValuePair.Create(row.PasskeyId, $"{row.Digest}")));
    }

    private static SecretState StateOf(IReadOnlyList<LedgerEntry> journal, string secret) =>
        Told.Last(journal, secret)?.GetString() is { } told ? Enum.Parse<SecretState>(told) : SecretState.Own;

    /// <returns>What was added and not removed since, with the digest of its key.</returns>
    private static Dictionary<string, string> PasskeysOf(IReadOnlyList<LedgerEntry> journal)
    {
        Dictionary<string, string> passkeys = [];
        foreach (var entry in journal.Where(entry => entry.Type is "PasskeyAdded" or "PasskeyRemoved"))
        {
            using var data = JsonDocument.Parse(entry.Data);
            var passkey = data.RootElement.GetProperty("Passkey").GetString()!;
            if (entry.Type == "PasskeyAdded")
            {
                passkeys[passkey] = data.RootElement.GetProperty(PasskeyRow.DigestName).GetString()!;
            }
            else
            {
                passkeys.Remove(passkey);
            }
        }

        return passkeys;
    }
}
