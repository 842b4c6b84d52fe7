using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage;

/// <summary>
/// Where streams and the ledger end, as the one writer has last read or written them: it need not ask for what nobody else has moved. It
/// belongs to whoever has the place.
/// </summary>
internal sealed class KnownHeads
{
    /// <summary>Far more streams than one site writes to in a week.</summary>
    private const int Most = 1_000;

    private readonly Dictionary<string, StreamHead> _heads = new(StringComparer.Ordinal);
    private long? _reached;
    private long _foreignWrites = -1;

    /// <param name="foreignWrites">Moves when another connection, of whatever program, has written: then nothing is known any more.</param>
    public void Begin(long foreignWrites)
    {
        if (foreignWrites != _foreignWrites)
        {
            Forget();
            _foreignWrites = foreignWrites;
        }
    }

    /// <returns>Null when it must be asked for.</returns>
    public HeadAtOnce? Find(string stream) =>
        _reached is not null && _heads.TryGetValue(stream, out var head)
            ? new() { Stream = stream, Version = head.Version, Hash = head.Hash, Reached = _reached }
            : null;

    public void Learn(HeadAtOnce head)
    {
        if (_heads.Count >= Most)
        {
            _heads.Clear();
        }

        _heads[head.Stream] = head.Head;
        _reached = head.Reached;
    }

    /// <summary>What was learned may have been taken back.</summary>
    public void Forget()
    {
        _heads.Clear();
        _reached = null;
    }
}
