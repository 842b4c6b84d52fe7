using System.Security.Cryptography;

namespace HemC101.Tracking.Ledger.Seals;

/// <summary>Whoever has it can check the site's seals.</summary>
public sealed class SealPublicKey : IDisposable
{
    private readonly ECDsa _key;

    private SealPublicKey(ECDsa key)
    {
        _key = key;
        Id = Digest.Of(key.ExportSubjectPublicKeyInfo());
        Pem = key.ExportSubjectPublicKeyInfoPem() + "\n";
    }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo.</summary>
    public Digest Id { get; }

    public string Pem { get; }

    /// <returns>Null when it is no public key on P-256.</returns>
    public static SealPublicKey? TryParse(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == 256)
            {
                return new(key);
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // falls through: no key
        }

        key.Dispose();
        return null;
    }

    public bool Verifies(Seal seal) =>
        _key.VerifyData(seal.SignedBytes, seal.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();
}
