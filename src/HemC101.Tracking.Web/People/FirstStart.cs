using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// Use case: a site without any account lets in whoever was given its link, once, to make the first administrator. There is no password
/// that a new site comes with. Every start makes a new link; of nodes that start together the last one's counts.
/// </summary>
public sealed class FirstStart
{
    internal const string LinkGoneCode = "SetupLinkGone";

    private const int BytesOfASecret = 32;

    private readonly Database _database;
    private readonly PersonAdmin _people;
    private readonly PersonStore _store;
    private readonly TimeProvider _time;

    internal FirstStart(Database database, PersonAdmin people, PersonStore store, TimeProvider time) =>
        (_database, _people, _store, _time) = (database, people, store, time);

    /// <summary>How long a link can be used.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromHours(24);

    public static Text LinkGone { get; } = new(
        "Эта ссылка первого запуска не действует: её заменили новой, её срок истёк, или по ней уже завели администратора. "
        + "Если учётных записей ещё нет, перезапустите сайт: он напечатает новую ссылку на консоли и в журнале.",
        "This set-up link is not valid: it was replaced, its time is over, or an administrator was made with it. "
        + "If there are no accounts yet, start the site again: it prints a new link on its console and in its log.");

    /// <returns>The secret of the new link, which is told nowhere else; null when somebody has an account.</returns>
    public async Task<string?> OpenAsync(CancellationToken ct)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(BytesOfASecret));
        await using var work = await _database.BeginAsync(ct);
        var opened = await SetupLinks.ReplaceAsync(work, HashOf(secret), _time.GetUtcNow() + Life, ct);
        await work.CommitAsync(ct);
        return opened ? secret : null;
    }

    public async Task<SetupLinkState> LookAsync(string secret, CancellationToken ct) =>
        await SetupLinks.IsOpenAsync(_database, HashOf(secret), _time.GetUtcNow(), ct) ? SetupLinkState.Open
        : await SetupLinks.HasAnybodyAsync(_database, ct) ? SetupLinkState.NoLongerNeeded
        : SetupLinkState.Invalid;

    /// <summary>The link is used up by the account that it makes, and by nothing less.</summary>
    public Task<PersonChange> AddAsync(
        string secret, string fullName, string userName, string password, string pin, string language, CancellationToken ct)
    {
        _store.Along(async (work, token) => await SetupLinks.TakeAsync(work, HashOf(secret), _time.GetUtcNow(), token)
            ? null
            : new IdentityError { Code = LinkGoneCode, Description = "The set-up link is not valid." });
        return _people.AddAsync(fullName, userName, new HashSet<Role> { Role.Administrator }, password, pin, language, ct);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
