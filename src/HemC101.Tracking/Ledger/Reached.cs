namespace HemC101.Tracking.Ledger;

/// <summary>How far somebody has followed a stream: the hash tells whether it still is the same history.</summary>
/// <param name="Version">Of the last entry that was seen; 0 for nothing yet.</param>
/// <param name="Hash">Of that entry; <see cref="Digest.Zero"/> for nothing yet.</param>
public readonly record struct Reached(int Version, Digest Hash)
{
    public static Reached Nothing { get; } = new(0, Digest.Zero);

    /// <summary>Whether the stream goes on from there. After a fail-over to a server that lagged it may not: then all is read anew.</summary>
    /// <param name="head">Where the stream ends; null when there is none.</param>
    /// <param name="news">What comes after that version.</param>
    public bool IsContinued(StreamHead? head, IReadOnlyList<LedgerEntry> news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return Version == 0
            || (head is not null && head.Version >= Version
                && (head.Version > Version || head.Hash == Hash.ToString())
                && (news is not [var first, ..] || first.PreviousHash == Hash));
    }
}
