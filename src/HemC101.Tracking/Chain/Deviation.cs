using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

public enum DeviationClass
{
    Minor,
    Major,

    /// <summary>Bears on identity or safety: nothing it reaches is released while it is open.</summary>
    Critical,
}

/// <summary>Something went otherwise than it should; open until quality assurance has assessed it.</summary>
/// <param name="Number">Version of the event that opened it.</param>
/// <param name="Kind">A code.</param>
/// <param name="Of">Canonical text of the collection, batch or bag; null for the whole chain.</param>
/// <param name="OpenedBy">Everybody who signed the report, or the step at which it happened; whoever acted, where nobody signed.</param>
public sealed record Deviation(int Number, string Kind, DeviationClass Class, string? Of, DateTimeOffset OpenedAt, IReadOnlyList<StaffNumber> OpenedBy)
{
    public const string Identity = "identity";
    public const string WrongDay = "wrong-day";
    public const string Label = "label";

    /// <summary>Labels that were printed are neither applied nor destroyed; closed, it stands for their count.</summary>
    public const string Count = "label-count";

    public const string Custody = "custody";
    public const string Temperature = "temperature";
    public const string Damaged = "damaged";
    public const string Clock = "clock";
    public const string Process = "process";
    public const string Person = "person";

    public bool IsOpen { get; init; } = true;

    /// <summary>What nobody has to report: it opens by having happened.</summary>
    /// <param name="before">The chain as it was.</param>
    /// <returns>Null for what is no deviation.</returns>
    public static (string Kind, DeviationClass Class, string? Of)? OpenedBySelf(ChainEvent what, ChainState before) => what switch
    {
        IdentityMismatched item => (Identity, DeviationClass.Critical, item.Bag?.ToString()),
        QcResultRecorded { Test: Study.QcTest.Str, Verdict: Study.QcVerdict.Fail } item => (Identity, DeviationClass.Critical, $"{item.Batch}"),
        BagLocked { Reason: BagLocked.AtAnother } item => (Identity, DeviationClass.Critical, $"{item.Bag}"),
        BagLost item => (Custody, DeviationClass.Critical, $"{item.Bag}"),
        BagLocked { Reason: not (BagLocked.WrongBand or BagLocked.Lost) } item => (Custody, DeviationClass.Major, $"{item.Bag}"),
        ScanRefused { Verdict: "WrongDay" } => (WrongDay, DeviationClass.Major, null),
        ScanRefused { Verdict: "VoidPrint" } => (Label, DeviationClass.Major, null),
        CollectionQuarantined item => (Custody, DeviationClass.Major, $"{item.Donation}"),
        CollectionMisrouted item => (Custody, DeviationClass.Major, $"{item.Donation}"),
        CollectionLost item => (Custody, DeviationClass.Critical, $"{item.Donation}"),
        BagMiscounted item => (Custody, DeviationClass.Critical, $"{item.Bag}"),
        TemperatureLogged { OutsideFrom: not null } item => (Temperature, DeviationClass.Major, item.Of),
        TagsDispensed item => (Label, DeviationClass.Major, $"{item.Batch}"),
        TagDied item => (Label, DeviationClass.Major, $"{item.Bag}"),
        UnitFailed item => (Process, DeviationClass.Major, $"{item.Batch}"),
        BagDamaged item => (Damaged, DeviationClass.Major, $"{item.Bag}"),
        BagExpired item when before.Find(item.Bag)?.ThawStartedAt is not null => (Clock, DeviationClass.Major, $"{item.Bag}"),
        SafetyActDisputed => (Person, DeviationClass.Critical, null),
        _ => null,
    };
}
