using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Registry;

public sealed record ParticipantRow
{
    public required SubjectNumber SubjectNo { get; init; }

    /// <summary>Encrypted by the caller; the database never sees a name.</summary>
    public required byte[] PersonalData { get; init; }

    /// <summary>Of the plain data with their salt, as the events carry it.</summary>
    public required Digest PersonalDataHash { get; init; }

    /// <summary>Keyed hash of name and birth date: equal for what may be the same person enrolled twice.</summary>
    public required string PersonDigest { get; init; }

    /// <summary>Keyed hash of the surname: equal for those who are to be told apart by the birth date; null until the site has marked it.</summary>
    public string? SurnameDigest { get; init; }

    public required PatientKey PatientKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
