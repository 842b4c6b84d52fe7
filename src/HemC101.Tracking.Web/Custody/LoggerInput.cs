using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Custody;

/// <summary>What a logger's file is about.</summary>
public abstract record LoggerPlace
{
    private LoggerPlace() { }

    /// <param name="Version">Of the event that began it.</param>
    public sealed record Leg(CoiId Coi, int Version) : LoggerPlace;

    /// <summary>Of one tank: whatever lay there while the logger wrote.</summary>
    public sealed record Positions(IReadOnlySet<HouseId> All) : LoggerPlace;
}

/// <param name="Place">Null when none was chosen.</param>
/// <param name="Signers">Re-authenticated a moment ago.</param>
public sealed record LoggerInput(string Attempt, Station At, LoggerPlace? Place, byte[] Content, IReadOnlyList<Signer> Signers);

/// <param name="Hold">Number of the hold that it was put under; null when every reading lay within the limits, or nothing is left to hold.</param>
public sealed record LoggedStay(CoiId Coi, SubjectNumber Subject, Stay Stay, Exposure Exposure, int? Hold);

public abstract record LoggerOutcome
{
    private LoggerOutcome() { }

    public sealed record Imported(LoggerFile File, IReadOnlyList<LoggedStay> Stays) : LoggerOutcome;

    public sealed record ImportedBefore : LoggerOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : LoggerOutcome;
}
