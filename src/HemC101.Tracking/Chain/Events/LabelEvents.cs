using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain.Events;

/// <summary>A label was ordered from a printer; its serial is a thing of its own from now on.</summary>
/// <param name="Of">The thing it identifies: DIN, batch, dose bag, or wristband instance, in canonical text.</param>
/// <param name="Supersedes">The print that is void from now on; null for a first print, and where the old label stays on its thing until this one is applied.</param>
public sealed record LabelPrinted(PrintSerial Serial, LabelKind Kind, Carrier Carrier, string Of, PrintSerial? Supersedes) : ChainEvent
{
    /// <summary>The flags behind the donation number in its symbols; null for those that its kind has anyhow.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Flags { get; init; }

    /// <summary>A second print that is void from now on: of a label on its thing and its reprint that waited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrintSerial? AlsoSupersedes { get; init; }
}

/// <summary>The label was stuck on, and scanned back there.</summary>
public sealed record LabelApplied(PrintSerial Serial) : ChainEvent
{
    /// <summary>The label in whose place it came, void from now on; null where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PrintSerial? Supersedes { get; init; }
}

/// <summary>The label was destroyed, with a witness.</summary>
public sealed record LabelDestroyed(PrintSerial Serial, string Reason) : ChainEvent;
