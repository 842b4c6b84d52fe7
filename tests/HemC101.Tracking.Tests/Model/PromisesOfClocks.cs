using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Windows, limits and times.</summary>
internal static class PromisesOfClocks
{
    private static readonly Type[] InTheWindow = [.. PromisesOfDoses.Retrieval, typeof(BagReinstated)];

    private static readonly Type[] BeforeThaw = [typeof(BagCleared), typeof(ThawStarted)];

    private static readonly TimeSpan ToTheEnd =
        TimeSpan.FromMinutes(Place.Settings.MaxThawMinutes + Place.Settings.PostThawMinutes + Place.Settings.StartWindowMinutes);

    public static readonly IReadOnlyList<Promise> All =
    [
        new("no expired bag is given", taken =>
            taken.Each([.. InTheWindow, .. PromisesOfDoses.Bedside, typeof(BagRedesignated)], bag => bag.ExpiresAt > taken.Facts.Now)
            && taken.Each(BeforeThaw, bag => bag.ExpiresAt >= taken.Facts.Now + ToTheEnd)
            && taken.Each([typeof(BagExpired)], bag => bag.ExpiresAt <= taken.Facts.Now)),
        new("a dose lies in the window after lymphodepletion", taken =>
            taken.Each(InTheWindow, _ => InWindow(taken, TimeSpan.Zero)) && taken.Each(BeforeThaw, _ => InWindow(taken, ToTheEnd))
            && taken.Those<ReadinessSigned>().All(_ => InWindow(taken, TimeSpan.Zero))),
        new("Day 2 lies in the interval after Day 1", taken =>
            taken.Each(InTheWindow, bag => bag.Day == 1 || InInterval(taken, TimeSpan.Zero))
            && taken.Each(BeforeThaw, bag => bag.Day == 1 || InInterval(taken, ToTheEnd))
            && taken.Those<ReadinessSigned>().All(signed => signed.Day == 1 || InInterval(taken, TimeSpan.Zero))),
        new("the look at the cultures is recent", taken => taken.Each([.. PromisesOfDoses.Retrieval, typeof(InfusionStarted)], bag =>
            PromisesOfDoses.Ready(taken, bag) is { Cultures: not "positive" } ready
            && taken.Facts.Now - ready.CulturesCheckedAt <= TimeSpan.FromHours(Place.Settings.CultureLookBackHours))),
        new("no thaw that the clocks do not cover", taken => taken.Each(BeforeThaw, bag =>
            PromisesOfDoses.Ready(taken, bag) is { } ready && ready.ValidUntil >= taken.Facts.Now + ToTheEnd
            && ready.CulturesCheckedAt.AddHours(Place.Settings.CultureLookBackHours) >= taken.Facts.Now + ToTheEnd
            && (bag.Day == 1 || taken.Before.ToleranceDecision?.ValidUntil >= taken.Facts.Now + ToTheEnd))),
        new("nothing is verified, started or re-identified after the time that the thaw leaves", taken =>
            taken.Each([.. PromisesOfDoses.Bedside, typeof(ReidentificationAllowed)], bag => taken.Facts.Now <= bag.PostThawExpiresAt)),
        new("an infusion begins within its window", taken => taken.Each([typeof(InfusionStarted)], bag => taken.Facts.Now <= bag.StartBefore)),
        new("the two rounds belong together", taken => taken.Each([typeof(BagVerified)], bag =>
            taken.Facts.Now - bag.FirstRoundAt <= TimeSpan.FromMinutes(Place.Settings.BedsidePairMinutes))),
        new("a round that still counts is not made again", taken => taken.Those<BedsideRoundFinished>().Where(round => round.Round == 1).All(round =>
            !(taken.Facts.Now - taken.Before.Find(round.Bag)!.FirstRoundAt <= TimeSpan.FromMinutes(Place.Settings.BedsidePairMinutes)))),
        new("no fresh collection past its time becomes a batch", taken => taken.Those<BatchOpened>().All(opened =>
            taken.Facts.Now - taken.Before.Find(opened.Donation)!.EndedAt <= TimeSpan.FromHours(Place.Settings.FreshApheresisHoldHours))),
        new("no bulk past its time is divided", taken => taken.Those<SplitPlanned>().All(planned =>
            taken.Facts.Now - taken.Before.Find(planned.Batch)!.FormulatedAt <= TimeSpan.FromHours(Place.Settings.BulkHoldHours))),
        new("what decides was measured lately, and not in the future", taken =>
            taken.Those<ApheresisOrdered>().All(ordered => IsRecent(taken, ordered))
            && taken.Those<ReadinessSigned>().All(signed => signed.CulturesCheckedAt <= taken.Facts.Now)
            && taken.Those<LymphodepletionCompleted>().All(completed => completed.LastDoseAt <= taken.Facts.Now
                && completed.LastDoseAt.AddMinutes(1) > taken.Before.LymphodepletionStartedAt)),
        new("two others speak for an absent one only after a day", taken => taken.Step.Id != "safety.vouch"
            || taken.Before.SafetyActs.Where(act => !taken.After.SafetyActs.Contains(act)).All(act => taken.Facts.Now - act.At >= SafetyActs.Patience)),
    ];

    private static bool InWindow(Transition taken, TimeSpan ahead) => taken.Before.LymphodepletionLastDoseAt is { } last
        && taken.Facts.Now - last >= TimeSpan.FromDays(Place.Settings.LymphodepletionMinDays)
        && taken.Facts.Now + ahead - last <= TimeSpan.FromDays(Place.Settings.LymphodepletionMaxDays);

    private static bool InInterval(Transition taken, TimeSpan ahead) => taken.Before.InfusionStart(1) is { } first
        && taken.Facts.Now - first >= TimeSpan.FromHours(Place.Settings.DoseIntervalMinHours)
        && taken.Facts.Now + ahead - first <= TimeSpan.FromHours(Place.Settings.DoseIntervalMaxHours);

    private static bool IsRecent(Transition taken, ApheresisOrdered ordered)
    {
        var today = MoscowTime.DayOf(taken.Facts.Now);
        var age = taken.Facts.Now - ordered.Cd3TakenAt;
        var days = today.DayNumber - ordered.MarkersOn.DayNumber;
        return ordered.PlannedOn >= today && ordered.Cd3E9PerL > 0.1m && age >= TimeSpan.Zero && age <= TimeSpan.FromDays(Place.Settings.Cd3MaxAgeDays)
            && days >= 0 && days <= Place.Settings.InfectiousMarkersMaxAgeDays && ordered.VenousAccess != "inadequate";
    }
}
