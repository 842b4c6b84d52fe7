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
    private readonly Lazy<UserManager<PersonAccount>> _users;
    private readonly SecretCheck _secrets;

    internal Signatory(Database database, Lazy<UserManager<PersonAccount>> users, SecretCheck secrets) =>
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

    /// <summary>As <see cref="AuthenticateAsync"/>, for a signature: with a secret that is the signer's alone.</summary>
    public async Task<Authentication> SignAsync(string badgeOrUserName, string secret, CancellationToken ct) =>
        await AuthenticateAsync(badgeOrUserName, secret, ct) is { } answer && answer is not Authentication.Succeeded { IsGiven: true }
            ? answer
            : new Authentication.Failed(Given);

    private static Text Incomplete => new(
        "Нужны обе части: бейдж и PIN-код или имя пользователя и пароль.",
        "Both parts are needed: badge and PIN, or user name and password.");

    private static Text NotConfirmed => new(
        "Личность не подтверждена. Проверьте бейдж и PIN-код или имя и пароль. После пяти ошибок подряд этот способ закрывается на минуту, после каждой следующей – вдвое дольше, до часа; второй остаётся открытым.",
        "Identity not confirmed. Check the badge and PIN, or the name and password. After five failures in a row this way closes for a minute, after each further one for twice as long, up to an hour; the other stays open.");

    private static Text Leaked => new(
        "Этот PIN-код или пароль закрыт: он стал известен другим. Войдите вторым способом и выберите новый; если второго нет, обратитесь к администратору.",
        "This PIN or password is closed: it got known. Sign in by the other way and choose a new one; without the other, ask the administrator.");

    private static Text Given => new(
        "Этот PIN-код или пароль задал другой сотрудник: им не подписывают. Войдите с ним на любом устройстве и выберите свой.",
        "Somebody else has set this PIN or password: it signs nothing. Sign in with it at any device and choose your own.");

    private static Text Superseded => new(
        "Этот бейдж заменён новым. Возьмите новый бейдж или войдите по имени и паролю; старый сдайте на уничтожение.",
        "This badge was replaced by a new one. Use the new badge, or your name and password; hand the old one in for destruction.");

    /// <summary>That a badge is superseded is said only to whoever knows its PIN.</summary>
    private async Task<Authentication> ByBadgeAsync(Badge badge, string pin, CancellationToken ct)
    {
        var account = await PersonAccounts.FindAsync(_database, badge.StaffNo, ct);
        return !await IsRightAsync(account, Credential.Pin, pin, ct) ? new Authentication.Failed(NotConfirmed)
            : account!.BadgeSerial != badge.Serial ? new Authentication.Failed(Superseded)
            : Known(account, Credential.Pin, AuthenticationMethod.BadgeAndPin);
    }

    private async Task<Authentication> ByNameAsync(string userName, string password, CancellationToken ct)
    {
        var account = await _users.Value.FindByNameAsync(userName);
        return await IsRightAsync(account, Credential.Password, password, ct)
            ? Known(account!, Credential.Password, AuthenticationMethod.Password)
            : new Authentication.Failed(NotConfirmed);
    }

    /// <summary>That a secret is closed, or somebody else's choice, is said only to whoever knows it.</summary>
    private static Authentication Known(PersonAccount account, Credential credential, AuthenticationMethod method) =>
        account.StateOf(credential) is SecretState.Leaked
            ? new Authentication.Failed(Leaked)
            : new Authentication.Succeeded(account.Person, method) { IsGiven = account.StateOf(credential) is SecretState.Given };

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
