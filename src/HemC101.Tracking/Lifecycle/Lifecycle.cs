using Stateless;
using Stateless.Graph;

namespace HemC101.Tracking.Lifecycle;

/// <summary>What became of a trigger: moved, or refused with the codes of every unmet guard.</summary>
public abstract record Fired<TState>
{
    private Fired() { }

    public sealed record Moved(TState From, TState To) : Fired<TState>;

    /// <param name="UnmetGuards">Gate codes; empty when the state knows no such trigger at all.</param>
    public sealed record Refused(TState State, IReadOnlyList<string> UnmetGuards) : Fired<TState>;
}

/// <summary>A guard of a transition: a code that names its reason, and the question itself, asked over facts read beforehand.</summary>
public sealed record Guard(string Code, Func<bool> Holds);

/// <summary>
/// A small flat machine on Stateless: pure guards, no entry or exit actions, one instance per question.
/// </summary>
/// <remarks>Entry actions are not used because Stateless has moved already when one throws.</remarks>
public abstract class Lifecycle<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly StateMachine<TState, TTrigger> _machine;
    private readonly Tuple<Func<bool>, string>[] _guards;

    /// <param name="guards">The guards of the one trigger that will be fired; every transition of this instance asks them.</param>
    private protected Lifecycle(TState state, IEnumerable<Guard> guards)
    {
        _machine = new StateMachine<TState, TTrigger>(state);
        _guards = [.. guards.Select(guard => Tuple.Create(guard.Holds, guard.Code))];
    }

    public TState State => _machine.State;

    public Fired<TState> Fire(TTrigger trigger)
    {
        var from = _machine.State;
        if (!_machine.CanFire(trigger, out var unmet))
        {
            return new Fired<TState>.Refused(from, [.. unmet ?? []]);
        }

        _machine.Fire(trigger);
        return new Fired<TState>.Moved(from, _machine.State);
    }

    /// <summary>The picture of the machine as Mermaid text.</summary>
    public string ToMermaid() => MermaidGraph.Format(_machine.GetInfo());

    internal IReadOnlyDictionary<(TState, TTrigger), TState> Transitions() =>
        _machine.GetInfo().States
            .SelectMany(state => state.FixedTransitions.Select(move => (
                From: (TState)state.UnderlyingState,
                Trigger: (TTrigger)move.Trigger.UnderlyingTrigger,
                To: (TState)move.DestinationState.UnderlyingState)))
            .ToDictionary(move => (move.From, move.Trigger), move => move.To);

    private protected void From(TState state, params (TTrigger Trigger, TState To)[] moves)
    {
        var configuration = _machine.Configure(state);
        foreach (var (trigger, to) in moves)
        {
            if (EqualityComparer<TState>.Default.Equals(to, state))
            {
                configuration.PermitReentryIf(trigger, _guards);
            }
            else
            {
                configuration.PermitIf(trigger, to, _guards);
            }
        }
    }
}
