namespace HemC101.Tracking.Web.People;

public enum SetupLinkState
{
    Open,

    /// <summary>Nobody has an account yet, and the link is none, or none any more.</summary>
    Invalid,

    /// <summary>Somebody has an account.</summary>
    NoLongerNeeded,
}
