using HemC101.Tracking.People;

namespace HemC101.Tracking.Study;

/// <summary>How a version of the settings came about.</summary>
/// <param name="AskedFrom">As it was signed; null for at once.</param>
/// <param name="Reason">One of <see cref="IssueReasons"/>.</param>
/// <param name="Document">Number of the document that tells why.</param>
/// <param name="After">How many versions there were before it.</param>
/// <param name="Changes">Against the version that it follows.</param>
public sealed record SettingsIssue(
    DateTimeOffset? AskedFrom,
    bool Urgent,
    string Reason,
    string Document,
    int After,
    IReadOnlyList<SettingChange> Changes,
    IReadOnlyList<Signature> Signatures);
