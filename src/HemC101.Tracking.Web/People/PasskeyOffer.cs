namespace HemC101.Tracking.Web.People;

/// <summary>Answer to somebody who wants a new passkey.</summary>
public abstract record PasskeyOffer
{
    private PasskeyOffer()
    {
    }

    /// <param name="Options">JSON for <c>navigator.credentials.create</c>.</param>
    public sealed record Made(string Options) : PasskeyOffer;

    public sealed record Refused(IReadOnlyList<Text> Reasons) : PasskeyOffer;
}
