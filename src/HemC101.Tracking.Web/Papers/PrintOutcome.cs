using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Web.Papers;

/// <summary>What comes of asking for a paper.</summary>
public abstract record PrintOutcome
{
    private PrintOutcome() { }

    public sealed record Made(byte[] Pdf, string FileName) : PrintOutcome;

    /// <summary>A number was given to it; its PDF says what was known then, as often as it is opened.</summary>
    public sealed record Issued(Sheet Sheet) : PrintOutcome;

    public sealed record NoSuchThing : PrintOutcome;

    /// <param name="IsRole">The roles of whoever asked do not open it.</param>
    public sealed record Refused(IReadOnlyList<Text> Reasons, bool IsRole) : PrintOutcome;
}
