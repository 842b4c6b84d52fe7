using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Alarms;

/// <summary>The clocks of a chain that stand now. Pure: nothing is remembered, and what is over is simply not told any more.</summary>
public static class ClockAlarms
{
    private static readonly BagState[] BeforeTheThaw =
        [BagState.Labelled, BagState.Stored, BagState.Reserved, BagState.Issued, BagState.InTransit, BagState.OnWard, BagState.Cleared, BagState.Returned];

    private static readonly BagState[] BeforeTheMatch =
        [BagState.Issued, BagState.InTransit, BagState.OnWard, BagState.Cleared, BagState.Thawing, BagState.Thawed];

    private static readonly BagState[] BeforeTheVein = [.. BeforeTheMatch, BagState.Verified];

    /// <returns>Urgent ones first, the oldest first among them.</returns>
    public static IReadOnlyList<StandingAlarm> Of(ChainState chain, StudySettings settings, AlarmLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(limits);
        IEnumerable<StandingAlarm?> all =
        [
            .. chain.Collections.Select(collection => OnItsWay(chain, collection, now)),
            .. chain.Bags.SelectMany(bag => OfBag(chain, bag, settings, limits, now)),
            .. chain.Readiness.Values.Select(readiness => OfReadiness(chain, readiness, limits, now)),
            OfDay2(chain, settings, limits, now),
            .. OfRelease(chain, now),
        ];
        return [.. all.OfType<StandingAlarm>().OrderByDescending(alarm => alarm.Level).ThenBy(alarm => alarm.Since)];
    }

    private static StandingAlarm? OnItsWay(ChainState chain, Collection collection, DateTimeOffset now) =>
        collection is { State: CollectionState.InTransit, DepartedAt: { } departed, MaxTransportMinutes: { } minutes }
            ? Due(chain, AlarmKind.CollectionOverdue, $"{collection.Donation}", departed.AddMinutes(minutes), now)
            : null;

    private static IEnumerable<StandingAlarm?> OfBag(ChainState chain, DoseBag bag, StudySettings settings, AlarmLimits limits, DateTimeOffset now)
    {
        var of = $"{bag.Id}";
        if (bag is { IssuedAt: { } issued } && BeforeTheMatch.Contains(bag.State))
        {
            yield return Due(chain, AlarmKind.IssuedUnverified, of, issued + limits.Issued, now);
        }

        if (bag is { State: BagState.InTransit, DepartedAt: { } departed, MaxTransportMinutes: { } minutes })
        {
            yield return Due(chain, AlarmKind.BagOverdue, of, departed.AddMinutes(minutes), now);
        }

        if (bag is { State: BagState.Thawing, ThawStartedAt: { } began })
        {
            var end = began.AddMinutes(settings.MaxThawMinutes);
            yield return StandingAlarm.At(chain, AlarmKind.Thaw, of, (began, end, end), now);
        }

        if (bag is { State: BagState.Thawed or BagState.Verified, ThawStartedAt: { } thawed, PostThawExpiresAt: { } start })
        {
            yield return StandingAlarm.At(chain, AlarmKind.StartAfterThaw, of, (thawed, start - limits.Start, start), now);
        }

        if (BeforeTheThaw.Contains(bag.State))
        {
            yield return StandingAlarm.At(chain, AlarmKind.BagExpires, of, (bag.ExpiresAt - limits.Expiry, bag.ExpiresAt, bag.ExpiresAt), now);
        }
    }

    /// <summary>In the store a readiness that ends is shown and then forgotten; with the bag on its way it is urgent, also when it is over.</summary>
    private static StandingAlarm? OfReadiness(ChainState chain, Readiness readiness, AlarmLimits limits, DateTimeOffset now)
    {
        var (from, end) = (readiness.ValidUntil - limits.Readiness, readiness.ValidUntil);
        var isOut = chain.BagsOf(readiness.Day).Any(bag => BeforeTheVein.Contains(bag.State));
        var waits = isOut || (now < end && chain.BagsOf(readiness.Day).Any(bag => BeforeTheThaw.Contains(bag.State)));
        return waits && !readiness.Revoked
            ? StandingAlarm.At(
                chain, AlarmKind.ReadinessEnds, readiness.Day.ToString(CultureInfo.InvariantCulture), (from, isOut ? from : null, end), now)
            : null;
    }

    /// <summary>Put off or not decided yet: told at half of the window, urgent towards its end and after it.</summary>
    private static StandingAlarm? OfDay2(ChainState chain, StudySettings settings, AlarmLimits limits, DateTimeOffset now)
    {
        if (!chain.HasDoses || !chain.IsDoseDone(1) || chain.InfusionStart(1) is not { } first
            || chain.ToleranceDecision is { Decided: not Tolerance.Defer } || !chain.BagsOf(2).Any(bag => BeforeTheThaw.Contains(bag.State)))
        {
            return null;
        }

        var window = TimeSpan.FromHours(settings.DoseIntervalMaxHours);
        return StandingAlarm.At(
            chain, AlarmKind.Day2Undecided, "2", (first + (window / 2), first + window - limits.Window, first + window), now);
    }

    private static IEnumerable<StandingAlarm?> OfRelease(ChainState chain, DateTimeOffset now)
    {
        if (chain.CurrentBatch is { State: BatchState.Formulated or BatchState.AwaitingRelease } batch)
        {
            foreach (var hold in chain.HoldsOver($"{batch.Donation}", $"{batch.Number}", null))
            {
                yield return StandingAlarm.At(chain, AlarmKind.ReleaseBlocked, $"H{hold.Number}", (hold.PlacedAt, null, null), now);
            }
        }

        foreach (var deviation in chain.CurrentBatch is { BagsConfirmed: false, IsClosed: false } open ? chain.CriticalOver(open) : [])
        {
            yield return StandingAlarm.At(chain, AlarmKind.ReleaseBlocked, $"D{deviation.Number}", (deviation.OpenedAt, null, null), now);
        }

        foreach (var act in chain.SafetyActs)
        {
            yield return StandingAlarm.At(chain, AlarmKind.ActUnconfirmed, $"A{act.Number}", (act.Since + SafetyActs.Patience, null, null), now);
        }
    }

    /// <summary>Nothing until the moment, and urgent from it on.</summary>
    private static StandingAlarm? Due(ChainState chain, AlarmKind kind, string of, DateTimeOffset at, DateTimeOffset now) =>
        StandingAlarm.At(chain, kind, of, (at, at, at), now);
}
