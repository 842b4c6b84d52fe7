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
