using System.Security.Cryptography;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;

namespace HemC101.Tracking.Storage.Tests.Faults;

/// <summary>A seal over entries, kept where no fault of the database reaches it.</summary>
internal sealed class ForeignSeal : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SealPublicKey _published;
    private readonly Seal _seal;

    public ForeignSeal(IReadOnlyList<LedgerEntry> entries)
    {
        _published = SealPublicKey.TryParse(_key.ExportSubjectPublicKeyInfoPem())!;
        var tree = new MerkleFrontier();
        foreach (var entry in entries)
        {
            tree.Add(entry.Hash);
        }

        var text = new SealText(tree.Size, tree.Root, A.Moment, _published.Id, 0, MerkleTree.Empty);
        _seal = new(text.Entries, text.ToString(), _key.SignData(text.ToBytes(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <returns>Null when the seal fits what the database holds.</returns>
    public async Task<BrokenSeal?> CheckAsync(Database database)
    {
        var check = new SealCheck([_seal], new Dictionary<Digest, SealPublicKey> { [_published.Id] = _published }, inLine: false);
        await using var session = await database.ReadAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(session, [check], default)).First);
        return check.End();
    }

    public void Dispose()
    {
        _published.Dispose();
        _key.Dispose();
    }
}
