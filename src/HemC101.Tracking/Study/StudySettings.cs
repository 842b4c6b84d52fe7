namespace HemC101.Tracking.Study;

/// <summary>
/// What the protocol owner decides and the registry record does not say: versioned, never a constant in a rule.
/// The initial values are the demonstration defaults of the domain reference §8.
/// </summary>
public sealed record StudySettings
{
    public string Version { get; init; } = "demo-1";

    public string ProtocolCode { get; init; } = "HemC101-01-01";

    public int SiteNumber { get; init; } = 1;

    public string FacilityNumber { get; init; } = "A9999";

    /// <summary>GS1 company prefix of the participants' GSRN.</summary>
    public string Gs1Prefix { get; init; } = "4601234";

    /// <summary>ISBT product description code of the dose bags; a locally assigned code until ICCBBA gives one.</summary>
    public string DoseProductCode { get; init; } = "YA001";

    /// <summary>ISBT product description code of the apheresis product.</summary>
    public string CollectionProductCode { get; init; } = "YA002";

    public int EnrolmentCap { get; init; } = 60;

    /// <summary>Inclusive, in full years on the day of consent.</summary>
    public int MinimumAge { get; init; } = 18;

    /// <summary>Inclusive: 70 years and 364 days passes.</summary>
    public int MaximumAge { get; init; } = 70;

    /// <summary>Exclusive lower limit, ×10⁹/L (criteria I-6 and E-4).</summary>
    public decimal Cd3AboveE9PerL { get; init; } = 0.1m;

    public int Cd3MaxAgeDays { get; init; } = 7;

    public int InfectiousMarkersMaxAgeDays { get; init; } = 30;

    public decimal Cd3MinimumCollectedE9 { get; init; } = 0.6m;

    public decimal Cd3TargetE9 { get; init; } = 2.0m;

    public int FreshApheresisHoldHours { get; init; } = 48;

    public decimal TransportMinC { get; init; } = 2m;

    public decimal TransportMaxC { get; init; } = 8m;

    /// <summary>A longer pause between two readings of a logger is a gap (a demonstration value).</summary>
    public int LoggerGapMinutes { get; init; } = 15;

    public int BulkHoldHours { get; init; } = 24;

    public SplitTiming SplitTiming { get; init; }

    /// <summary>CAR+ viable cells per kilogram, in units of 10⁶.</summary>
    public decimal TargetDoseE6PerKg { get; init; } = 1.0m;

    public decimal MaxTotalDoseE6 { get; init; } = 150m;

    /// <summary>What a site adopts unsigned. In a set that was signed before a value came, the value is as if there were none.</summary>
    public static StudySettings OfANewSite { get; } = new() { LeastDoseE6PerKg = 0.5m };

    /// <summary>All doses together are at least so many CAR+ viable cells per kilogram, in units of 10⁶; 0, as before there was such a setting, for no limit.</summary>
    public decimal LeastDoseE6PerKg { get; init; }

    /// <summary>Share of the total dose in the Day 1 bag; Day 2 gets the rest.</summary>
    public decimal Day1Fraction { get; init; } = 0.30m;

    /// <summary>The release specification asks for the genetic identity of the cells .</summary>
    public bool StrIdentity { get; init; }

    /// <summary>A reference of fewer loci tells too few people apart (a demonstration value).</summary>
    public int StrLoci { get; init; } = 8;

    public decimal FillTolerance { get; init; } = 0.20m;

    public int ShelfLifeDays { get; init; } = 180;

    /// <summary>Highest temperature, in °C, at which a frozen bag may be kept.</summary>
    public decimal StorageBelowC { get; init; } = -150m;

    public int LymphodepletionMinDays { get; init; } = 2;

    public int LymphodepletionMaxDays { get; init; } = 14;

    public int ReadinessHours { get; init; } = 24;

    public int CultureLookBackHours { get; init; } = 72;

    public int MaxThawMinutes { get; init; } = 15;

    /// <summary>Counted from the end of the thaw.</summary>
    public int PostThawMinutes { get; init; } = 30;

    /// <summary>How long a verified bag may wait for the start of its infusion.</summary>
    public int StartWindowMinutes { get; init; } = 15;

    /// <summary>The second nurse finishes within this time after the first.</summary>
    public int BedsidePairMinutes { get; init; } = 5;

    /// <summary>
    /// The second half of an independent check is finished within this time after the first: long enough to call a colleague who is in the
    /// clean room or at another bed, short enough that what the first has seen is still so (a demonstration value).
    /// </summary>
    public int SecondCheckMinutes { get; init; } = 30;

    public int DoseIntervalMinHours { get; init; } = 18;

    public int DoseIntervalMaxHours { get; init; } = 72;

    public int ToleranceDecisionHours { get; init; } = 6;

    /// <summary>The day, counted from the first infusion as Day 1, from which on the participant may be handed over to follow-up.</summary>
    public int HandOverDay { get; init; } = 28;

    /// <summary>How long a passed scanner test speaks for its device, the last moment included: one shift (a demonstration value).</summary>
    public int ScannerTestHours { get; init; } = 12;

    /// <summary>
    /// False: a device without a passed scanner test is warned of, and two people may confirm its scanner at clearance (a demonstration
    /// value). True: the ward's scanned steps up to pre-thaw clearance are refused on it. After the thaw has begun it stops nothing.
    /// </summary>
    public bool ScannerTestRequired { get; init; }

    /// <summary>
    /// Whether a batch out of specification may be supplied as an exception. Off until the site's authority and ethics committee
    /// have agreed: the Russian counterpart of the European rule is not known.
    /// </summary>
    public bool ExceptionalSupply { get; init; }

    /// <summary>How much of a person stands on labels; as the next two for whoever is enrolled under it.</summary>
    public LabelIdentityMode LabelIdentity { get; init; } = LabelIdentityMode.CodedPlusInitialsDob;

    public LabelProfile LabelProfile { get; init; } = LabelProfile.Imp;

    /// <summary>Whether English stands under the Russian.</summary>
    public bool LabelEnglish { get; init; } = true;

    public MasterProcess Process { get; init; } = MasterProcess.Demo;

    public Specification Specification { get; init; } = Specification.Demo;
}
