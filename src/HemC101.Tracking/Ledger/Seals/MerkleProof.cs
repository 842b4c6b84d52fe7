namespace HemC101.Tracking.Ledger.Seals;

/// <summary>What the receiver of a proof does: needs the roots and the proof, not the ledger.</summary>
public static class MerkleProof
{
    /// <summary>True when the entry stands in the tree with this root.</summary>
    public static bool Includes(Digest root, Digest entry, IReadOnlyList<Neighbour> path) =>
        path.Aggregate(MerkleTree.Leaf(entry), (hash, next) => next.Side == Side.Left ? MerkleTree.Node(next.Hash, hash) : MerkleTree.Node(hash, next.Hash)) == root;

    /// <summary>True when the earlier tree is the beginning of the later one: RFC 9162, section 2.1.4.2.</summary>
    /// <param name="earlier">Root and size of the earlier tree, from 1.</param>
    /// <param name="later">Root and size of the later tree.</param>
    /// <param name="proof">As <see cref="MerkleTree.Consistency"/> gives it.</param>
    public static bool Continues((Digest Root, long Size) earlier, (Digest Root, long Size) later, IReadOnlyList<Digest> proof)
    {
        if (earlier.Size == later.Size)
        {
            return proof.Count == 0 && earlier.Root == later.Root;
        }

        if (earlier.Size < 1 || earlier.Size > later.Size)
        {
            return false;
        }

        IReadOnlyList<Digest> hashes = long.IsPow2(earlier.Size) ? [earlier.Root, .. proof] : proof;
        if (hashes.Count == 0)
        {
            return false;
        }

        var (node, last) = (earlier.Size - 1, later.Size - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (before, after) = (hashes[0], hashes[0]);
        foreach (var hash in hashes.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                (before, after) = (MerkleTree.Node(hash, before), MerkleTree.Node(hash, after));
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                after = MerkleTree.Node(after, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && before == earlier.Root && after == later.Root;
    }
}
