using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// Proves who is at the keyboard: at sign-in and again at every signature. It writes (attempts are counted), so it must be asked before
/// a unit of work is begun, never inside one.
/// </summary>
public sealed class Signatory
{
    private readonly Database _database;
    private readonly UserManager<PersonAccount> _users;
    private readonly SecretCheck _secrets;

    internal Signatory(Database database, UserManager<PersonAccount> users, SecretCheck secrets) =>
        (_database, _users, _secrets) = (database, users, secrets);

    /// <summary>A badge scan is answered by its PIN, anything else is a user name and is answered by its password.</summary>
    public async Task<Authentication> AuthenticateAsync(string badgeOrUserName, string secret, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(badgeOrUserName);
        ArgumentNullException.ThrowIfNull(secret);
        if (badgeOrUserName.Trim().Length == 0 || secret.Length is 0 or > PersonRules.LongestPassword)
        {
            return new Authentication.Failed(Incomplete);
        }

        return Badge.Read(badgeOrUserName) is { } badge
            ? await ByBadgeAsync(badge, secret, ct)
            : await ByNameAsync(badgeOrUserName.Trim(), secret, ct);
    }

    private static Text Incomplete => new(
        "Нужны обе части: бейдж и PIN-код или имя пользователя и пароль.",
        "Both parts are needed: badge and PIN, or user name and password.");

    private static Text NotConfirmed => new(
        "Личность не подтверждена. Проверьте бейдж и PIN-код или имя и пароль. После пяти ошибок подряд этот способ закрывается на 15 минут, второй остаётся открытым.",
        "Identity not confirmed. Check the badge and PIN, or the name and password. After five failures in a row this way closes for 15 minutes; the other stays open.");

    private static Text Superseded => new(
        "Этот бейдж заменён новым. Возьмите новый бейдж или войдите по имени и паролю; старый сдайте на уничтожение.",
        "This badge was replaced by a new one. Use the new badge, or your name and password; hand the old one in for destruction.");

    /// <summary>That a badge is superseded is said only to whoever knows its PIN.</summary>
    private async Task<Authentication> ByBadgeAsync(Badge badge, string pin, CancellationToken ct)
    {
        var account = await PersonAccounts.FindAsync(_database, badge.StaffNo, ct);
        return !await IsRightAsync(account, Credential.Pin, pin, ct) ? new Authentication.Failed(NotConfirmed)
            : account!.BadgeSerial != badge.Serial ? new Authentication.Failed(Superseded)
            : new Authentication.Succeeded(account.Person, AuthenticationMethod.BadgeAndPin);
    }

    private async Task<Authentication> ByNameAsync(string userName, string password, CancellationToken ct)
    {
        var account = await _users.FindByNameAsync(userName);
        return await IsRightAsync(account, Credential.Password, password, ct)
            ? new Authentication.Succeeded(account!.Person, AuthenticationMethod.Password)
            : new Authentication.Failed(NotConfirmed);
    }

    private async Task<bool> IsRightAsync(PersonAccount? account, Credential credential, string secret, CancellationToken ct)
    {
        if (account is not null)
        {
            return await _secrets.IsRightAsync(account, credential, secret, ct);
        }

        _secrets.SpendTheSameTime(secret);
        return false;
    }
}
