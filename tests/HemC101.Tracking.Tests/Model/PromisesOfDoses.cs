using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Model;

/// <summary>What has to be so before a bag comes nearer to a vein.</summary>
internal static class PromisesOfDoses
{
    /// <summary>From the tank to the thaw.</summary>
    public static readonly Type[] Retrieval = [typeof(BagReserved), typeof(BagIssued), typeof(BagCleared), typeof(ThawStarted)];

    /// <summary>From the end of the thaw to the start.</summary>
    public static readonly Type[] Bedside = [typeof(BedsideRoundFinished), typeof(InfusionStarted)];

    private static readonly Type[] Nearer = [.. Retrieval, typeof(BagDeparted), .. Bedside, typeof(InfusionResumed), typeof(BagReinstated), typeof(BagRedesignated)];

    private static readonly Type[] Ahead = [.. Retrieval, .. Bedside, typeof(InfusionResumed)];

    public static readonly IReadOnlyList<Promise> All =
    [
        new("no dose without release", taken => taken.Each(Nearer, bag => BatchOf(taken, bag).IsReleased)),
        new("no dose after a failed test", taken => taken.Each(Nearer, bag => !BatchOf(taken, bag).HasFailedTest)),
        new("no bag fills or parts without release, or before the review where the batch is filled first", taken =>
            taken.Events.Where(what => what is SplitPlanned or BagFilled or BatchSplit)
                .All(what => taken.Before.Find(Promises.BatchOf(what)!.Value) is { SplitTiming: SplitTiming.AfterRelease, IsReleased: true } or { SplitTiming: SplitTiming.AtFill, State: BatchState.Formulated })),
        new("no bag is confirmed without release", taken => taken.Those<BagsConfirmed>().All(confirmed => taken.After.Find(confirmed.Batch)!.IsReleased)),
        new("a batch that is filled first is released with its bags confirmed, each well frozen", taken => taken.Before.Batches.All(batch =>
            batch.SplitTiming == SplitTiming.AfterRelease || batch.IsReleased || taken.After.Find(batch.Number) is { IsReleased: false } or { BagsConfirmed: true, IsSplit: true })),
        new("no lymphodepletion before the product is there", taken =>
            !taken.Those<LymphodepletionStarted>().Any() || taken.Before.CurrentBatch is { IsReleased: true, BagsConfirmed: true }),
        new("lymphodepletion is begun anew only before a dose", taken =>
            !taken.Those<LymphodepletionStarted>().Any() || taken.Before.LymphodepletionStartedAt is null
            || taken.Before is { Product: ProductState.Split or ProductState.Released } && taken.Before.Bags.All(bag => bag is { ThawStartedAt: null, InfusionStartedAt: null })),
        new("no bag leaves its place before the QP confirmed it", taken => taken.Each(Retrieval, bag => BatchOf(taken, bag).BagsConfirmed)),
        new("Day 2 waits for the end of Day 1", taken => taken.Each([.. Retrieval, .. Bedside], bag => bag.Day == 1 || taken.Before.IsDoseDone(1))
            && taken.Those<ReadinessSigned>().All(signed => signed.Day == 1 || taken.Before.IsDoseDone(1))
            && taken.Those<ToleranceDecided>().All(_ => taken.Before.IsDoseDone(1))),
        new("Day 2 waits for a valid GO", taken => taken.Each(Retrieval, bag => bag.Day == 1
            || taken.Before.ToleranceDecision is { Decided: Tolerance.Go } go && go.ValidUntil >= taken.Facts.Now)),
        new("a decision that is no GO stops Day 2", taken => taken.Each(Ahead, bag => bag.Day == 1 || taken.Before.ToleranceDecision is { Decided: Tolerance.Go })),
        new("no decision is milder than its rule without a second step of its own, and none of those over a positive culture", taken =>
            taken.Those<ToleranceDecided>().All(decided => decided.Decided < decided.Proposed == (taken.Step.Id == "tolerance.decide-milder")
                && (decided.Decided >= decided.Proposed || decided.Inputs.Cultures != "positive"))),
        new("only a stored Day 2 bag becomes the first dose, and only when no Day 1 bag has run or can run", taken =>
            taken.Each([typeof(BagRedesignated)], bag => bag is { Day: 2, State: BagState.Stored, ThawStartedAt: null }
                && taken.Before.BagsOf(1).All(lost => lost is { InfusionStartedAt: null, State: BagState.Damaged or BagState.Expired or BagState.Recalled or BagState.Discarded or BagState.Retained }))
            && taken.After.Bags.All(bag => bag.Day == taken.Before.Find(bag.Id)?.Day || taken.Before.Find(bag.Id) is null || taken.Those<BagRedesignated>().Any(made => made.Bag == bag.Id))),
        new("a re-designated bag is relabelled once, in its storage", taken =>
            taken.Each([typeof(BagRelabelled)], bag => bag is { IsRedesignated: true, State: BagState.Stored } && taken.Before.AwaitsItsLabel(bag))),
        new("a bag that was made another dose has the label of that dose before it is fetched", taken => taken.Each(Retrieval, bag => bag.Day == bag.Id.Day
            || taken.Before.Prints.Values.Where(print => print.Of == bag.Id.ToString() && print is { Carrier: Carrier.PrimaryBag, State: PrintState.Applied }).All(print => print.Kind == LabelKind.DoseBagRedesignated))),
        new("after the hand-over no bag comes nearer to a vein", taken => taken.Before.FollowUp is null || taken.Step.Kind != StepKind.Advance),
        new("a participant is handed over once, from Day 28 on, after a dose and with no bag on its way", taken => taken.Those<HandedOver>().All(handed =>
            taken.Before is { FollowUp: null, Product: not ProductState.Discontinued, FirstInfusedOn: { } first } && handed.VisitOn >= first.AddDays(27)
            && handed.VisitOn <= MoscowTime.DayOf(taken.Facts.Now) && taken.Before.Bags.All(bag => !bag.IsOnItsWay))),
        new("only who was handed over is followed up", taken => taken.Those<FollowUpRecorded>().All(recorded =>
            taken.Before.FollowUp is { } follow && recorded.On >= follow.VisitOn && recorded.On <= MoscowTime.DayOf(taken.Facts.Now))),
        new("a signed readiness in force stands behind every bag that is fetched", taken => taken.Each(Retrieval, bag =>
            Ready(taken, bag) is { Revoked: false } ready && ready.ValidUntil >= taken.Facts.Now)),
        new("a revoked readiness stops the dose", taken => taken.Each(Ahead, bag => Ready(taken, bag) is { Revoked: false, Cultures: not "positive" })),
        new("only what is in force is revoked", taken =>
            taken.Those<ReadinessRevoked>().All(revoked => taken.Before.Readiness.GetValueOrDefault(revoked.Day) is { Revoked: false })),
        new("no readiness of an unfit participant", taken =>
            taken.Those<ReadinessSigned>().All(signed => signed is { TemperatureC: < 38, Spo2Percent: > 91, Cultures: not "positive" })),
        new("no dose while it is open who took a safety step", taken => taken.Each(Retrieval, _ => taken.Before.SafetyActs.IsEmpty)
            && (!taken.Events.Any(what => what is BatchReleased or BatchReleasedConditionally or BatchSuppliedOutOfSpecification) || taken.Before.SafetyActs.IsEmpty)),
        new("one bag at a time", taken => taken.After.Bags.Count(bag => bag.IsAtBed || bag.State is BagState.Infusing or BagState.Paused) <= 1),
        new("a thawed bag never goes back", taken =>
            taken.Each([typeof(BagStored), typeof(BagReturned), typeof(BagRestored), typeof(BagReinstated), typeof(BagDeferred)], bag => bag.ThawStartedAt is null)),
        new("nobody infuses more than was filled", taken => taken.After.Bags.All(bag => (bag.InfusedMl ?? 0) <= bag.VolumeMl)),
        new("the volume infused is said once, after the infusion", taken =>
            taken.Each([typeof(InfusedVolumeRecorded)], bag => bag is { WasInfused: true, InfusedMl: null })
            && taken.Each([typeof(ReactionRecorded)], bag => bag.InfusionStartedAt is not null)),
    ];

    public static Readiness? Ready(Transition taken, DoseBag bag) => taken.Before.Readiness.GetValueOrDefault(bag.Day);

    private static Batch BatchOf(Transition taken, DoseBag bag) => taken.Before.Find(bag.Batch)!;
}
