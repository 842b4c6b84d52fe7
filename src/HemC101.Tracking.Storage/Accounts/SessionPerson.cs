using HemC101.Tracking.Access;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>Whose session it is, and what was shown for it.</summary>
/// <param name="AnyStation">Whether a station is registered anywhere.</param>
public sealed record SessionPerson(PersonAccount Account, SessionProof Proof, bool AnyStation);
