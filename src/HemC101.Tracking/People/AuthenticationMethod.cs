namespace HemC101.Tracking.People;

/// <summary>How a signer proved who they are, at the moment of signing.</summary>
public enum AuthenticationMethod
{
    BadgeAndPin,
    Password,
}
