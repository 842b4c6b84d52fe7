using System.Security.Cryptography;
using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Participants;

/// <summary>
/// Encrypts and opens what people typed. The salt of a text is an HMAC of its form and its words under a key of the site: nobody without the
/// key ring can guess a text from its id, and the same form sent again has the same ids.
/// </summary>
public sealed class FreeTextVault
{
    private const int SaltBytes = 16;

    private readonly IDataProtector _protector;
    private readonly SiteSecret _secret;

    internal FreeTextVault(IDataProtectionProvider provider)
    {
        _protector = provider.CreateProtector("chain.free-text.v1");
        _secret = new(provider, "free-text", "site.free-text.v1");
    }

    /// <summary>For hashes over what a form sent: without it such a hash could be tried with names.</summary>
    public Task<byte[]> KeyAsync(UnitOfWork uow, DateTimeOffset at, CancellationToken ct) => _secret.KeyAsync(uow, at, ct);

    /// <summary>Gives each text of a record its id, and each profile its mark: equal for equal profiles, whoever and whenever.</summary>
    public static RecordValues Identify(RecordValues record, string attempt, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(record);
        record = record.WithProfiles(profile => profile with
        {
            Mark = Convert.ToHexStringLower(HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes(new[] { "str-profile", profile.Normal }))),
        });
        return record.WithTexts((field, text) =>
        {
            var salt = SaltOf(attempt, field, text.Words, key);
            return text with { Id = IdOf(new(text.Words, salt)), Salt = salt };
        });
    }

    /// <param name="uow">In which the events are written, too.</param>
    /// <param name="stream">Of these events.</param>
    /// <param name="record">With texts that were identified.</param>
    /// <param name="at">Server time.</param>
    /// <param name="ct">Stops the writing.</param>
    public async Task KeepAsync(UnitOfWork uow, string stream, RecordValues record, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var text in record.Texts)
        {
            var sealedText = _protector.Protect(Bytes(new(text.Words, text.Salt)));
            await FreeTexts.AddAsync(uow, new FreeTextRow { TextId = text.Id, Stream = stream, Sealed = sealedText, CreatedAt = at }, ct);
        }
    }

    /// <returns>Null when it is not the text that has this id.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public string? Open(FreeTextRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var bytes = _protector.Unprotect(row.Sealed);
        return TextId.Of(Digest.Of(bytes)) == row.TextId ? JsonSerializer.Deserialize<Content>(bytes)!.Words : null;
    }

    /// <summary>
    /// The texts that events speak of. Those that are gone, are not those that were typed, or have lost their key are left out: what happened
    /// can be read without them.
    /// </summary>
    public async Task<IReadOnlyDictionary<TextId, string>> OpenAsync(Source source, IEnumerable<Happened> history, CancellationToken ct)
    {
        Dictionary<TextId, string> opened = [];
        foreach (var id in history.SelectMany(happened => happened.Texts).Distinct())
        {
            if (await FreeTexts.FindAsync(source, id, ct) is { } row && TryOpen(row) is { } words)
            {
                opened[id] = words;
            }
        }

        return opened;
    }

    private string? TryOpen(FreeTextRow row)
    {
        try
        {
            return Open(row);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static TextId IdOf(Content content) => TextId.Of(Digest.Of(Bytes(content)));

    private static string SaltOf(string attempt, string field, string words, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes(new[] { attempt, field, words })).AsSpan(0, SaltBytes));

    private static byte[] Bytes(Content content) => JsonSerializer.SerializeToUtf8Bytes(content);

    private sealed record Content(string Words, string Salt);
}
