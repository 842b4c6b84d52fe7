using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Chain;

/// <summary>One accepted scan that stood behind a step.</summary>
/// <param name="Demand">Which demand of the recipe it answered.</param>
/// <param name="Repairs">What had to be undone before the scan could be read.</param>
/// <param name="TypedBecause">Null for what was not typed.</param>
/// <param name="Timing">What the page measured; null without script, and for scans from before it was kept.</param>
/// <param name="By">Who scanned; null for scans from before it was kept.</param>
public sealed record ScanEvidence(
    string Demand,
    string Raw,
    string Identifier,
    [property: JsonConverter(typeof(EntryNames.Json))] EntryMethod Entry,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Repairs Repairs = Repairs.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TypedReason? TypedBecause = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] KeyTiming? Timing = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StaffNumber? By = null);

/// <summary>Who did it, where, when, on what evidence.</summary>
/// <param name="OccurredAt">When it happened, as the device or the paper said.</param>
/// <param name="RecordedAt">Server time.</param>
/// <param name="SettingsVersion">The study settings in force at the step.</param>
public sealed record Act(
    StaffNumber By,
    string Station,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string StepId,
    IReadOnlyList<ScanEvidence> Scans,
    IReadOnlyList<Signature> Signatures,
    string SettingsVersion)
{
    /// <summary>What whoever did it adds in their own words.</summary>
    public TextId? Remark { get; init; }

    /// <summary>Of the remark and of every text in the events.</summary>
    public NameInText Names { get; init; }

    /// <summary>The registered station that sent it; null for a browser that is none, and from before stations were registered.</summary>
    public HouseId? Workstation { get; init; }

    /// <summary>Null for what was done in the system itself.</summary>
    public SheetLine? Paper { get; init; }

    /// <summary>The time that the rules go by: the server's, unless it stood on paper.</summary>
    public DateTimeOffset At => Paper is null ? RecordedAt : OccurredAt;
}

/// <summary>An event with its place in the chain's stream (the first has version 1).</summary>
public sealed record Happened(int Version, Events.ChainEvent What, Act Act)
{
    /// <summary>Of its entry in the ledger; unset for what stands in none.</summary>
    public Digest Hash { get; init; }

    /// <summary>The remark first.</summary>
    public IEnumerable<TextId> Texts => [.. Act.Remark is { } remark ? [remark] : Array.Empty<TextId>(), .. EventTexts.Of(What)];
}
