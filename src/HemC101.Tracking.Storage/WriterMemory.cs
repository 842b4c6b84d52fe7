using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage;

/// <summary>
/// What the one writer has last read or written and need not ask for, since nobody else has moved it: where streams and the ledger end, and
/// rows that nearly every step reads and hardly any writes. It belongs to whoever has the place.
/// </summary>
internal sealed class WriterMemory
{
    /// <summary>Far more streams than one site writes to in a week.</summary>
    private const int MostHeads = 1_000;

    /// <summary>Of everybody who is treated at the same time, some hundreds of bytes each.</summary>
    private const int MostRows = 250;

    private readonly Dictionary<string, StreamHead> _heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _rows = new(StringComparer.Ordinal);
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
    public HeadAtOnce? FindHead(string stream) =>
        _reached is not null && _heads.TryGetValue(stream, out var head)
            ? new() { Stream = stream, Version = head.Version, Hash = head.Hash, Reached = _reached }
            : null;

    public void Learn(HeadAtOnce head)
    {
        if (_heads.Count >= MostHeads)
        {
            _heads.Clear();
        }

        _heads[head.Stream] = head.Head;
        _reached = head.Reached;
    }

    /// <returns>Null when it must be asked for.</returns>
    public object? FindRow(string key) => _rows.GetValueOrDefault(key);

    /// <param name="key">Of no other row in whatever table.</param>
    /// <param name="row">Never changed by anybody.</param>
    public void Learn(string key, object row)
    {
        if (_rows.Count >= MostRows)
        {
            _rows.Clear();
        }

        _rows[key] = row;
    }

    /// <summary>One of them is being written.</summary>
    public void ForgetRows() => _rows.Clear();

    /// <summary>What was learned may have been taken back.</summary>
    public void Forget()
    {
        _heads.Clear();
        _rows.Clear();
        _reached = null;
    }
}
