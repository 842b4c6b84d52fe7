namespace HemC101.Tracking.Ledger;

/// <summary>Follows all entries in the order of their positions and stops at the first that does not fit.</summary>
public sealed class LedgerCheck
{
    private readonly Dictionary<string, (long Version, string Hash)> _heads = [];

    public long Rows { get; private set; }

    /// <summary>Takes stored text as it is, well-formed or not.</summary>
    /// <returns>Null when the entry fits.</returns>
    public BrokenRow? Next(StoredRow row)
    {
        var due = ++Rows;
        if (row.Position != due)
        {
            return new BrokenRow(due, null, null, Flaw.PositionGap);
        }

        var (version, hash) = _heads.GetValueOrDefault(row.Stream, (0, Digest.Zero.ToString()));
        if (row.Version != version + 1)
        {
            return new BrokenRow(row.Position, row.Stream, version + 1, Flaw.MissingVersion);
        }

        if (row.PreviousHash != hash)
        {
            return new BrokenRow(row.Position, row.Stream, row.Version, Flaw.ChainBroken);
        }

        _heads[row.Stream] = (row.Version, row.Hash);
        return row.GivesItsHash() ? null : new BrokenRow(row.Position, row.Stream, row.Version, Flaw.Changed);
    }

    /// <summary>Compares where the entries ended with what the heads remember.</summary>
    /// <param name="lastPosition">Null when the ledger's own head is gone.</param>
    /// <param name="remembered">The heads of the streams.</param>
    public BrokenRow? End(long? lastPosition, IReadOnlyList<StreamHead> remembered)
    {
        var cutOff = remembered.FirstOrDefault(head => head.Version > _heads.GetValueOrDefault(head.Stream).Version);
        if (cutOff is not null)
        {
            return new BrokenRow(null, cutOff.Stream, _heads.GetValueOrDefault(cutOff.Stream).Version + 1, Flaw.CutOff);
        }

        var known = remembered.ToDictionary(head => head.Stream);
        foreach (var (stream, (version, hash)) in _heads)
        {
            if (!known.TryGetValue(stream, out var head) || head.Version != version || head.Hash != hash)
            {
                var flaw = head is not null && head.Version < version ? Flaw.BeyondHead : Flaw.HeadChanged;
                return new BrokenRow(null, stream, flaw == Flaw.BeyondHead ? head!.Version + 1 : version, flaw);
            }
        }

        return lastPosition == Rows ? null
            : lastPosition > Rows ? new BrokenRow(Rows + 1, null, null, Flaw.PositionGap)
            : new BrokenRow(lastPosition, null, null, Flaw.HeadChanged);
    }
}
