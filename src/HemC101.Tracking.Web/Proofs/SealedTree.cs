using HemC101.Tracking.Ledger;
using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;

namespace HemC101.Tracking.Web.Proofs;

/// <summary>
/// The hash tree over the ledger as this process has read it, each entry once. Whatever seals there are, here and in the deposit, are held
/// against it while it grows.
/// </summary>
internal sealed class SealedTree(Database database, string? deposit) : IDisposable
{
    private const int AtOnce = 10_000;

    private MerkleFrontier _tree = new();
    private Digest _last = Digest.Zero;
    private readonly SealKeys _keys = new();
    private IReadOnlyList<SealCheck>? _checks;

    public long Size => _tree.Size;

    public Digest Root => _tree.Root;

    /// <exception cref="BrokenSealException">The entries are not those that were sealed.</exception>
    /// <exception cref="InvalidOperationException">An entry is missing.</exception>
    public async Task GrowAsync(CancellationToken ct)
    {
        // The seals first: whatever is written meanwhile comes after them.
        _checks ??= await ChecksAsync(ct);
        var entries = await SealRows.EntriesAsync(database, ct);
        if (_tree.Size > 0 && !(await SealRows.HashesAsync(database, _tree.Size - 1, _tree.Size, ct)).SequenceEqual([_last]))
        {
            // Another server has taken the place of one that had more: what it lost is forgotten here, too.
            (_tree, _checks) = (new(), await ChecksAsync(ct));
        }

        while (_tree.Size < entries)
        {
            await GrowAsync(_tree.Size, Math.Min(_tree.Size + AtOnce, entries), ct);
        }

        if (_checks.Select(check => check.End()).FirstOrDefault(broken => broken is not null) is { } broken)
        {
            throw new BrokenSealException(broken);
        }
    }

    public void Dispose() => _keys.Dispose();

    private async Task GrowAsync(long from, long to, CancellationToken ct)
    {
        foreach (var hash in await SealRows.HashesAsync(database, from, to, ct))
        {
            _tree.Add(hash);
            _last = hash;
            foreach (var check in _checks!)
            {
                check.Next(hash);
            }
        }

        if (_tree.Size != to)
        {
            throw new InvalidOperationException($"Entry {_tree.Size + 1} is missing from the ledger. Run the command verify.");
        }
    }

    /// <summary>A deposit that is away is asked by <c>verify --seals</c>.</summary>
    private async Task<IReadOnlyList<SealCheck>> ChecksAsync(CancellationToken ct)
    {
        _keys.Add(await SealRows.ListKeysAsync(database, ct));
        List<SealCheck> checks = [new(await SealRows.ListAsync(database, ct), _keys.ById, inLine: true)];
        if (deposit is not null && Directory.Exists(deposit))
        {
            var deposited = SealDeposit.Read(deposit);
            _keys.Add(deposited.Keys);
            checks.Add(new(deposited.Seals, _keys.ById, inLine: false));
        }

        return checks;
    }
}
