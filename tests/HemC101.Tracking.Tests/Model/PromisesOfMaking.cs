using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Apheresis, manufacture, tests, labels, storage.</summary>
internal static class PromisesOfMaking
{
    public static readonly IReadOnlyList<Promise> All =
    [
        new("nobody is identified without a band on the wrist", taken => !taken.Those<CollectionIdentified>().Any() || taken.Before.IsBandBound),
        new("a band is bound once", taken => !taken.Those<BandBound>().Any() || !taken.Before.IsBandBound),
        new("a second bag is taken once, while cells are collected, and the lack of one of two explained once, before they become a batch", taken =>
            taken.Those<SecondBagTaken>().All(second => taken.Before.Find(second.Donation) is { State: CollectionState.Collecting, Bags: 1 })
            && taken.Those<CollectionBagExplained>().All(explained => taken.Before.Find(explained.Donation)
                is { Bags: 2, Missing: null, State: not (CollectionState.Used or CollectionState.Aborted or CollectionState.Rejected) })),
        new("a bag leaves the set once, after the end of its collection, and the unit with its second label scanned back", taken =>
            taken.Those<CollectionDisconnected>().All(parted => taken.Before.Find(parted.Donation) is { State: CollectionState.Collected, DisconnectedAt: null })
            && taken.Those<CollectionHandedOver>().All(handed => taken.Before.Find(handed.Donation) is { DisconnectedAt: not null } collection && collection.Present.All(bag =>
                taken.Before.Prints.Values.Any(print => print is { Carrier: Carrier.Tag } && print.Of == bag && taken.Before.Past.Exists(entry => entry.What is LabelApplied applied && applied.Serial == print.Serial))))),
        new("a fallback set takes the place of a number with which nothing was done yet", taken => taken.Those<FallbackSetTaken>().All(fallback =>
            taken.Before.Find(fallback.Instead) is { State: CollectionState.Identified } && taken.Before.Find(fallback.Donation) is null
            && taken.After.CurrentCollection is { State: CollectionState.Identified } now && now.Donation == fallback.Donation)),
        new("no more CD3+ than nucleated cells", taken => taken.Those<CollectionCompleted>().All(done => done.Cd3E9 <= done.TncE9)),
        new("a lowest temperature is not above the highest", taken =>
            taken.Those<CollectionReceived>().All(received => received.MinC <= received.MaxC)
            && taken.Those<CollectionQuarantined>().All(quarantined => quarantined.MinC <= quarantined.MaxC)),
        new("no manufacture under a hold that stops it", taken => !taken.Events.Any(what => what is BatchOpened or UnitStarted or UnitCompleted)
            || !taken.Before.Holds.Exists(hold => hold.StopsManufacture)),
        new("unit operations go one after the other", taken => taken.Those<UnitStarted>().All(started =>
            taken.Before.Find(started.Batch) is { State: BatchState.InProcess } batch && batch.CurrentUnit?.Code == started.Unit)),
        new("a test has one result at a time, of a product that is there", taken => taken.Those<QcResultRecorded>().All(result =>
            taken.Before.Find(result.Batch) is { State: BatchState.Formulated or BatchState.AwaitingRelease or BatchState.ReleasedConditionally or BatchState.SuppliedOutOfSpecification } batch
            && !batch.Results.ContainsKey(result.Test))),
        new("only a result that is there is taken back, while the batch is open", taken => taken.Those<QcResultInvalidated>().All(invalid =>
            taken.Before.Find(invalid.Batch) is { IsClosed: false } batch && batch.Results.ContainsKey(invalid.Test))),
        new("stage 1 comes before any release, stage 2 before the final one", taken => Decided(taken).All(batch => batch is { HasFailedTest: false } && batch.StagePasses(1))
            && taken.Those<BatchReleased>().Select(released => released.Batch).Concat(taken.Those<BatchCertified>().Select(certified => certified.Batch))
                .All(batch => taken.Before.Find(batch)!.StagePasses(2))),
        new("out of specification is asked for about what has failed, evaluated, accepted at a risk that can be borne, told to the sponsor, then supplied", taken =>
            taken.Those<SupplyRequested>().All(asked => taken.Before.Find(asked.Batch) is { State: BatchState.AwaitingRelease, HasFailedTest: true } or { DoseBelowLeast: not null } and not { IsClosed: true, State: not BatchState.Released })
            && taken.Those<SupplyRiskEvaluated>().All(evaluated => Asked(taken, evaluated.Batch) is not null)
            && taken.Those<SupplyAccepted>().All(accepted => Asked(taken, accepted.Batch) is { IsRiskAcceptable: true })
            && taken.Those<SponsorInformed>().All(informed => Asked(taken, informed.Batch) is not null && informed.InformedAt <= taken.Facts.Now)
            && taken.Those<BatchSuppliedOutOfSpecification>().All(supplied =>
                Asked(taken, supplied.Batch) is { IsRiskAcceptable: true, IsAccepted: true, IsSponsorInformed: true })),
        new("every label printed for a bag, a container or what is around them is applied or destroyed before review, release and confirmation", taken =>
            !taken.Events.Any(what => what is BatchReviewed or BatchSuppliedOutOfSpecification or BatchReleased or BatchReleasedConditionally or BagsConfirmed)
            || !taken.Before.Prints.Values.Any(print => print.State == PrintState.Printed && (print.Carrier == Carrier.PrimaryBag
                || print.Carrier != Carrier.Band && IsOf(taken.Before, taken.Facts.Batch!, print.Of)))),
        new("a plan is made once, and anew only before a bag is filled", taken => taken.Those<SplitPlanned>().All(planned =>
            (planned.Plan.Fits || planned is { Option: UnderdoseOption.SingleDose, Plan: { Day1Ml: > 0, Day2Ml: 0 } plan } && plan.Day1Ml <= plan.Counts.VolumeMl) && Math.Abs(planned.Plan.WeightKg - taken.Before.WeightKg) <= taken.Before.WeightKg / 10
            && (planned.Option is not null || (taken.Before.Find(planned.Batch)!.Plan is null) == (taken.Step.Id == "split.plan")) && taken.Before.Bags.All(bag => bag.Batch != planned.Batch))),
        new("bags are filled in turn, by plan", taken => taken.Those<BagFilled>().All(filled =>
            taken.Before.Find(filled.Batch) is { Plan: { } plan, IsSplit: false }
            && taken.Before.Bags.Count(bag => bag.Batch == filled.Batch) == filled.Bag.Day - 1
            && Math.Abs(filled.VolumeMl - plan.VolumeOf(filled.Bag.Day)) <= plan.VolumeOf(filled.Bag.Day) * Place.Settings.FillTolerance)),
        new("too little is reported of a released batch that was not planned yet, and chosen about before a bag is filled", taken =>
            taken.Those<UnderdoseReported>().All(reported => taken.Before.Find(reported.Batch) is { Plan: null, MayBeSplit: true }
                && SplitPlan.Compute(reported.Counts, reported.WeightKg, Place.Settings) is { IsShort: true }
                && Math.Abs(reported.WeightKg - taken.Before.WeightKg) <= taken.Before.WeightKg / 10)
            && taken.Those<SplitPlanned>().Where(planned => planned.Option is not null).All(planned => taken.Before.Find(planned.Batch)!.Underdose is { } underdose
                && planned.Plan.TotalE6 < SplitPlan.Compute(underdose.Counts, underdose.WeightKg, Place.Settings).TotalE6)),
        new("what is divided is not more than there was", taken => taken.After.Batches.All(batch => batch.Plan is null
            || taken.After.Bags.Where(bag => bag.Batch == batch.Number).Sum(bag => bag.VolumeMl)
                + taken.Those<BagsConfirmed>().Where(confirmed => confirmed.Batch == batch.Number).Sum(confirmed => confirmed.SurplusMl) <= batch.Plan.Counts.VolumeMl)),
        new("every bag of the plan parts together", taken => taken.Those<BatchSplit>().All(split =>
            taken.Before.Bags.Count(bag => bag.Batch == split.Batch) == (taken.Before.Find(split.Batch) is { Plan.Day2Ml: 0 } ? 1 : 2))),
        new("of a single dose no second bag is filled, and nobody decides about one", taken =>
            taken.Those<BagFilled>().All(filled => filled.Bag.Day == 1 || taken.Before.Find(filled.Batch) is { Plan.Day2Ml: > 0 })
            && (taken.Before.Bags.Exists(bag => bag.Day == 2) || !taken.Events.Any(what => what is ToleranceDecided or ReadinessSigned { Day: 2 }))),
        new("the QP confirms once, bags that are split and well frozen", taken => taken.Those<BagsConfirmed>().All(confirmed =>
            taken.Before.Find(confirmed.Batch) is { IsSplit: true, BagsConfirmed: false }
            && taken.Before.Bags.Where(bag => bag.Batch == confirmed.Batch && !bag.IsTerminal).All(bag => bag.CurveAccepted))),
        new("a bag is frozen once, between the split and the tank", taken => taken.Each([typeof(BagFrozen)], bag =>
            bag is { State: BagState.Labelled, Frozen: false } && taken.Before.Find(bag.Batch)!.IsSplit) && taken.Each([typeof(BagStored)], bag => bag.Frozen)),
        new("a bag is put where it is cold enough", taken => taken.Those<BagStored>().All(stored => stored.TankC <= Place.Settings.StorageBelowC)
            && (taken.Step.Id != "bag.restore" || taken.Facts.Record.Has(Tank(taken)) && taken.Facts.Value(Tank(taken)) <= Place.Settings.StorageBelowC)),
        new("nothing is printed for, or stuck on, a frozen bag but the label of its re-designation", taken => taken.Those<LabelPrinted>()
            .Where(print => print.Carrier == Carrier.PrimaryBag && print.Kind != LabelKind.DoseBagRedesignated).Select(print => print.Of)
            .Concat(taken.Those<LabelApplied>().Where(_ => !taken.Those<BagRelabelled>().Any()).Select(applied => taken.Before.Prints[applied.Serial].Of))
            .All(of => taken.Before.Bags.All(bag => bag.Id.ToString() != of || !bag.Frozen))),
        new("only a label that waits is applied or destroyed, and none is replaced twice", taken =>
            taken.Those<LabelDestroyed>().All(destroyed => taken.Before.Prints[destroyed.Serial].State == PrintState.Printed)
            && taken.Those<LabelApplied>().All(applied => taken.Before.Prints[applied.Serial].State == PrintState.Printed)
            && taken.After.Prints.Values.Where(print => print.State is PrintState.Printed or PrintState.Applied).GroupBy(print => (print.State, print.Kind, print.Carrier, print.Of)).All(live => live.Count() == 1)),
        new("a label on its thing is valid until the one in its place was scanned back there, and no longer", taken => taken.Before.Prints.Values
            .Where(print => print is { Carrier: Carrier.PrimaryBag, State: PrintState.Applied }).All(old => (taken.After.Prints[old.Serial].State == PrintState.Applied)
                == !(taken.Those<LabelApplied>().Any(applied => IsInPlaceOf(taken.Before.Prints[applied.Serial], old))
                    || taken.Those<BagRelabelled>().Any(made => made.OldLabel == old.Serial)
                    || taken.Those<SplitPlanned>().Any() && taken.Those<LabelPrinted>().Any(printed => printed.Kind == old.Kind && printed.Of == old.Of)))),
    ];

    private static bool IsInPlaceOf(Print print, Print old) => print.Kind == old.Kind && print.Carrier == old.Carrier && print.Of == old.Of && print.Serial != old.Serial;

    private static bool IsOf(ChainState chain, Batch batch, string of) =>
        of == $"{batch.Number}" || of.StartsWith($"{batch.Donation}", StringComparison.Ordinal) || chain.Bags.Exists(bag => bag.Batch == batch.Number && $"{bag.Id}" == of);

    private static IEnumerable<Batch> Decided(Transition taken) =>
        from what in taken.Events
        where what is BatchReleased or BatchReleasedConditionally or BatchCertified
        select taken.Before.Find(Promises.BatchOf(what)!.Value)!;

    private static ExceptionalSupply? Asked(Transition taken, BatchNumber number) =>
        taken.Before.Find(number) is { Exception: { } asked } batch && (batch.State == BatchState.AwaitingRelease || batch is { IsReleased: true, DoseBelowLeast: not null }) && asked.Covers(batch) ? asked : null;

    private static NumberField Tank(Transition taken) => taken.Step.Record.OfType<NumberField>().Single(field => field.Name == "tank_c");
}
