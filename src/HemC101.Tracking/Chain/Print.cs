using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

public enum PrintState
{
    /// <summary>Ordered from the printer, not yet scanned back on its thing.</summary>
    Printed,
    Applied,
    Superseded,
    Destroyed,
}

/// <summary>One printed label: a thing of its own, known by its serial.</summary>
public sealed record Print(PrintSerial Serial, LabelKind Kind, Carrier Carrier, string Of, PrintState State)
{
    /// <summary>Of the event that ordered it.</summary>
    public int Version { get; init; }

    /// <summary>Another print of the same label.</summary>
    internal bool IsTwinOf(Print other) => other.Serial != Serial && other.Kind == Kind && other.Carrier == Carrier && other.Of == Of;
}

/// <param name="Of">Null for the whole chain; otherwise a collection, batch or bag.</param>
/// <param name="PlacedBy">Everybody who signed what placed it; whoever acted, where nobody signs.</param>
public sealed record Hold(int Number, string? Of, string Reason, bool StopsManufacture, IReadOnlyList<StaffNumber> PlacedBy)
{
    /// <summary>The reason of a hold that nobody chose: the true value casts doubt on what was done with the wrong one.</summary>
    public const string Correction = "correction";

    /// <summary>A logger says that it was too warm or too cold.</summary>
    public const string Temperature = "temperature";

    /// <summary>A count found the bag where no record has it, or did not find it where a record has it.</summary>
    public const string Inventory = "inventory";

    /// <summary>What was entered from paper is against the rules.</summary>
    public const string Paper = "paper-against-rules";

    /// <summary>A deviation was closed with the conclusion that what it is about is not to be used.</summary>
    public const string Deviation = "deviation";

    /// <summary>A thing of the house that was used was withdrawn.</summary>
    public const string Recall = "thing-withdrawn";

    /// <summary>The thing of the house that it is about; null for every other reason.</summary>
    public HouseId? Thing { get; init; }

    public DateTimeOffset PlacedAt { get; init; }
}

/// <summary>Readiness for one dose, as the investigator signed it.</summary>
public sealed record Readiness(int Day, DateTimeOffset SignedAt, DateTimeOffset ValidUntil, string Cultures, DateTimeOffset CulturesCheckedAt)
{
    public bool Revoked { get; init; }

    /// <summary>Version of the study settings that it was signed under.</summary>
    public string Settings { get; init; } = "";
}

/// <summary>The decision between the doses, as signed.</summary>
public sealed record ToleranceDecision(Tolerance Decided, DateTimeOffset DecidedAt, DateTimeOffset? ValidUntil)
{
    /// <summary>Version of the study settings that it was signed under.</summary>
    public string Settings { get; init; } = "";
}
