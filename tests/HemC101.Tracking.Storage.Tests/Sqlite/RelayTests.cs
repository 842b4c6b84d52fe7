using HemC101.Tracking.Storage.Sqlite;

namespace HemC101.Tracking.Storage.Tests.Sqlite;

public sealed class RelayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Relay _relay = new();

    [Fact]
    public async Task Next_CalledInATurn_BeginsAfterIt_OnTheSameThread()
    {
        List<string> said = [];
        var threads = new HashSet<int>();
        var through = new TaskCompletionSource();

        _relay.Call(() =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            _relay.Call(() =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                said.Add($"second, here: {_relay.IsHere}");
                through.SetResult();
            });
            said.Add("first is through");
        });
        await through.Task.WaitAsync(Patience);

        Assert.Equal(["first is through", "second, here: True"], said);
        Assert.Single(threads);
    }

    [Fact]
    public async Task Next_CalledAfterTheThreadWasLetGo_DoesNotWaitForIt()
    {
        var busy = new ManualResetEventSlim();
        var through = new TaskCompletionSource();

        _relay.Call(() =>
        {
            _relay.LetGo();
            _relay.Call(through.SetResult);
            busy.Wait(Patience);
        });

        await through.Task.WaitAsync(Patience);
        busy.Set();
    }

    /// <summary>One turn inside the other, they would soon be too deep.</summary>
    [Fact]
    public async Task AHundredThousandTurns_FollowEachOther()
    {
        var left = 100_000;
        var through = new TaskCompletionSource();

        _relay.Call(Turn);
        await through.Task.WaitAsync(Patience);

        Assert.Equal(0, left);

        void Turn()
        {
            if (--left > 0)
            {
                _relay.Call(Turn);
            }
            else
            {
                through.SetResult();
            }
        }
    }

    [Fact]
    public void OutsideATurn_ItIsNotHere() => Assert.False(_relay.IsHere);
}
