using HemC101.Tracking.Identity;

namespace HemC101.Tracking.People;

/// <summary>One electronic signature, bound to what was signed.</summary>
/// <param name="FullName">As it was at the moment of signing.</param>
/// <param name="ContentHash">Lower-case hex SHA-256 of the canonical bytes of what was on the screen.</param>
public sealed record Signature(
    StaffNumber By,
    string FullName,
    Role Role,
    Meaning Meaning,
    DateTimeOffset At,
    AuthenticationMethod Method,
    string ContentHash);
