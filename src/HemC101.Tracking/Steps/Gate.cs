namespace HemC101.Tracking.Steps;

/// <summary>
/// A question a step must answer with yes. Unknown is no.
/// </summary>
/// <param name="Reason">What stands in the way and what to do next, for the person at the station.</param>
public sealed record Gate(string Code, Text Reason, Func<Facts, bool> Holds)
{
    /// <summary>Unmet, it makes the other questions pointless: only its reason is given.</summary>
    public bool Alone { get; init; }

    /// <summary>What exactly stands in the way, behind the reason; null where that says it all.</summary>
    public Func<Facts, Text>? Named { get; init; }

    public Gate(string code, string ru, string en, Func<Facts, bool> holds)
        : this(code, new Text(ru, en), holds)
    {
    }

    internal Refusal Refused(Facts facts) =>
        new(Code, Named?.Invoke(facts) is { } named ? new Text($"{Reason.Ru} {named.Ru}.", $"{Reason.En} {named.En}.") : Reason);
}

/// <summary>Why a step was refused.</summary>
public sealed record Refusal(string Code, Text Reason);
