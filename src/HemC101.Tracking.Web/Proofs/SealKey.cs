using System.Security.Cryptography;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>The site's key for seals: made at the first seal, kept in the database, sealed with the key ring that lies outside it.</summary>
public sealed class SealKey(IDataProtectionProvider provider)
{
    private const string Secret = "ledger-seal";

    private readonly IDataProtector _protector = provider.CreateProtector("site.ledger-seal.v1");

    /// <summary>Whether there is one, whatever key ring is at hand.</summary>
    public static async Task<bool> IsKeptAsync(Source source, CancellationToken ct) => await SiteSecrets.FindAsync(source, Secret, ct) is not null;

    /// <returns>Null before the first seal.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<ECDsa?> FindAsync(Source source, CancellationToken ct)
    {
        if (await SiteSecrets.FindAsync(source, Secret, ct) is not { } kept)
        {
            return null;
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_protector.Unprotect(kept), out _);
        return key;
    }

    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<ECDsa> OpenAsync(UnitOfWork uow, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindAsync(uow, ct) is { } kept)
        {
            return kept;
        }

        var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await SiteSecrets.AddAsync(uow, Secret, _protector.Protect(made.ExportPkcs8PrivateKey()), now, ct);
        return made;
    }
}
