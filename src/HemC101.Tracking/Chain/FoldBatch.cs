using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of manufacture, testing, release and split.</summary>
public sealed partial record ChainState
{
    /// <summary>Null until it is recorded: then nothing is known to compare with.</summary>
    public StrReference? StrReference { get; init; }

    private ChainState? WhenMade(ChainEvent what, Act act) => what switch
    {
        BatchOpened opened => Open(opened, act),
        UnitStarted started => With(started.Batch, item => Hand(item.On(started.Unit, UnitTrigger.Start, started.Device), act)),
        UnitCompleted completed => With(completed.Batch, item =>
            Hand(item.On(completed.Unit, UnitTrigger.Complete), act) with { Lots = item.Lots.Union(completed.Lots) }),
        UnitFailed failed => With(failed.Batch, item => Hand(item.On(failed.Unit, UnitTrigger.Fail), act)),
        BatchFormulated formulated => On(ProductTrigger.Formulate).With(formulated.Batch, item =>
            item.On(BatchTrigger.Formulate) with { FormulatedAt = act.At }),
        BatchFailed failed => On(ProductTrigger.FailManufacturing).With(failed.Batch, item => item.On(BatchTrigger.Fail)),
        QcResultRecorded result => With(result.Batch, item => Hand(item, act) with
        {
            Results = item.Results.SetItem(result.Test, new QcResult(result.Test, result.Value, result.Verdict, act.At)),
            IsStrCommented = item.IsStrCommented && result.Test != QcTest.Str,
        }),

        TagsDispensed dispensed => With(dispensed.Batch, item => item with { GoesWithoutTags = true }),
        StrIdentityCommented commented => With(commented.Batch, item => item with { IsStrCommented = true }),
        StrReferenceRecorded reference => this with { StrReference = new(reference.Origin, reference.ProfileMark, reference.Panel) },
        QcResultInvalidated invalid => With(invalid.Batch, item => Hand(item, act) with { Results = item.Results.Remove(invalid.Test) }),

        ReviewReopened reopened => On(Find(reopened.Batch)!.IsSplit ? ProductTrigger.ReopenSplit : ProductTrigger.Reopen).With(reopened.Batch, item => item.On(BatchTrigger.Reopen) with { Exception = null }),
        BatchReviewed reviewed => On(ProductTrigger.Review).With(reviewed.Batch, item => item.On(BatchTrigger.Review)),
        BatchReleasedConditionally released => Released(released.Batch, BatchTrigger.ReleaseConditionally, act),
        BatchReleased released => Released(released.Batch, BatchTrigger.Release, act),
        BatchCertified certified => With(certified.Batch, item => item.On(BatchTrigger.Certify)),
        BatchRejected rejected => On(ProductTrigger.Reject).With(rejected.Batch, item => item.On(BatchTrigger.Reject)),

        UnderdoseReported reported => With(reported.Batch, item => Hand(item, act) with { Underdose = new(reported.Counts, reported.WeightKg, reported.BelowLeastE6PerKg) }),
        SplitPlanned planned => With(planned.Batch, item => Hand(item, act) with
        {
            Plan = planned.Plan,
            BagsExpireAt = planned.BagsExpireAt,

            // A plan that was not chosen for want of product comes from a later count that found enough.
            Underdose = planned.Option is null ? null : item.Underdose,
        }),
        BagFilled filled => Filled(filled).With(filled.Batch, item => Hand(item, act)),
        BatchSplit split => On(ProductTrigger.Split).With(split.Batch, item => Hand(item, act) with { IsSplit = true }),
        BagsConfirmed confirmed => With(confirmed.Batch, item => item with { BagsConfirmed = true }),
        _ => null,
    };

    private ChainState Open(BatchOpened opened, Act act)
    {
        var batch = new Batch
        {
            Number = opened.Batch,
            Donation = opened.Donation,
            Process = opened.Process,
            Specification = opened.Specification,
            Settings = opened.SettingsVersion,
            SplitTiming = opened.SplitTiming ?? SplitTiming.AfterRelease,
            Device = opened.Device,
            Units = [.. opened.Process.Units.Select(unit => new UnitOperation(unit.Code, UnitState.Planned, null))],
        };
        return On(ProductTrigger.OpenBatch).With(opened.Donation, item => item.On(CollectionTrigger.Use)) with
        {
            Batches = Batches.Add(Hand(batch, act)),
        };
    }

    private ChainState Released(Identity.BatchNumber batch, BatchTrigger trigger, Act act) =>
        On(ProductTrigger.Release).With(batch, item => item.On(trigger) with { ReleasedAt = act.At });

    private ChainState Filled(BagFilled filled) => this with
    {
        Bags = Bags.Add(new DoseBag
        {
            Id = filled.Bag,
            Batch = filled.Batch,
            VolumeMl = filled.VolumeMl,
            CarPosE6 = filled.CarPosE6,
            ExpiresAt = Find(filled.Batch)!.BagsExpireAt!.Value,
        }),
    };

    /// <summary>Whoever approves decides on quality, and has made, tested or labelled nothing by it (EU GMP Annex 16).</summary>
    private static Batch Hand(Batch batch, Act act) => batch with
    {
        Hands = batch.Hands.Union(act.Signatures.Count == 0
            ? [act.By]
            : act.Signatures.Where(signature => signature.Meaning != Meaning.Approved).Select(signature => signature.By)),
    };

    /// <summary>Labels of containers and bags are labels of their batch.</summary>
    private ChainState Labelled(Print print, Act act) => Labelled(print.Carrier, print.Of, act);

    /// <summary>Whoever holds or rejects a batch, or carries it, has no hand in it by the sticker or the box's label that comes of it.</summary>
    private ChainState Labelled(Carrier carrier, string of, Act act) =>
        !carrier.ComesOff() && BatchOf(of) is { } batch ? With(batch.Number, item => Hand(item, act)) : this;

    private Batch? BatchOf(string of) =>
        Identity.BatchNumber.TryParse(of, out var number) ? Find(number)
        : Identity.DoseBagId.TryParse(of, out var bag) ? Find(bag) is { } filled ? Find(filled.Batch) : Batches.FindLast(item => item.Donation == bag.Donation)
        : null;
}
