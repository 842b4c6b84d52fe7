using System.Collections.Immutable;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Chain;

/// <summary>A unit operation as it stands in one batch.</summary>
/// <param name="Device">Where it runs or ran; null while planned.</param>
public sealed record UnitOperation(string Code, UnitState State, HouseId? Device)
{
    internal UnitOperation On(UnitTrigger trigger) =>
        this with { State = Transitions.Next(State, trigger) ?? throw new InvalidOperationException($"Unit {Code} in {State} cannot {trigger}.") };
}

/// <summary>The latest result of one test.</summary>
public sealed record QcResult(string Test, decimal Value, QcVerdict Verdict, DateTimeOffset At);

/// <summary>One batch of the chain, as its events left it.</summary>
public sealed record Batch
{
    public required BatchNumber Number { get; init; }

    public required DonationNumber Donation { get; init; }

    public required MasterProcess Process { get; init; }

    public required Specification Specification { get; init; }

    /// <summary>Version of the study settings that it was opened with; what they say of manufacture holds for it to its end.</summary>
    public string Settings { get; init; } = "";

    public SplitTiming SplitTiming { get; init; }

    public required HouseId Device { get; init; }

    public BatchState State { get; init; } = BatchState.InProcess;

    public DateTimeOffset? FormulatedAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public ImmutableList<UnitOperation> Units { get; init; } = [];

    public ImmutableDictionary<string, QcResult> Results { get; init; } = ImmutableDictionary<string, QcResult>.Empty;

    /// <summary>Everybody who made, tested or labelled something of this batch; none of them may certify it.</summary>
    public ImmutableHashSet<StaffNumber> Hands { get; init; } = [];

    public ImmutableHashSet<HouseId> Lots { get; init; } = [];

    public SplitPlan? Plan { get; init; }

    /// <summary>It was decided, in a deviation, that its bags and cassettes get no RFID tags.</summary>
    public bool GoesWithoutTags { get; init; }

    /// <summary>Quality assurance has said what the STR result that stands means.</summary>
    public bool IsStrCommented { get; init; }

    /// <summary>A donor's profile that was expected, and one that was not, are looked at by quality assurance.</summary>
    internal bool AwaitsStrComment(StrReference? reference) =>
        !IsStrCommented && Results.TryGetValue(QcTest.Str, out var result) && (result.Verdict == QcVerdict.Fail || reference?.Origin == StrReference.Donor);

    /// <summary>Everything is one bag of Day 1: there is no second dose.</summary>
    public bool IsSingleDose => Plan is { Day2Ml: 0 };

    /// <summary>How many bags the plan wants; none before it.</summary>
    internal int PlannedBags => Plan is null ? 0 : IsSingleDose ? 1 : 2;

    /// <summary>Null unless there was too little for both doses.</summary>
    public Underdose? Underdose { get; init; }

    /// <summary>All that there is gives less than the least dose: out of specification, whatever the tests say.</summary>
    public decimal? DoseBelowLeast => Underdose?.BelowLeastE6PerKg;

    /// <summary>Fixed with the plan, before the first bag label is printed.</summary>
    public DateTimeOffset? BagsExpireAt { get; init; }

    public bool IsSplit { get; init; }

    public bool BagsConfirmed { get; init; }

    public bool IsReleased => State is BatchState.ReleasedConditionally or BatchState.Released;

    /// <summary>The exception that a physician asked for; null when nobody has.</summary>
    public ExceptionalSupply? Exception { get; init; }

    /// <summary>Stays true when it is rejected afterwards: what was given stays out of specification.</summary>
    public bool WasSuppliedOutOfSpecification { get; init; }

    /// <summary>Released, or supplied out of specification: it may be split, prepared and given.</summary>
    public bool MayBeGiven => IsReleased || State == BatchState.SuppliedOutOfSpecification;

    /// <summary>Its bulk may be divided now, or could be if it was not divided already.</summary>
    public bool MayBeSplit => SplitTiming == SplitTiming.AtFill && State == BatchState.Formulated || MayBeGiven;

    /// <summary>The latest failing results, by test.</summary>
    public ImmutableDictionary<string, decimal> Failures =>
        Results.Values.Where(result => result.Verdict == QcVerdict.Fail).ToImmutableDictionary(result => result.Test, result => result.Value);

    /// <summary>Rejected, failed or finally released: nothing about its tests changes any more.</summary>
    public bool IsClosed => State is BatchState.Rejected or BatchState.Failed or BatchState.Released;

    /// <summary>The operation to do next; null when all are completed.</summary>
    public UnitOperation? CurrentUnit => Units.FirstOrDefault(unit => unit.State is UnitState.Planned or UnitState.InProgress);

    public IEnumerable<HouseId> OccupiedDevices =>
        [Device, .. Units.Where(unit => unit is { State: UnitState.InProgress, Device: not null }).Select(unit => unit.Device!.Value)];

    public bool StagePasses(int stage) =>
        Specification.Tests.Where(test => test.Stage == stage)
            .All(test => Results.TryGetValue(test.Code, out var result) && result.Verdict == QcVerdict.Pass);

    /// <summary>Every test of the stage has a result, whichever.</summary>
    public bool IsTested(int stage) => Specification.Tests.Where(test => test.Stage == stage).All(test => Results.ContainsKey(test.Code));

    /// <summary>
    /// True as soon as one result of any stage is out of specification, whatever was released before; but for the very results with which
    /// the batch was supplied out of specification.
    /// </summary>
    public bool HasFailedTest => State == BatchState.SuppliedOutOfSpecification
        ? Failures.Any(failure => Exception?.Failures.GetValueOrDefault(failure.Key, decimal.MinValue) != failure.Value)
        : Results.Values.Any(result => result.Verdict == QcVerdict.Fail);

    internal Batch On(BatchTrigger trigger) =>
        this with { State = Transitions.Next(State, trigger) ?? throw new InvalidOperationException($"Batch {Number} in {State} cannot {trigger}.") };

    internal Batch On(string unit, UnitTrigger trigger, HouseId? device = null)
    {
        var at = Units.FindIndex(item => item.Code == unit);
        var moved = Units[at].On(trigger);
        return this with { Units = Units.SetItem(at, moved with { Device = device ?? moved.Device }) };
    }
}
