using System.Security.Cryptography;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>Use case: signs the hash tree over everything the ledger holds now, if it is still the one that was sealed before.</summary>
public sealed class Sealer : IDisposable
{
    private readonly Database _database;
    private readonly SealKey _keys;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SealedTree _tree;

    internal Sealer(Database database, SealKey keys, SealOptions options, TimeProvider time) =>
        (_database, _keys, _time, _tree) = (database, keys, time, new(database, options.Deposit));

    /// <summary>Once found, nothing is signed any more; null as long as all seals fit.</summary>
    public BrokenSeal? Broken { get; private set; }

    /// <summary>Holds the ledger against all seals, here and in the deposit, and signs nothing.</summary>
    /// <exception cref="BrokenSealException">The ledger is not the one that was sealed before.</exception>
    public async Task LookAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await GrowAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <returns>Null when the last seal covers everything, or another node of this site was faster.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    /// <exception cref="BrokenSealException">The ledger is not the one that was sealed before.</exception>
    /// <exception cref="InvalidOperationException">An entry of the ledger is missing.</exception>
    public async Task<Seal?> SealAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await GrowAsync(ct);
            return _tree.Size == 0 ? null : await SignAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _tree.Dispose();
    }

    private async Task GrowAsync(CancellationToken ct)
    {
        if (Broken is { } known)
        {
            throw new BrokenSealException(known);
        }

        try
        {
            await _tree.GrowAsync(ct);
        }
        catch (BrokenSealException e)
        {
            Broken = e.Broken;
            throw;
        }
    }

    private async Task<Seal?> SignAsync(CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        await using var uow = await _database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        var last = await SealRows.FindLastAsync(uow, ct);
        if (last?.Entries >= _tree.Size)
        {
            return null;
        }

        var before = last is null ? null : SealText.TryParse(last.Text) ?? throw new InvalidOperationException("The last seal cannot be read. Run the command verify.");
        using var key = await _keys.OpenAsync(uow, now, ct);
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
