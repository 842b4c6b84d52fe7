using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Chain;

/// <summary>One accepted scan that stood behind a step.</summary>
/// <param name="Demand">Which demand of the recipe it answered.</param>
/// <param name="Entry">scanned, typed, pasted, camera, or unproven (no script, but a complete message).</param>
/// <param name="Repairs">What had to be undone before the scan could be read.</param>
public sealed record ScanEvidence(
    string Demand,
    string Raw,
    string Identifier,
    string Entry,
    DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Repairs Repairs = Repairs.None);

/// <summary>Who did it, where, when, on what evidence.</summary>
/// <param name="OccurredAt">When it happened, as the device said.</param>
/// <param name="RecordedAt">Server time; the rules go by this one.</param>
/// <param name="SettingsVersion">The study settings in force at the step.</param>
public sealed record Act(
    StaffNumber By,
    string Station,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string StepId,
    IReadOnlyList<ScanEvidence> Scans,
    IReadOnlyList<Signature> Signatures,
    string SettingsVersion);

/// <summary>An event with its place in the chain's stream (the first has version 1).</summary>
public sealed record Happened(int Version, Events.ChainEvent What, Act Act);
