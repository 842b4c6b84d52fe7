namespace HemC101.Tracking.Web.People;

/// <summary>What <c>_SignatureFields</c> posts for one signer.</summary>
public sealed class SignatureInput
{
    /// <summary>Raw badge scan or user name.</summary>
    public string? Signer { get; set; }

    /// <summary>PIN with a badge, password with a user name. Never shown again.</summary>
    public string? Secret { get; set; }
}
