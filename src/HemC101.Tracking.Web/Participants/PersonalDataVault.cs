using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Participants;

/// <summary>Encrypts and opens personal data with the key ring that lies outside the database.</summary>
public sealed class PersonalDataVault
{
    private readonly IDataProtector _protector;

    public PersonalDataVault(IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _protector = provider.CreateProtector("participant.personal-data.v1");
    }

    public byte[] Seal(PersonalData data) => _protector.Protect(Bytes(data));

    /// <summary>What stands in the ledger in place of the data.</summary>
    public static Digest HashOf(PersonalData data) => Digest.Of(Bytes(data));

    /// <summary>
    /// Finds the same person again without reading everybody: SHA-256 of name and birth date, ё read as е, case and spaces left aside,
    /// sealed by the site's name so that tables made elsewhere do not fit.
    /// </summary>
    public static string PersonDigest(PersonalData data, string site)
    {
        var name = $"{data.Surname} {data.GivenName} {data.Patronymic}".Trim().ToUpperInvariant().Replace('Ё', 'Е');
        var key = Encoding.UTF8.GetBytes(site);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{name}|{data.BirthDate:O}")));
    }

    /// <exception cref="InvalidOperationException">There is no such participant.</exception>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<PersonalData> OpenAsync(Source source, SubjectNumber subject, CancellationToken ct)
    {
        var row = await Tracking.Storage.Registry.Participants.FindAsync(source, subject, ct)
            ?? throw new InvalidOperationException($"No participant {subject}.");
        return JsonSerializer.Deserialize<PersonalData>(_protector.Unprotect(row.PersonalData))!;
    }

    private static byte[] Bytes(PersonalData data) => JsonSerializer.SerializeToUtf8Bytes(data);
}
