using System.Security.Cryptography;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Participants;

/// <summary>A random key made by the site when it first needs one, sealed with the key ring: a copy of the database alone does not open it.</summary>
internal sealed class SiteSecret(IDataProtectionProvider provider, string name, string purpose)
{
    private const int KeyBytes = 32;

    private readonly IDataProtector _protector = provider.CreateProtector(purpose);

    private Opened? _last;

    /// <returns>Null when the site has not needed it yet.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<byte[]?> FindAsync(Source source, CancellationToken ct) =>
        await SiteSecrets.FindAsync(source, name, ct) is { } kept ? Open(kept) : null;

    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public async Task<byte[]> KeyAsync(UnitOfWork uow, DateTimeOffset at, CancellationToken ct)
    {
        if (await SiteSecrets.FindAsync(uow, name, ct) is not { } kept)
        {
            await SiteSecrets.AddAsync(uow, name, _protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)), at, ct);
            kept = (await SiteSecrets.FindAsync(uow, name, ct))!;
        }

        return Open(kept);
    }

    /// <summary>The same seal holds the same key: it is not opened again with every step, even when the ring was taken away meanwhile.</summary>
    private byte[] Open(byte[] kept)
    {
        if (_last is not { } last || !kept.AsSpan().SequenceEqual(last.Sealed))
        {
            _last = last = new(kept, _protector.Unprotect(kept));
        }

        return last.Key;
    }

    private sealed record Opened(byte[] Sealed, byte[] Key);
}
