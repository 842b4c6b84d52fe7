namespace HemC101.Tracking.Ledger.Seals;

/// <summary>Holds seals against the ledger while its entries go by, and remembers the first that does not fit.</summary>
/// <param name="seals">In any order.</param>
/// <param name="keys">By their id.</param>
/// <param name="inLine">True when these are all seals that were ever made, each continuing the one before; deposited ones may have gaps.</param>
public sealed class SealCheck(IEnumerable<Seal> seals, IReadOnlyDictionary<Digest, SealPublicKey> keys, bool inLine)
{
    private readonly Queue<Seal> _due = new(seals.OrderBy(seal => seal.Entries));
    private readonly MerkleFrontier _tree = new();
    private (long Entries, Digest Root) _sound = (0, MerkleTree.Empty);

    /// <summary>Null as long as all fit.</summary>
    public BrokenSeal? First { get; private set; }

    /// <summary>How many fitted.</summary>
    public int Sound { get; private set; }

    /// <param name="hash">Of the next entry.</param>
    public void Next(Digest hash)
    {
        if (First is not null || _due.Count == 0)
        {
            return;
        }

        _tree.Add(hash);
        while (First is null && _due.TryPeek(out var seal) && seal.Entries <= _tree.Size)
        {
            Judge(_due.Dequeue());
        }
    }

    /// <summary>After the last entry.</summary>
    public BrokenSeal? End()
    {
        if (First is null && _due.TryPeek(out var seal))
        {
            First = Broken(seal, FlawOfText(seal) ?? SealFlaw.CutOff);
        }

        return First;
    }

    private void Judge(Seal seal)
    {
        if (FlawOfText(seal) is { } flaw)
        {
            First = Broken(seal, flaw);
        }
        else if (SealText.TryParse(seal.Text)!.Root != _tree.Root)
        {
            First = Broken(seal, SealFlaw.OtherEntries);
        }
        else
        {
            _sound = (seal.Entries, _tree.Root);
            Sound++;
        }
    }

    private SealFlaw? FlawOfText(Seal seal) =>
        SealText.TryParse(seal.Text) is not { } text || text.Entries != seal.Entries ? SealFlaw.Unreadable
        : !keys.TryGetValue(text.Key, out var key) ? SealFlaw.UnknownKey
        : !key.Verifies(seal) ? SealFlaw.WrongSignature
        : inLine && (text.PreviousEntries, text.PreviousRoot) != _sound ? SealFlaw.OutOfLine
        : null;

    private BrokenSeal Broken(Seal seal, SealFlaw flaw) => new(seal.Entries, _sound.Entries, flaw);
}
