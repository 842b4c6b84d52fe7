using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Participants;

/// <summary>Finds participants of one surname without opening anybody's: an HMAC of the surname's key, under a secret of the site.</summary>
public sealed class SameSurname
{
    private readonly SiteSecret _secret;

    internal SameSurname(IDataProtectionProvider provider) => _secret = new(provider, "same-surname", "site.same-surname.v1");

    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<string> DigestAsync(UnitOfWork uow, PersonalData data, DateTimeOffset at, CancellationToken ct) =>
        Digest(await _secret.KeyAsync(uow, at, ct), data);

    /// <returns>Null as long as the site has no such secret.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<string?> FindDigestAsync(Source source, PersonalData data, CancellationToken ct) =>
        await _secret.FindAsync(source, ct) is { } key ? Digest(key, data) : null;

    private static string Digest(byte[] key, PersonalData data) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Surnames.KeyOf(data.Surname))));
}
