using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps;

/// <summary>A recorded value that may be corrected.</summary>
/// <param name="Field">Says what it may become, as when it was recorded.</param>
/// <param name="Member">Where the step's event keeps it, as <see cref="EventMembers"/> reads it.</param>
public sealed record CorrectableValue(Field Field, string Member);

/// <summary>Which values of a step may be corrected, by whom and until when. What stands in no correction is never corrected.</summary>
public sealed record Correction
{
    /// <summary>After the limit a value is a matter of quality.</summary>
    public static readonly IReadOnlyList<SignatureDemand> ByQuality =
        [new(Meaning.Performed, Role.QualityAssurance), new(Meaning.Approved, Role.QualifiedPerson)];

    public IReadOnlyList<CorrectableValue> Values { get; init; } = [];

    /// <summary>Values that only the entry knows, such as the parameters of one unit operation.</summary>
    public Func<ChainState, ChainEvent, IReadOnlyList<CorrectableValue>>? EntryValues { get; init; }

    /// <summary>Two people: who corrects, and who confirms it.</summary>
    public required IReadOnlyList<SignatureDemand> Signatures { get; init; }

    /// <summary>Whether the value, as it stands, passes; null where no value is a failure.</summary>
    public Func<Facts, bool>? Passes { get; init; }

    /// <summary>Who corrects, until the same limit, a value that does not pass.</summary>
    public IReadOnlyList<SignatureDemand> AfterFailure { get; init; } = [];

    /// <summary>Holds as long as those people may correct; its reason says what comes then.</summary>
    public required Gate Until { get; init; }

    /// <summary>Who may correct afterwards; empty for nobody.</summary>
    public IReadOnlyList<SignatureDemand> Late { get; init; } = ByQuality;

    /// <summary>Holds as long as they may; null for always.</summary>
    public Gate? LateUntil { get; init; }

    /// <summary>Asked over the record with the new value, by the clock of the entry: what cannot be so is refused.</summary>
    public IReadOnlyList<Gate> Checks { get; init; } = [];

    /// <summary>
    /// Asked in the same way: with a no the step would not have gone as it did. The truth is recorded all the same, and a hold waits for
    /// quality assurance.
    /// </summary>
    public IReadOnlyList<Gate> Doubts { get; init; } = [];

    /// <summary>Who has relied on the values.</summary>
    public Reliance Bears { get; init; }

    /// <summary>Values of the same event that follow from the new one, by member.</summary>
    public Func<Facts, decimal, IReadOnlyDictionary<string, decimal>>? Derived { get; init; }

    public IReadOnlyList<CorrectableValue> ValuesOf(ChainState chain, ChainEvent entry) =>
        EntryValues is null ? Values : [.. Values, .. EntryValues(chain, entry)];
}
