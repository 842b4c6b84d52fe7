using System.Security.Cryptography;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>Use case: signs the hash tree over everything the ledger holds now.</summary>
public sealed class Sealer(Database database, SealKey keys, TimeProvider time) : IDisposable
{
    private const int AtOnce = 10_000;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly MerkleFrontier _tree = new();

    /// <returns>Null when the last seal covers everything, or another node of this site was faster.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    /// <exception cref="InvalidOperationException">The ledger is not the one that was sealed before.</exception>
    public async Task<Seal?> SealAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await GrowAsync(await SealRows.EntriesAsync(database, ct), ct);
            return _tree.Size == 0 ? null : await SignAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task GrowAsync(long entries, CancellationToken ct)
    {
        while (_tree.Size < entries)
        {
            var from = _tree.Size;
            foreach (var hash in await SealRows.HashesAsync(database, from, Math.Min(from + AtOnce, entries), ct))
            {
                _tree.Add(hash);
            }

            if (_tree.Size == from)
            {
                throw new InvalidOperationException($"Entry {from + 1} is missing from the ledger. Run the command verify.");
            }
        }
    }

    private async Task<Seal?> SignAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var uow = await database.BeginAsync(ct);
        var last = await SealRows.FindLastAsync(uow, ct);
        if (last?.Entries >= _tree.Size)
        {
            return null;
        }

        var before = last is null ? null : SealText.TryParse(last.Text) ?? throw new InvalidOperationException("The last seal cannot be read. Run the command verify.");
        using var key = await keys.OpenAsync(uow, now, ct);
        using var published = SealPublicKey.TryParse(key.ExportSubjectPublicKeyInfoPem())!;
        var text = new SealText(
            _tree.Size, _tree.Root, Instants.CutToMilliseconds(now), published.Id, before?.Entries ?? 0, before?.Root ?? MerkleTree.Empty);
        var seal = new Seal(
            text.Entries, text.ToString(), key.SignData(text.ToBytes(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        await SealRows.AddAsync(uow, seal, published, now, ct);
        await uow.CommitAsync(ct);
        return seal;
    }
}
