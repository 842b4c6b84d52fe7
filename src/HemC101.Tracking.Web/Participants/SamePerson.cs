using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Participants;

/// <summary>
/// Finds the same person again without reading everybody: an HMAC of name and birth date. Its key is random, made by the site at its first
/// enrolment and sealed with the key ring, so that a copy of the database alone confirms no guess at a name.
/// </summary>
public sealed class SamePerson
{
    private readonly SiteSecret _secret;

    internal SamePerson(IDataProtectionProvider provider) => _secret = new(provider, "same-person", "site.same-person.v1");

    /// <summary>Equal for what may be the same person: ё is read as е, case and spaces are left aside.</summary>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<string> DigestAsync(UnitOfWork uow, PersonalData data, DateTimeOffset at, CancellationToken ct) =>
        Digest(await _secret.KeyAsync(uow, at, ct), data);

    /// <returns>Null as long as the site has no such secret.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<string?> FindDigestAsync(Source source, PersonalData data, CancellationToken ct) =>
        await _secret.FindAsync(source, ct) is { } key ? Digest(key, data) : null;

    private static string Digest(byte[] key, PersonalData data) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Plain(data)}|{data.BirthDate:O}")));

    private static string Plain(PersonalData data) => string.Join(
        ' ',
        $"{data.Surname} {data.GivenName} {data.Patronymic}".Normalize().ToUpperInvariant().Replace('Ё', 'Е')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
