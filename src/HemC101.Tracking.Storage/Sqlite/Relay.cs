namespace HemC101.Tracking.Storage.Sqlite;

/// <summary>
/// Calls those whose turn has come one after the other on one thread of the pool: what the last one has left in the processor's caches is
/// there for the next, and no thread has to be woken for each.
/// </summary>
internal sealed class Relay
{
    [ThreadStatic]
    private static Relay? _here;

    private Action? _next;

    /// <summary>Whether this thread is the one.</summary>
    public bool IsHere => _here == this;

    /// <summary>Called by whoever is through: the next begins when the caller has returned from its own turn, and never inside it.</summary>
    /// <param name="turn">Of whoever has the place now. One that was given up meanwhile, and passed its place on, does nothing when it is called.</param>
    public void Call(Action turn)
    {
        if (_here == this)
        {
            _next = turn;
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static called => called.Relay.Run(called.Turn), (Relay: this, Turn: turn), preferLocal: false);
        }
    }

    /// <summary>
    /// Whoever is called next may come on any thread: this one has other things to do. For whoever has the place, and before it is passed
    /// on: the next one, once called, would be forgotten.
    /// </summary>
    public void LetGo()
    {
        if (_here == this)
        {
            _here = null;
        }
    }

    private void Run(Action turn)
    {
        _here = this;
        for (var now = turn; now is not null; now = Interlocked.Exchange(ref _next, null))
        {
            now();
            if (_here != this)
            {
                return;
            }
        }

        LetGo();
    }
}
