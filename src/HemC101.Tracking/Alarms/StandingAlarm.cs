using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Alarms;

/// <summary>A clock of one chain that somebody has to look at.</summary>
/// <param name="Of">What it is about, in canonical text: a bag, a collection, a dose day, a hold, a Safety act.</param>
/// <param name="Since">When it reached this level.</param>
/// <param name="Until">The moment that it is about; null when nothing runs out.</param>
public sealed record StandingAlarm(
    AlarmKind Kind, AlarmLevel Level, CoiId Coi, SubjectNumber Subject, string Of, DoseBagId? Bag, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>The same clock of the same thing is always the same key; run up again it is another.</summary>
    public string Key => $"{Coi}-{Kind}-{Of}-{Since.ToUnixTimeSeconds()}";

    /// <returns>Null before the first moment.</returns>
    /// <param name="chain">Whose clock it is.</param>
    /// <param name="kind">Which clock.</param>
    /// <param name="of">As <see cref="Of"/>.</param>
    /// <param name="moments">From when it is shown, from when it is urgent (null: never), and what it runs to.</param>
    /// <param name="now">Server time.</param>
    internal static StandingAlarm? At(
        ChainState chain, AlarmKind kind, string of, (DateTimeOffset Watch, DateTimeOffset? Urgent, DateTimeOffset? Until) moments, DateTimeOffset now)
    {
        var urgent = moments.Urgent is { } from && now >= from;
        return urgent || now >= moments.Watch
            ? new(
                kind, urgent ? AlarmLevel.Urgent : AlarmLevel.Watch, chain.Coi, chain.Subject, of,
                DoseBagId.TryParse(of, null, out var bag) ? bag : null, urgent ? moments.Urgent!.Value : moments.Watch, moments.Until)
            : null;
    }
}
