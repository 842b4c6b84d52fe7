using System.Collections.Immutable;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Chain;

/// <summary>Everything known of one course of therapy, folded from its events; the same events always give the same state.</summary>
public sealed partial record ChainState
{
    public required CoiId Coi { get; init; }

    public required SubjectNumber Subject { get; init; }

    public required PatientKey Patient { get; init; }

    /// <summary>Version of the last folded event; what the next append expects.</summary>
    public int Version { get; init; }

    /// <summary>Hash of the last folded event's entry.</summary>
    public Digest Head { get; init; }

    public ProductState Product { get; init; } = ProductState.Enrolled;

    public int AgeAtConsent { get; init; }

    public required string PersonalDataHash { get; init; }

    public required DateOnly ConsentedOn { get; init; }

    public decimal WeightKg { get; init; }

    public int BandInstance { get; init; } = 1;

    /// <summary>True once the current instance was closed on the wrist and scanned there.</summary>
    public bool IsBandBound { get; init; }

    public bool Biohazard { get; init; }

    public ImmutableList<Collection> Collections { get; init; } = [];

    public ImmutableList<Batch> Batches { get; init; } = [];

    public ImmutableList<DoseBag> Bags { get; init; } = [];

    public ImmutableDictionary<PrintSerial, Print> Prints { get; init; } = ImmutableDictionary<PrintSerial, Print>.Empty;

    /// <summary>Numbered sheets that were printed. No label: none of them identifies anything.</summary>
    public ImmutableDictionary<PrintSerial, Sheet> Sheets { get; init; } = ImmutableDictionary<PrintSerial, Sheet>.Empty;

    public ImmutableList<Hold> Holds { get; init; } = [];

    public int HoldsEverPlaced { get; init; }

    /// <summary>Things of the house that were withdrawn after they were used here; each once, the latest last.</summary>
    public ImmutableList<Recall> Recalls { get; init; } = [];

    /// <summary>Those of which it is still open who took them; the oldest first.</summary>
    public ImmutableList<SafetyAct> SafetyActs { get; init; } = [];

    public int ConfirmationsEverWanted { get; init; }

    public int NearMisses { get; init; }

    public DateTimeOffset? LymphodepletionStartedAt { get; init; }

    public DateTimeOffset? LymphodepletionLastDoseAt { get; init; }

    public ImmutableDictionary<int, Readiness> Readiness { get; init; } = ImmutableDictionary<int, Readiness>.Empty;

    public ToleranceDecision? ToleranceDecision { get; init; }

    /// <summary>The version in force when the participant was enrolled.</summary>
    public StudySettings EnrolledUnder(SettingsBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var enrolled = Past[0].Act;
        return book.Find(enrolled.SettingsVersion, enrolled.RecordedAt) ?? book.At(enrolled.RecordedAt).Settings;
    }

    public Collection? CurrentCollection => Collections.LastOrDefault();

    public Batch? CurrentBatch => Batches.LastOrDefault();

    public Collection? Find(DonationNumber donation) => Collections.Find(item => item.Donation == donation);

    public Batch? Find(BatchNumber batch) => Batches.Find(item => item.Number == batch);

    public DoseBag? Find(DoseBagId bag) => Bags.Find(item => item.Id == bag);

    /// <summary>Split into its doses, released or supplied, and the course not yet over.</summary>
    public bool HasDoses => FollowUp is null && Product switch
    {
        ProductState.Split => CurrentBatch is { SplitTiming: SplitTiming.AfterRelease },
        ProductState.Released or ProductState.SuppliedOutOfSpecification => CurrentBatch is { IsSplit: true },
        _ => false,
    };

    public IEnumerable<DoseBag> BagsOf(int day) => Bags.Where(bag => bag.Day == day);

    /// <summary>A seal closes one box once.</summary>
    public ImmutableHashSet<HouseId> UsedSeals { get; init; } = [];

    /// <summary>Nothing was done to a collection, batch or bag, and no seal was used, since this earlier state.</summary>
    public bool LeftThingsAsIn(ChainState earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return ReferenceEquals(Collections, earlier.Collections) && ReferenceEquals(Batches, earlier.Batches)
            && ReferenceEquals(Bags, earlier.Bags) && ReferenceEquals(UsedSeals, earlier.UsedSeals);
    }

    /// <summary>What no other chain may take now: devices with open material on them, boxes on their way, every seal ever used.</summary>
    public IEnumerable<HouseId> OccupiedThings => OccupiedDevices.Concat(OccupiedBoxes).Concat(UsedSeals).Distinct();

    private IEnumerable<HouseId> OccupiedBoxes =>
        Collections.Where(item => item.State == CollectionState.InTransit).Select(item => item.Box)
            .Concat(Bags.Where(bag => bag.State is BagState.Issued or BagState.InTransit).Select(bag => bag.Box))
            .OfType<HouseId>();

    private IEnumerable<HouseId> OccupiedDevices =>
        Collections.Where(item => item.State == CollectionState.Collecting && item.Device is not null).Select(item => item.Device!.Value)
            .Concat(Batches.Where(batch => batch.State == BatchState.InProcess).SelectMany(batch => batch.OccupiedDevices));

    /// <summary>A dose is done when all its bags are terminal and at least one was infused.</summary>
    public bool IsDoseDone(int day) => BagsOf(day).Any(bag => bag.WasInfused) && BagsOf(day).All(bag => bag.IsTerminal);

    /// <summary>Start of the first infusion of the day's dose; null before it.</summary>
    public DateTimeOffset? InfusionStart(int day) => BagsOf(day).Min(bag => bag.InfusionStartedAt);

    /// <summary>The bags that make up the day's dose: those in whose place another was designated are left out.</summary>
    public IEnumerable<DoseBag> DoseOf(int day) => BagsOf(day).Where(bag => !bag.IsReplaced);

    /// <summary>Delivered volume of the day's dose as a share of what was filled, 0 to 1.</summary>
    public decimal DeliveredFraction(int day)
    {
        var filled = DoseOf(day).Sum(bag => bag.VolumeMl);
        return filled == 0 ? 0 : DoseOf(day).Sum(bag => bag.InfusedMl ?? 0) / filled;
    }

    /// <summary>The newest downtime pack; null when none was ever printed.</summary>
    public Sheet? LastPack => Sheets.Values.Where(sheet => sheet.Kind == SheetKind.DowntimePack).MaxBy(sheet => sheet.Version);

    /// <summary>The live print that stands on the thing itself; null when none was applied.</summary>
    public Print? LivePrimaryPrint(string of) =>
        Prints.Values.FirstOrDefault(print => print.Of == of && print.Carrier == Carrier.PrimaryBag && print.State == PrintState.Applied);

    /// <summary>The label on the thing, in whose place the print would come; null when there is none.</summary>
    internal Print? AppliedBefore(Print print) => Prints.Values.FirstOrDefault(other =>
        other.State == PrintState.Applied && other.Serial != print.Serial && print.Kind.Replaces(other.Kind)
        && other.Carrier == print.Carrier && other.Of == print.Of);

    /// <summary>It was made another day's dose, and the label on it still says the old one.</summary>
    public bool AwaitsItsLabel(DoseBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return bag.IsRedesignated && LivePrimaryPrint(bag.Id.ToString())?.Kind != LabelKind.DoseBagRedesignated;
    }

    /// <summary>Holds that reach the thing: its own, those of what it was made from, and the chain's.</summary>
    /// <param name="collection">Of a batch or a bag, the one it was made from.</param>
    public IEnumerable<Hold> HoldsOver(string? collection, string? batch, string? bag) =>
        Holds.Where(hold => hold.Of is null || hold.Of == collection || hold.Of == batch || hold.Of == bag);
}
