namespace HemC101.Tracking.People;

public enum AuthenticationMethod
{
    /// <summary>Something held and something known; a badge alone proves nothing.</summary>
    BadgeAndPin,

    /// <summary>User name and password.</summary>
    Password,

    /// <summary>An authenticator that has asked its owner for a PIN or a finger. Opens sessions; never signs.</summary>
    Passkey,

    /// <summary>By hand, on a sheet that somebody else has entered: proves nothing here until the person confirms it.</summary>
    Handwritten,
}
