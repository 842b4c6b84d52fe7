using System.Buffers;
using System.Text;

namespace HemC101.Tracking.Ledger;

/// <summary>Follows all entries in the order of their positions and stops at the first that does not fit.</summary>
public sealed class LedgerCheck
{
    private const int LongestOnTheStack = 256;

    private readonly Dictionary<string, Head> _heads = [];
    private readonly ArrayBufferWriter<byte> _form = new();

    public long Rows { get; private set; }

    /// <summary>Takes stored text as it is, well-formed or not.</summary>
    /// <param name="row">The next.</param>
    /// <param name="hash">Of the entry, when it fits.</param>
    /// <returns>Null when the entry fits.</returns>
    public BrokenRow? Next(in StoredRow row, out Digest hash)
    {
        hash = default;
        if (row.Position != ++Rows)
        {
            return new BrokenRow(Rows, null, null, Flaw.PositionGap);
        }

        var head = HeadOf(row.Stream);
        if (!row.IsWhole)
        {
            return Broken(row, row.Version, Flaw.Changed);
        }

        if (row.Version != head.Version + 1)
        {
            return Broken(row, head.Version + 1, Flaw.MissingVersion);
        }

        if (!Digest.TryParse(row.PreviousHash, out var previous) || previous != head.Hash)
        {
            return Broken(row, row.Version, Flaw.ChainBroken);
        }

        if (!Digest.TryParse(row.Hash, out hash) || LedgerHash.Of(row, previous, _form) != hash)
        {
            return Broken(row, row.Version, Flaw.Changed);
        }

        (head.Version, head.Hash) = (row.Version, hash);
        return null;
    }

    /// <summary>Compares where the entries ended with what the heads remember.</summary>
    /// <param name="lastPosition">Null when the ledger's own head is gone.</param>
    /// <param name="remembered">The heads of the streams.</param>
    public BrokenRow? End(long? lastPosition, IReadOnlyList<StreamHead> remembered)
    {
        var cutOff = remembered.FirstOrDefault(head => head.Version > VersionOf(head.Stream));
        if (cutOff is not null)
        {
            return new BrokenRow(null, cutOff.Stream, VersionOf(cutOff.Stream) + 1, Flaw.CutOff);
        }

        if (remembered.FirstOrDefault(head => !_heads.ContainsKey(head.Stream)) is { } empty)
        {
            return new BrokenRow(null, empty.Stream, empty.Version, Flaw.HeadChanged);
        }

        var known = remembered.ToDictionary(head => head.Stream);
        foreach (var (stream, reached) in _heads)
        {
            var (version, hash) = (reached.Version, reached.Hash.ToString());
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

    private static BrokenRow Broken(in StoredRow row, long version, Flaw flaw) =>
        new(row.Position, Encoding.UTF8.GetString(row.Stream), version, flaw);

    private long VersionOf(string stream) => _heads.TryGetValue(stream, out var head) ? head.Version : 0;

    /// <summary>A stream's name becomes a string once.</summary>
    private Head HeadOf(ReadOnlySpan<byte> stream)
    {
        Span<char> chars = stackalloc char[LongestOnTheStack];
        var name = Encoding.UTF8.TryGetChars(stream, chars, out var length) ? chars[..length] : Encoding.UTF8.GetString(stream).ToCharArray();
        var known = _heads.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out var head))
        {
            known[name] = head = new();
        }

        return head;
    }

    /// <summary>Where a stream has got to; version 0 before its first entry.</summary>
    private sealed class Head
    {
        public long Version { get; set; }

        public Digest Hash { get; set; } = Digest.Zero;
    }
}
