using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of deviations.</summary>
public sealed partial record ChainState
{
    /// <summary>In the order in which they were opened, closed ones too.</summary>
    public ImmutableList<Deviation> Deviations { get; init; } = [];

    public IEnumerable<Deviation> OpenDeviations => Deviations.Where(deviation => deviation.IsOpen);

    /// <summary>Critical ones that reach the batch: over itself, its bags, the collection it was made from, or the whole chain.</summary>
    public IEnumerable<Deviation> CriticalOver(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return OpenDeviations.Where(deviation => deviation.Class == DeviationClass.Critical
            && (deviation.Of is null || deviation.Of == $"{batch.Number}" || deviation.Of == $"{batch.Donation}"
                || Bags.Exists(bag => bag.Batch == batch.Number && deviation.Of == $"{bag.Id}")));
    }

    /// <param name="before">The chain as it was.</param>
    private ChainState Deviating(Happened happened, ChainState before) => happened.What switch
    {
        DeviationOpened opened => Deviating(happened, (opened.Kind, opened.Class, opened.Of)),
        DeviationClosed closed => Closed(deviation => deviation.Number == closed.Number),
        CollectionAccepted accepted => Closed(deviation => IsQuarantine(deviation, $"{accepted.Donation}")),
        CollectionRejected rejected => Closed(deviation => IsQuarantine(deviation, $"{rejected.Donation}")),
        var what => Deviation.OpenedBySelf(what, before) is { } self && !IsKnown(self) ? Deviating(happened, self) : this,
    };

    private ChainState Deviating(Happened happened, (string Kind, DeviationClass Class, string? Of) what) => this with
    {
        Deviations = Deviations.Add(new(happened.Version, what.Kind, what.Class, what.Of, happened.Act.At, PlacersOf(happened.Act))),
    };

    /// <summary>The assessment of a quarantine is that of its deviation; a critical one takes the QP, too.</summary>
    private static bool IsQuarantine(Deviation deviation, string donation) =>
        deviation is { Kind: Deviation.Custody, Class: not DeviationClass.Critical } && deviation.Of == donation;

    /// <summary>The same slip at the same thing, while the first is still open, is not another record to write.</summary>
    private bool IsKnown((string Kind, DeviationClass Class, string? Of) self) => self.Kind != Deviation.Identity
        && OpenDeviations.Any(open => open.Kind == self.Kind && open.Class == self.Class && open.Of == self.Of);

    private ChainState Closed(Predicate<Deviation> which) =>
        this with { Deviations = [.. Deviations.Select(deviation => which(deviation) ? deviation with { IsOpen = false } : deviation)] };
}
