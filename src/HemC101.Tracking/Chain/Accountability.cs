using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <summary>What has become of a filled dose bag, as a sponsor asks for it.</summary>
public enum Accounted
{
    /// <summary>In the store, on its way, at the bed or running.</summary>
    InUse,
    Infused,
    PartiallyInfused,

    /// <summary>Withheld, damaged, expired or recalled: waits to be discarded or retained.</summary>
    Withheld,
    Discarded,
    Retained,
}

/// <param name="Day">Of the dose that it belongs to now.</param>
/// <param name="InfusedMl">Null as long as nothing is known to have been given.</param>
public sealed record AccountedBag(
    SubjectNumber Subject, CoiId Coi, DoseBagId Bag, int Day, BatchNumber Batch, decimal FilledMl, decimal FilledE6, decimal? InfusedMl, BagState State, Accounted As);

/// <param name="Print">Printed, and neither applied nor destroyed.</param>
/// <param name="IsAssessed">The gap was assessed in a closed deviation, and no longer stops a release.</param>
public sealed record UnreconciledLabel(SubjectNumber Subject, CoiId Coi, Print Print, bool IsAssessed, bool IsPutOnByItself);

/// <summary>
/// Every filled bag of the trial, and what has become of it (product accountability, GCP): each stands in exactly one column, so that
/// filled = in use + infused + partially infused + withheld + discarded + retained.
/// </summary>
/// <param name="Bags">By subject number, then by day.</param>
/// <param name="Labels">Of those on bags and containers, the ones that do not reconcile, by subject number.</param>
/// <param name="Around">The same of those on boxes, cassettes, tubes, tags, overwraps and stickers.</param>
public sealed record Accountability(IReadOnlyList<AccountedBag> Bags, IReadOnlyList<UnreconciledLabel> Labels, IReadOnlyList<UnreconciledLabel> Around)
{
    public static Accountability Of(IEnumerable<ChainState> chains)
    {
        var all = chains.OrderBy(chain => chain.Subject.ToString(), StringComparer.Ordinal).ToList();
        return new(
            [.. all.SelectMany(chain => chain.Bags.OrderBy(bag => bag.Day).Select(bag => Of(chain, bag)))],
            [.. all.SelectMany(chain => Waiting(chain, carrier => carrier == Carrier.PrimaryBag))],
            [.. all.SelectMany(chain => Waiting(chain, carrier => carrier.IsAround()))]);
    }

    /// <param name="parts">Of chains by subject number, each in one of them.</param>
    public static Accountability Of(IReadOnlyList<Accountability> parts) => new(
        [.. parts.SelectMany(part => part.Bags)], [.. parts.SelectMany(part => part.Labels)], [.. parts.SelectMany(part => part.Around)]);

    /// <param name="day">Null for both.</param>
    /// <param name="accounted">Null for all that were filled.</param>
    public int Count(int? day, Accounted? accounted) =>
        Bags.Count(bag => (day is null || bag.Day == day) && (accounted is null || bag.As == accounted));

    private static IEnumerable<UnreconciledLabel> Waiting(ChainState chain, Func<Carrier, bool> on) => chain.Prints.Values
        .Where(print => print.State == PrintState.Printed && on(print.Carrier))
        .OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal)
        .Select(print => new UnreconciledLabel(chain.Subject, chain.Coi, print, chain.IsAssessed(print), chain.IsPutOnByItself(print)));

    private static AccountedBag Of(ChainState chain, DoseBag bag) =>
        new(chain.Subject, chain.Coi, bag.Id, bag.Day, bag.Batch, bag.VolumeMl, bag.CarPosE6, bag.InfusedMl, bag.State, Of(bag.State));

    private static Accounted Of(BagState state) => state switch
    {
        BagState.Infused => Accounted.Infused,
        BagState.PartiallyInfused => Accounted.PartiallyInfused,
        BagState.Withheld or BagState.Damaged or BagState.Expired or BagState.Recalled => Accounted.Withheld,
        BagState.Discarded => Accounted.Discarded,
        BagState.Retained => Accounted.Retained,
        _ => Accounted.InUse,
    };
}
