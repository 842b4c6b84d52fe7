namespace HemC101.Tracking.Ledger;

/// <summary>Whether what was read of one stream is what was written, all of it and in its order.</summary>
public static class StreamCheck
{
    /// <param name="entries">In the order of versions.</param>
    /// <param name="after">The version before the first of them; 0 from the beginning. The head may be older, where all is seen as of one moment.</param>
    /// <param name="head">Where the stream ended when the reading began; null when there was none yet.</param>
    /// <returns>The first version that is missing or does not fit; null when all fit.</returns>
    public static long? FirstUnfit(IReadOnlyList<LedgerEntry> entries, int after, StreamHead? head)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (version, previous) = (after, after == 0 ? Digest.Zero : (Digest?)null);
        foreach (var entry in entries)
        {
            version++;
            if (entry.Version != version || (previous is { } hash && entry.PreviousHash != hash) || LedgerHash.Of(entry) != entry.Hash)
            {
                return version;
            }

            previous = entry.Hash;
            if (version == head?.Version && entry.Hash.ToString() != head.Hash)
            {
                return version;
            }
        }

        return head?.Version > version ? version + 1L : null;
    }
}
