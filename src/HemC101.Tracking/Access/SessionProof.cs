using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Access;

/// <summary>What was shown of a person when a session was opened, and added to it since.</summary>
/// <param name="Second">Null for one factor.</param>
/// <param name="VouchedBy">The colleague who was there in person; null when nobody was asked.</param>
public sealed record SessionProof(AuthenticationMethod Method, AuthenticationMethod? Second = null, StaffNumber? VouchedBy = null)
{
    /// <summary>A passkey is two factors by itself: the authenticator, and the PIN or finger that it asks its owner for.</summary>
    public bool IsTwofold => Method == AuthenticationMethod.Passkey || Second == AuthenticationMethod.Passkey;
}
