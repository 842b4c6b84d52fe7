using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>A scan that answered a demand.</summary>
/// <param name="Serial">The print it stood on; null for house things and bands.</param>
public sealed record AcceptedScan(ScanEvidence Evidence, HouseId? House, PrintSerial? Serial);

/// <summary>A person who has just re-authenticated to sign.</summary>
public sealed record Signer(Person Person, AuthenticationMethod Method);

/// <summary>Numbers drawn for the step in its transaction.</summary>
public sealed record FreshNumbers(DonationNumber? Donation, BatchNumber? Batch, IReadOnlyList<PrintSerial> Serials)
{
    public static FreshNumbers None { get; } = new(null, null, []);
}

/// <param name="Scans">By the keys of their demands; all of them still hold.</param>
public sealed record FirstHalf(RecordValues Record, ImmutableDictionary<string, AcceptedScan> Scans);

/// <summary>Everything a rule may look at; read beforehand, never changed by a rule.</summary>
public sealed record Facts
{
    public required ChainState Chain { get; init; }

    /// <summary>Canonical text of what the step is done to; empty for the chain itself.</summary>
    public string Target { get; init; } = "";

    /// <summary>In force now.</summary>
    public required StudySettings Settings { get; init; }

    /// <summary>Every version there is; null where only one is known.</summary>
    public SettingsBook? Book { get; init; }

    /// <summary>Of manufacture: those that the batch was opened with, whatever was issued since.</summary>
    public StudySettings Manufacture => Batch is { } batch ? Book?.Find(batch.Settings) ?? Settings : Settings;

    /// <summary>Bags and cassettes of this chain carry RFID tags, and this batch has not been let go without.</summary>
    public bool IsTagged => Batch is not { GoesWithoutTags: true } && LabelForm.Profile == LabelProfile.Bmcp180;

    /// <summary>Of all labels of this chain.</summary>
    public LabelForm LabelForm => LabelForm.Of(Book is null ? Settings : Chain.EnrolledUnder(Book));

    /// <summary>Of those asked about, the tags that are recorded on a pack somewhere.</summary>
    public IReadOnlySet<RfidTag> TakenTags { get; init; } = FrozenSet<RfidTag>.Empty;

    /// <summary>In force at another moment than now.</summary>
    public StudySettings SettingsAt(DateTimeOffset moment) => Book?.At(moment).Settings ?? Settings;

    /// <summary>An urgent version of the settings came into force after it was signed.</summary>
    /// <param name="signedUnder">The version then.</param>
    public bool IsOverruled(string signedUnder) => Book?.IsOverruled(signedUnder, Now) == true;

    /// <summary>The name and birth date kept now are not those enrolled.</summary>
    public bool IsIdentityAltered { get; init; }

    /// <summary>Server time.</summary>
    public required DateTimeOffset Now { get; init; }

    public RecordValues Record { get; init; } = RecordValues.Empty;

    public ImmutableDictionary<string, AcceptedScan> Scans { get; init; } = ImmutableDictionary<string, AcceptedScan>.Empty;

    public IReadOnlyList<Signer> Signers { get; init; } = [];

    /// <summary>The signed-in person; acts alone in steps without signatures.</summary>
    public Person? SignedIn { get; init; }

    /// <summary>The pre-printed set whose label is scanned; null where none is.</summary>
    public FallbackSet? FallbackSet { get; init; }

    /// <summary>Who is named on the labels of the set, with places to write on.</summary>
    internal LabelIdentityMode? FallbackIdentity => FallbackSet is { } set ? SettingsAt(set.PrintedAt).LabelIdentity : null;

    /// <summary>About who is signed in; of weight where nobody signs.</summary>
    public IReadOnlyList<ActDoubt> Doubts { get; init; } = [];

    /// <summary>Those in whose name a Safety step waits to be confirmed, and who can no longer sign that.</summary>
    public IReadOnlySet<StaffNumber> Absent { get; init; } = FrozenSet<StaffNumber>.Empty;

    /// <summary>Those named in the record of a step from paper, as their accounts are now; whoever is unknown is missing.</summary>
    public IReadOnlyList<Person> Named { get; init; } = [];

    /// <summary>Of those, whose accounts are closed.</summary>
    public IReadOnlySet<StaffNumber> Left { get; init; } = FrozenSet<StaffNumber>.Empty;

    /// <summary>Something was recorded by somebody soon after the time on the paper: the system was not down.</summary>
    public bool WasUp { get; init; }

    /// <summary>Of the scanner at the device that asks; null when no test of it is known.</summary>
    public ScannerStanding? Scanner { get; init; }

    public bool IsScannerProven => Scanner?.IsProven(Now, Settings.ScannerTestHours) == true;

    /// <summary>What the reader may rely on when this device sends a scan.</summary>
    public ScannerSetup ScannerSetup => Scanner?.SetupAt(Now, Settings.ScannerTestHours) ?? ScannerSetup.Unproven;

    public FreshNumbers Fresh { get; init; } = FreshNumbers.None;

    /// <summary>What the first person of an independent check has done; known to nobody before the second has done the same, and null as long.</summary>
    public FirstHalf? First { get; init; }

    /// <summary>SHA-256 of a first half as it was sealed.</summary>
    public string SealedHash { get; init; } = "";

    /// <summary>The print that the step is about; null for every other kind of target.</summary>
    public Print? Print => PrintSerial.TryParse(Target, out var serial) ? Chain.Prints.GetValueOrDefault(serial) : null;

    /// <summary>Null for every other kind of target.</summary>
    public SafetyAct? SafetyAct => Chain.SafetyActs.Find(act => act.Number.ToString(CultureInfo.InvariantCulture) == Target);

    /// <summary>Null for every other kind of target.</summary>
    public Deviation? Deviation => Chain.Deviations.Find(item => item.Number.ToString(CultureInfo.InvariantCulture) == Target);

    /// <summary>The waiting first half that the step is about; null for every other kind of target.</summary>
    public FirstCheck? WaitingHalf => Chain.FirstChecks.Find(check => check.Version.ToString(CultureInfo.InvariantCulture) == Target);

    /// <summary>The recorded value that the step is about; null for every other kind of target.</summary>
    public Recorded? Recorded => Known ?? Recorded.Find(Chain, Target);

    /// <summary>The settings under which that value was recorded; null when they are those in force.</summary>
    public StudySettings? SettingsThen { get; init; }

    /// <summary>The recorded value, where it was found already.</summary>
    internal Recorded? Known { get; init; }

    public Collection? Collection =>
        CollectionBagId.TryParse(Thing, out var bag) ? Chain.Find(bag.Donation) : Chain.CurrentCollection;

    public DoseBag? Bag => DoseBagId.TryParse(Thing, out var bag) ? Chain.Find(bag) : null;

    public Batch? Batch => Bag is { } bag ? Chain.Find(bag.Batch)
        : BatchNumber.TryParse(Thing, out var number) ? Chain.Find(number) : Chain.CurrentBatch;

    public int? Day => Bag?.Day ?? (Target is "1" ? 1 : Target is "2" ? 2 : null);

    /// <summary>What a label is about is what it stands on.</summary>
    private string Thing => Print?.Of ?? Recorded?.Thing ?? Target;

    public T Value<T>(Field<T> field)
        where T : notnull => Record.Get(field);

    public HouseId House(string demand) => Scans[demand].House ?? throw new InvalidOperationException($"Scan {demand} is no house thing.");

    public TimeSpan Since(DateTimeOffset moment) => Now - moment;
}
