using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>Accounts: the roles and the badge that were given, and whether the account is open.</summary>
internal static class PersonCheck
{
    public static async Task<DivergedRow?> FindAsync(Source source, CancellationToken ct)
    {
        foreach (var account in await PersonAccounts.ListAsync(source, ct))
        {
            var journal = await EventLedger.ReadStreamAsync(source, PersonAccounts.StreamOf(account.StaffNo), ct);
            if (journal.Count == 0)
            {
                return new("person", $"{account.StaffNo}", Divergence.Foreign);
            }

            var roles = Told.Last(journal, "Roles") is { } told ? told.EnumerateArray().Select(role => Enum.Parse<Role>(role.GetString()!)) : [];
            var training = PersonRow.TrainingOf(Told.Last(journal, "Training")?.GetRawText() ?? "{}");
            var open = journal.LastOrDefault(entry => entry.Type is "AccountOpened" or "AccountClosed") is not { Type: "AccountClosed" };
            if (!account.Roles.SetEquals(roles) || PersonRow.TextOf(account.Training) != PersonRow.TextOf(training) || account.Active != open || Told.Last(journal, "Badge")?.GetString() != account.BadgeSerial.ToString())
            {
                return new("person", $"{account.StaffNo}", Divergence.Changed);
            }
        }

        return null;
    }
}
