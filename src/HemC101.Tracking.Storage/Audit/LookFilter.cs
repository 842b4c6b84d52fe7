using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Audit;

/// <summary>Which looks at personal data are listed. Null asks for nothing; the end is exclusive.</summary>
public sealed record LookFilter(StaffNumber? StaffNo, SubjectNumber? SubjectNo, DateTimeOffset? From, DateTimeOffset? Until);
