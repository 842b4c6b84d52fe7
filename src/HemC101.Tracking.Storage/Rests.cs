namespace HemC101.Tracking.Storage;

/// <summary>
/// The streams that the decision of one unit of work rests on, where others write at the same time: what it has read of them must still be
/// all there is when it appends. Never asked on SQLite, which has one writer.
/// </summary>
/// <param name="seen">How far the ledger reached before anything was read.</param>
internal sealed class Rests(long seen)
{
    private readonly HashSet<string> _streams = [];
    private long _seen = seen;

    public void Add(string stream) => _streams.Add(stream);

    public void Seen(long position) => _seen = position;

    /// <summary>From here on nobody else appends: what is read first now cannot move.</summary>
    public void Held(long position) => _seen = _streams.Count == 0 ? position : _seen;

    public async Task<bool> HaveMovedAsync(Source source, long lastPosition, CancellationToken ct) =>
        _seen < lastPosition
        && _streams.Count > 0
        && await source.FindAsync<long?>(
            """
            select position
              from ledger
             where position > @seen
               and stream = any(@streams)
             order by position
             limit 1
            """,
            new { seen = _seen, streams = _streams.ToArray() },
            ct) is not null;
}
