namespace HemC101.Tracking.Storage;

/// <summary>
/// The places at the writers' desk: first come, first served. So many may wait and so long; whoever comes beyond is turned away at once, so
/// that a crowd costs refusals and not memory.
/// </summary>
/// <param name="places">How many write at the same time.</param>
/// <param name="limits">Of the line.</param>
/// <param name="call">Lets somebody who waited go on; it must not do so before it returns.</param>
internal sealed class WriterLine(int places, WriterLimits limits, Action<Action> call)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;
    private bool _closed;

    /// <param name="gaveUp">Called when the place came just as its owner gave up; it must be passed on.</param>
    /// <param name="ct">Gives the waiting up.</param>
    /// <exception cref="DatabaseBusyException">Too many wait, it took too long, or the line is closed.</exception>
    public async Task EnterAsync(Action gaveUp, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Place() is not { } place)
        {
            return;
        }

        StorageMeter.Joined();
        try
        {
            await place.Value.Task.WaitAsync(limits.Patience, ct);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            if (!LeaveLine(place))
            {
                gaveUp();
            }

            throw e is TimeoutException ? new DatabaseBusyException(DatabaseReasons.Crowded) : e;
        }
        finally
        {
            StorageMeter.Left();
        }
    }

    /// <returns>False when nobody waits; then the caller still has its place.</returns>
    public bool TryHandOver()
    {
        lock (_lock)
        {
            if (_waiting.First is not { } next)
            {
                return false;
            }

            _waiting.Remove(next);
            call(next.Value.SetResult);
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            if (TryHandOver())
            {
                return;
            }

            if (--_taken == 0 && _closed)
            {
                _left.TrySetResult();
            }
        }
    }

    /// <summary>Nobody gets in any more; returns when all who were in or in line are through.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            return _taken > 0 ? _left.Task : Task.CompletedTask;
        }
    }

    /// <returns>Null when the caller has a place.</returns>
    private LinkedListNode<TaskCompletionSource>? Place()
    {
        lock (_lock)
        {
            if (_closed)
            {
                throw new DatabaseBusyException(DatabaseReasons.Closing);
            }

            if (_taken < places)
            {
                _taken++;
                return null;
            }

            return _waiting.Count < limits.LongestLine
                ? _waiting.AddLast(new TaskCompletionSource())
                : throw new DatabaseBusyException(DatabaseReasons.Crowded);
        }
    }

    /// <returns>False when the place has come meanwhile.</returns>
    private bool LeaveLine(LinkedListNode<TaskCompletionSource> place)
    {
        lock (_lock)
        {
            if (place.List is null)
            {
                return false;
            }

            _waiting.Remove(place);
            return true;
        }
    }
}
