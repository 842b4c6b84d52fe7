using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain.Events;

/// <param name="PersonalDataHash">SHA-256 of the participant's personal data and their secret salt, as they were at enrolment.</param>
public sealed record ChainOpened(
    CoiId Coi,
    SubjectNumber Subject,
    PatientKey Patient,
    string PersonalDataHash,
    DateOnly ConsentedOn,
    string ConsentVersion,
    int AgeAtConsent,
    bool LongTermFollowUpConsent,
    string DiagnosisGroup,
    decimal WeightKg) : ChainEvent;

/// <summary>A wristband was closed on the wrist of the person whose document was read, and scanned there.</summary>
public sealed record BandBound(int Instance) : ChainEvent;

/// <summary>A new wristband instance was issued; every earlier one is revoked from now on.</summary>
public sealed record BandReplaced(int Instance, string Reason) : ChainEvent;

/// <summary>Nothing more will be done for this course of therapy.</summary>
public sealed record ChainDiscontinued(string Reason) : ChainEvent;

/// <summary>Name or birth date was corrected: what they are and were lies sealed beside the ledger, here stands what kind of value changed.</summary>
/// <param name="Changed">Codes of <see cref="IdentityPart"/>.</param>
/// <param name="PersonalDataHash">As in <see cref="ChainOpened"/>, of the data from now on.</param>
/// <param name="AgeAtConsent">By the birth date from now on.</param>
/// <param name="Labels">Every live label on which something that changed can be read: they stay valid.</param>
public sealed record IdentityCorrected(
    int Number,
    IReadOnlyList<string> Changed,
    string PersonalDataHash,
    int AgeAtConsent,
    string Reason,
    string Document,
    IReadOnlyList<PrintSerial> Labels) : ChainEvent;

/// <summary>Quality assurance decided what becomes of the labels that say former data, of every correction until now.</summary>
public sealed record RelabelDecided(bool Relabel, string Document) : ChainEvent;
