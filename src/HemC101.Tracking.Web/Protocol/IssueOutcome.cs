namespace HemC101.Tracking.Web.Protocol;

/// <summary>Answer of <see cref="IssueSettings"/>.</summary>
public abstract record IssueOutcome
{
    private IssueOutcome()
    {
    }

    public sealed record Issued(string Version) : IssueOutcome;

    /// <summary>The same form, sent again.</summary>
    public sealed record IssuedBefore(string Version) : IssueOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Text> Reasons) : IssueOutcome;
}
