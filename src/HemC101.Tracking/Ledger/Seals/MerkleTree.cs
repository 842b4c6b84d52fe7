namespace HemC101.Tracking.Ledger.Seals;

/// <summary>
/// The hash tree of RFC 6962, section 2.1, with SHA-256. Its leaves are the hashes of the ledger's entries, 32 bytes each, in the order of
/// their positions.
/// </summary>
public static class MerkleTree
{
    /// <summary>What precedes the two halves of a node in its hash.</summary>
    private const byte NodePrefix = 1;

    private const byte LeafPrefix = 0;

    /// <summary>Of a tree without leaves.</summary>
    public static Digest Empty { get; } = Digest.Of([]);

    public static Digest Leaf(Digest entry)
    {
        Span<byte> bytes = stackalloc byte[1 + Digest.Size];
        bytes[0] = LeafPrefix;
        entry.CopyTo(bytes[1..]);
        return Digest.Of(bytes);
    }

    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Digest.Size)];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Digest.Size)..]);
        return Digest.Of(bytes);
    }

    /// <param name="entries">Hashes of entries, not yet of leaves.</param>
    public static Digest Root(ReadOnlySpan<Digest> entries) => entries.Length switch
    {
        0 => Empty,
        1 => Leaf(entries[0]),
        _ => Node(Root(entries[..Split(entries.Length)]), Root(entries[Split(entries.Length)..])),
    };

    /// <summary>
    /// For each of some leaves the neighbours on its way to the root, the nearest first: PATH of section 2.1.1. The tree is hashed once for
    /// all of them.
    /// </summary>
    /// <param name="entries">All hashes of the tree.</param>
    /// <param name="indices">From 0, rising.</param>
    public static IReadOnlyList<IReadOnlyList<Neighbour>> Inclusions(ReadOnlySpan<Digest> entries, params ReadOnlySpan<int> indices)
    {
        var paths = new List<Neighbour>[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(indices[i], i == 0 ? 0 : indices[i - 1] + 1, nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], entries.Length, nameof(indices));
            paths[i] = [];
        }

        Walk(entries, from: 0, indices, paths);
        return paths;
    }

    /// <summary>What shows that the first <paramref name="earlier"/> entries of a tree are those of an earlier tree: PROOF of section 2.1.2.</summary>
    /// <param name="entries">All hashes of the later tree.</param>
    /// <param name="earlier">From 1 to the size of the later tree; of equal size the proof is empty.</param>
    public static IReadOnlyList<Digest> Consistency(ReadOnlySpan<Digest> entries, int earlier)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, entries.Length);
        var proof = new List<Digest>();
        Walk(entries, earlier, whole: true, proof);
        return proof;
    }

    /// <summary>The largest power of two below the count of leaves: so many of them stand on the left.</summary>
    private static int Split(int count) => 1 << (31 - int.LeadingZeroCount(count - 1));

    /// <param name="entries">Of this part of the tree.</param>
    /// <param name="from">Where this part begins.</param>
    /// <param name="indices">Those within this part.</param>
    /// <param name="paths">Of these indices.</param>
    /// <returns>The root of this part.</returns>
    private static Digest Walk(ReadOnlySpan<Digest> entries, int from, ReadOnlySpan<int> indices, Span<List<Neighbour>> paths)
    {
        if (indices.IsEmpty || entries.Length == 1)
        {
            return Root(entries);
        }

        var split = Split(entries.Length);
        var onTheLeft = indices.BinarySearch(from + split) is var at && at < 0 ? ~at : at;
        var left = Walk(entries[..split], from, indices[..onTheLeft], paths[..onTheLeft]);
        var right = Walk(entries[split..], from + split, indices[onTheLeft..], paths[onTheLeft..]);
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i].Add(i < onTheLeft ? new(Side.Right, right) : new(Side.Left, left));
        }

        return Node(left, right);
    }

    /// <param name="entries">Of this part of the tree.</param>
    /// <param name="earlier">How many of them were there.</param>
    /// <param name="whole">True while this part has been the whole earlier tree, whose root the reader of the proof knows.</param>
    /// <param name="proof">What is found.</param>
    private static void Walk(ReadOnlySpan<Digest> entries, int earlier, bool whole, List<Digest> proof)
    {
        if (earlier == entries.Length)
        {
            if (!whole)
            {
                proof.Add(Root(entries));
            }

            return;
        }

        var split = Split(entries.Length);
        if (earlier <= split)
        {
            Walk(entries[..split], earlier, whole, proof);
            proof.Add(Root(entries[split..]));
        }
        else
        {
            Walk(entries[split..], earlier - split, whole: false, proof);
            proof.Add(Root(entries[..split]));
        }
    }
}
