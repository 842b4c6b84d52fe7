using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

public sealed record LymphodepletionStarted : ChainEvent;

public sealed record LymphodepletionCompleted(DateTimeOffset LastDoseAt) : ChainEvent;

/// <summary>The investigator finds the participant fit for this dose; valid for limited hours.</summary>
public sealed record ReadinessSigned(
    int Day, decimal TemperatureC, decimal Spo2Percent, int Ice, string Cultures, DateTimeOffset CulturesCheckedAt, DateTimeOffset ValidUntil) : ChainEvent;

/// <summary>A fact stopped the dose: a culture turned positive, or the participant is no longer fit. Red at the bed at once.</summary>
public sealed record ReadinessRevoked(int Day, string Reason) : ChainEvent
{
    /// <summary>The dose it was signed for is lost, and another bag was made that dose.</summary>
    public const string Redesignated = "redesignated";
}

public sealed record BagReceivedOnWard(DoseBagId Bag, bool SealGood, decimal MaxC) : ChainEvent;

/// <param name="ScannerTestedAt">The scanner test relied on; null when two people confirmed the scanner instead.</param>
public sealed record BagCleared(DoseBagId Bag, DateTimeOffset? ScannerTestedAt = null) : ChainEvent;

/// <summary>What the clearance rested on is void, or it was withdrawn: the bag is cleared anew before it is thawed.</summary>
public sealed record ClearanceLapsed(DoseBagId Bag, string Reason) : ChainEvent;

public sealed record ThawStarted(DoseBagId Bag, HouseId Device) : ChainEvent;

/// <param name="ExpiresAt">Last moment to start, on server time.</param>
public sealed record ThawEnded(DoseBagId Bag, DateTimeOffset ExpiresAt) : ChainEvent;

/// <summary>One nurse, alone, found band, bag, spoken name, birth date and order to agree.</summary>
/// <param name="By">The nurse of this round.</param>
public sealed record BedsideRoundFinished(DoseBagId Bag, int Round, StaffNumber By) : ChainEvent;

public sealed record BagVerified(DoseBagId Bag, DateTimeOffset StartBefore) : ChainEvent;

/// <summary>The start window passed, or the round was voided: both nurses begin again.</summary>
public sealed record VerificationLapsed(DoseBagId Bag) : ChainEvent;

/// <summary>What was found at the bed holds no longer, or was a mismatch: the open round of this bag is void.</summary>
/// <param name="Locks">True after a wrong band: the bag waits for re-identification.</param>
public sealed record BedsideRoundVoided(DoseBagId Bag, string Reason, bool Locks) : ChainEvent;

/// <summary>After a wrong band a thawed bag was freed for a full new round with at least one other nurse.</summary>
public sealed record ReidentificationAllowed(DoseBagId Bag) : ChainEvent;

public sealed record InfusionStarted(DoseBagId Bag) : ChainEvent;

public sealed record InfusionPaused(DoseBagId Bag, string Reason) : ChainEvent;

public sealed record InfusionResumed(DoseBagId Bag) : ChainEvent;

/// <param name="VolumeMl">Null when nobody could say it at that moment; then <see cref="InfusedVolumeRecorded"/> follows.</param>
public sealed record InfusionStopped(DoseBagId Bag, string Reason, decimal? VolumeMl) : ChainEvent;

/// <param name="VolumeMl">Null when nobody could say it at that moment; then <see cref="InfusedVolumeRecorded"/> follows.</param>
public sealed record InfusionEnded(DoseBagId Bag, decimal? VolumeMl) : ChainEvent;

public sealed record InfusedVolumeRecorded(DoseBagId Bag, decimal VolumeMl) : ChainEvent;

public sealed record ReactionRecorded(DoseBagId Bag, int Grade) : ChainEvent;

/// <param name="Proposed">What the rule proposed from the inputs.</param>
/// <param name="ValidUntil">A GO is acted on until then; null for DEFER and NO-GO.</param>
/// <param name="Grounds">Why it is milder than the rule proposed, in the words of the second physician; null for a decision that is not.</param>
public sealed record ToleranceDecided(
    ToleranceInputs Inputs,
    Tolerance Proposed,
    Tolerance Decided,
    string RuleVersion,
    DateTimeOffset? ValidUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TextId? Grounds = null) : ChainEvent;

/// <summary>Every dose bag has come to its end and at least one was infused.</summary>
public sealed record TherapyCompleted : ChainEvent;
