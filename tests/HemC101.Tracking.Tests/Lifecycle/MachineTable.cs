using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Tests.Lifecycle;

/// <summary>Compares a machine with the table of what it may do, and with nothing else.</summary>
internal static class MachineTable
{
    public static void Holds<TState, TTrigger>(
        (TState From, TTrigger Trigger, TState To)[] allowed,
        Func<TState, IEnumerable<Guard>, Lifecycle<TState, TTrigger>> build,
        Func<TState, TTrigger, TState?> next)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var table = allowed.ToDictionary(move => (move.From, move.Trigger), move => move.To);
        foreach (var from in Enum.GetValues<TState>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                TState? expected = table.TryGetValue((from, trigger), out var to) ? to : null;
                Assert.True(Equals(expected, next(from, trigger)), $"Transitions.Next({from}, {trigger}) is {next(from, trigger)}, not {expected}");
                Fires(build(from, []), from, trigger, expected);
                NeverMovesUnderAFailingGuard(build, from, trigger, expected is not null);
            }
        }
    }

    private static void Fires<TState, TTrigger>(Lifecycle<TState, TTrigger> machine, TState from, TTrigger trigger, TState? expected)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var fired = machine.Fire(trigger);
        if (expected is { } to)
        {
            Assert.Equal(new Fired<TState>.Moved(from, to), fired);
            Assert.Equal(to, machine.State);
        }
        else
        {
            Assert.Empty(Assert.IsType<Fired<TState>.Refused>(fired).UnmetGuards);
            Assert.Equal(from, machine.State);
        }
    }

    private static void NeverMovesUnderAFailingGuard<TState, TTrigger>(
        Func<TState, IEnumerable<Guard>, Lifecycle<TState, TTrigger>> build, TState from, TTrigger trigger, bool known)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var machine = build(from, [new("first", () => false), new("second", () => true), new("third", () => false)]);

        var refused = Assert.IsType<Fired<TState>.Refused>(machine.Fire(trigger));

        Assert.Equal(known ? ["first", "third"] : [], refused.UnmetGuards);
        Assert.Equal(from, machine.State);
    }
}
