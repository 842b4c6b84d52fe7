using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Audit;

/// <summary>Somebody opened a page that shows who a participant is; further looks within the same hour are the same look.</summary>
public sealed record PersonalDataLook
{
    /// <summary>Given by the database; 0 before.</summary>
    public long LookId { get; init; }

    public required StaffNumber StaffNo { get; init; }

    public required SubjectNumber SubjectNo { get; init; }

    /// <summary>The page, without anything of its address that names a thing.</summary>
    public required string Place { get; init; }

    /// <summary>The first time in that hour.</summary>
    public required DateTimeOffset At { get; init; }
}
