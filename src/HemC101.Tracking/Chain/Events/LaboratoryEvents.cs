using System.Text.Json.Serialization;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Chain.Events;

/// <summary>The one, immutable link CoI - DIN - batch; the versions bind for the life of the batch.</summary>
public sealed record BatchOpened(
    BatchNumber Batch,
    DonationNumber Donation,
    HouseId Room,
    HouseId Device,
    MasterProcess Process,
    Specification Specification,
    string SettingsVersion) : ChainEvent
{
    /// <summary>Stands here besides, since the fold asks no settings: it decides from which state the product is split. Null for after the release.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SplitTiming? SplitTiming { get; init; }
}

public sealed record UnitStarted(BatchNumber Batch, string Unit, HouseId Device) : ChainEvent;

/// <param name="Values">By parameter code of the master process.</param>
public sealed record UnitCompleted(
    BatchNumber Batch, string Unit, IReadOnlyList<HouseId> Lots, IReadOnlyDictionary<string, decimal> Values) : ChainEvent;

public sealed record UnitFailed(BatchNumber Batch, string Unit, string Reason) : ChainEvent;

public sealed record BatchFormulated(BatchNumber Batch) : ChainEvent;

public sealed record BatchFailed(BatchNumber Batch, string Reason) : ChainEvent;

/// <param name="Value">The number, or 1 for the expected answer and 0 for any other.</param>
public sealed record QcResultRecorded(BatchNumber Batch, string Test, decimal Value, QcVerdict Verdict) : ChainEvent
{
    /// <summary>Of the STR identity, keyed hash of the profile that was found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProfileMark { get; init; }

    /// <summary>Of the STR identity, whose reference it was compared with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origin { get; init; }
}

/// <summary>An investigation found the result invalid: the test is open again, and nothing of the first is deleted.</summary>
public sealed record QcResultInvalidated(BatchNumber Batch, string Test, string Reason) : ChainEvent;

/// <summary>Volumes are computed from the counts; the formula stands in <see cref="SplitPlan"/>.</summary>
/// <param name="BagsExpireAt">Stands on every bag label of the batch.</param>
/// <param name="Option">How too little was divided, as investigator and QP chose; null where there was enough.</param>
/// <param name="Document">Number of their decision; null where there was none to take.</param>
public sealed record SplitPlanned(
    BatchNumber Batch,
    SplitPlan Plan,
    DateTimeOffset BagsExpireAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnderdoseOption? Option = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Document = null) : ChainEvent;

/// <summary>The harvest does not suffice for both doses: investigator and QP have to choose how it is divided .</summary>
public sealed record UnderdoseReported(BatchNumber Batch, BulkCounts Counts, decimal WeightKg) : ChainEvent
{
    /// <summary>Where all of it together is less than the least dose: what it gives, ×10⁶/kg, cut to three decimals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? BelowLeastE6PerKg { get; init; }
}

/// <param name="CarPosE6">CAR+ viable cells in the bag, ×10⁶.</param>
public sealed record BagFilled(DoseBagId Bag, BatchNumber Batch, decimal VolumeMl, decimal CarPosE6) : ChainEvent;

/// <summary>Both child labels were scanned back; the children may be detached (FACT D7.2.5.1).</summary>
public sealed record BatchSplit(BatchNumber Batch) : ChainEvent;
