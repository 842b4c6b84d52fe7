using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Steps;

/// <summary>Who signs, and what it means. The order of demands is the order on the screen; all signers differ.</summary>
public sealed record SignatureDemand(Meaning Meaning, params IReadOnlyList<Role> Roles);

/// <param name="Of">Canonical text of the thing the label identifies.</param>
public sealed record LabelOrder(LabelKind Kind, Carrier Carrier, string Of)
{
    /// <summary>The same label once more.</summary>
    public bool Repeats { get; init; }

    /// <summary>The second bag of one procedure has a flag of its own.</summary>
    private bool IsOnlyBag => Kind == LabelKind.CollectionBag && CollectionBagId.TryParse(Of, out var bag) && bag.Container == 1;

    /// <summary>That it is a repeat label is said where no other flag stands: a tube stays a tube.</summary>
    internal string? Flags => Repeats && (IsOnlyBag || Kind.IsDoseBag() || Kind.IsCassette()) ? DonationFlags.RepeatLabel.ToString() : null;
}

/// <summary>The triggers a step fires; at most one for each kind of machine.</summary>
public sealed record Triggers
{
    public ProductTrigger? Product { get; init; }

    public CollectionTrigger? Collection { get; init; }

    public BatchTrigger? Batch { get; init; }

    public UnitTrigger? Unit { get; init; }

    public BagTrigger? Bag { get; init; }
}

/// <summary>
/// One step of the work: what fires, who may do it, what is scanned and recorded, which gates stand before it,
/// who signs, what prints, and the event it leaves. Pages, prompts, permissions and tests are driven from here.
/// </summary>
public sealed record Step
{
    public required string Id { get; init; }

    public required Text Name { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>Where the thing makes it another kind; null for <see cref="Kind"/>.</summary>
    public Func<Facts, StepKind?>? TargetKind { get; init; }

    public required Station Station { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>Who may open the step. With signatures, each signer must also hold a role of their demand.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    public Triggers Fires { get; init; } = new();

    /// <summary>What comes first, said of a thing that is not as far yet; other states are answered in general words.</summary>
    public IReadOnlyDictionary<Enum, Text> NotYet { get; init; } = ImmutableDictionary<Enum, Text>.Empty;

    public IReadOnlyList<ScanDemand> Scans { get; init; } = [];

    /// <summary>Scans that only the target knows, such as the lots of one unit operation.</summary>
    public Func<Facts, IReadOnlyList<ScanDemand>>? TargetScans { get; init; }

    public IReadOnlyList<Field> Record { get; init; } = [];

    /// <summary>Fields that only the target knows, such as the parameters of one unit operation.</summary>
    public Func<Facts, IReadOnlyList<Field>>? TargetRecord { get; init; }

    /// <summary>Asked before the form is opened (work lists show what is unmet) and again when the step is taken.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>Gates that only the target knows.</summary>
    public Func<Facts, IReadOnlyList<Gate>>? TargetGates { get; init; }

    /// <summary>Asked over what was recorded, when the step is taken.</summary>
    public IReadOnlyList<Gate> Checks { get; init; } = [];

    /// <summary>Checks that only the target knows.</summary>
    public Func<Facts, IReadOnlyList<Gate>>? TargetChecks { get; init; }

    public IReadOnlyList<SignatureDemand> Signatures { get; init; } = [];

    /// <summary>The step as it stands in the catalogue, where this is its entry from a paper sheet; null everywhere else.</summary>
    public Step? Original { get; init; }

    /// <summary>How the second of two signers comes to their signature.</summary>
    public SecondCheck Check { get; init; }

    /// <summary>Who signs for this target, where that differs: as many as in <see cref="Signatures"/>. None leaves it at those.</summary>
    public Func<Facts, IReadOnlyList<SignatureDemand>>? TargetSignatures { get; init; }

    /// <summary>Which of its recorded values may be corrected afterwards.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Of what was declared lost the one step that is no exit.</summary>
    public bool Finds { get; init; }

    /// <summary>A tag that it attaches may be on no other pack of the whole site, also not a moment later.</summary>
    public bool AttachesTags { get; init; }

    /// <summary>Whoever signs it has scanned everything themselves: nobody goes on with another's scans.</summary>
    public bool ScannedByOne { get; init; }

    /// <summary>Who takes it answers for how the chain's codes came in: its page lists the scans to review.</summary>
    public bool ReviewsScans { get; init; }

    /// <summary>The labels it prints; each gets a serial of its own.</summary>
    public Func<Facts, IReadOnlyList<LabelOrder>>? Labels { get; init; }

    /// <summary>Labels for what is around the thing: box, cassette, tube, overwrap, sticker. The next release counts them.</summary>
    public Func<Facts, IReadOnlyList<LabelOrder>>? LabelsAround { get; init; }

    /// <summary>Draws a new donation number or batch number for the step.</summary>
    public bool IssuesDonation { get; init; }

    public bool IssuesBatch { get; init; }

    /// <summary>When it is due, beyond what the machines say; null when they say it all.</summary>
    public Func<Facts, bool>? When { get; init; }

    /// <summary>True for what stands on work lists; false for what is reached from a chain's page when life demands it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>When it stands on the work lists of every station, listed or not: something has happened that asks for it. Null for never.</summary>
    public Func<Facts, bool>? CalledFor { get; init; }

    /// <summary>Of those who hold the role, on whose lists it stands; null for all of them.</summary>
    public Func<Facts, Person, bool>? Concerns { get; init; }

    /// <summary>True where a person speaks only of themselves: a suspended role may sign it, too.</summary>
    public bool WithoutTraining { get; init; }

    /// <summary>The events it leaves; the first one names the step's outcome.</summary>
    public required Func<Facts, IEnumerable<ChainEvent>> Events { get; init; }

    public StepKind KindFor(Facts facts) => TargetKind?.Invoke(facts) ?? Kind;

    public IReadOnlyList<ScanDemand> ScansFor(Facts facts) => TargetScans is null ? Scans : [.. Scans, .. TargetScans(facts)];

    /// <summary>False where others must not read yet what was done: a remark stands in the event.</summary>
    public bool TakesRemark { get; init; } = true;

    /// <summary>What its form may bring: what it records, and a remark.</summary>
    public IReadOnlyList<Field> FieldsFor(Facts facts) => TakesRemark ? [.. RecordFor(facts), TextField.Remark] : RecordFor(facts);

    public IReadOnlyList<LabelOrder> LabelsFor(Facts facts) => [.. Labels?.Invoke(facts) ?? [], .. LabelsAround?.Invoke(facts) ?? []];

    public IReadOnlyList<Field> RecordFor(Facts facts) => TargetRecord is null ? Record : [.. Record, .. TargetRecord(facts)];

    public IReadOnlyList<Gate> GatesFor(Facts facts) => TargetGates is null ? Gates : [.. Gates, .. TargetGates(facts)];

    public IReadOnlyList<Gate> ChecksFor(Facts facts) => TargetChecks is null ? Checks : [.. Checks, .. TargetChecks(facts)];

    public IReadOnlyList<SignatureDemand> SignaturesFor(Facts facts) => TargetSignatures?.Invoke(facts) is { Count: > 0 } own ? own : Signatures;
}
