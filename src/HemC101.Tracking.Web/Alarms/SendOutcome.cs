namespace HemC101.Tracking.Web.Alarms;

/// <summary>What became of one attempt to send a message.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The other side has taken it.</summary>
    public sealed record Sent : SendOutcome;

    /// <summary>The other side has surely not taken it.</summary>
    public sealed record NotSent(string Why) : SendOutcome;

    /// <summary>It broke off when the other side may have taken it.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}
