namespace HemC101.Tracking.Ledger.Seals;

/// <summary>A growing tree of which only the roots of its whole parts are kept, the largest first: enough for the root at every size.</summary>
public sealed class MerkleFrontier
{
    private readonly List<Digest> _parts = [];

    public long Size { get; private set; }

    public Digest Root
    {
        get
        {
            if (_parts.Count == 0)
            {
                return MerkleTree.Empty;
            }

            var root = _parts[^1];
            for (var i = _parts.Count - 2; i >= 0; i--)
            {
                root = MerkleTree.Node(_parts[i], root);
            }

            return root;
        }
    }

    /// <param name="entry">The hash of the next entry.</param>
    public void Add(Digest entry)
    {
        var part = MerkleTree.Leaf(entry);
        for (var size = Size++; (size & 1) == 1; size >>= 1)
        {
            part = MerkleTree.Node(_parts[^1], part);
            _parts.RemoveAt(_parts.Count - 1);
        }

        _parts.Add(part);
    }
}
