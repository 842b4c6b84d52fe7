using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Steps;

/// <summary>A manufacturer's lot may come in several deliveries, each with a label of the house and a status of its own.</summary>
public static class Deliveries
{
    /// <summary>
    /// By the label of the house, which names one delivery. A manufacturer recalls the lot, not a delivery: one recalled is all recalled.
    /// </summary>
    /// <param name="scanned">One of <paramref name="lot"/>.</param>
    /// <param name="lot">All deliveries of it.</param>
    public static HouseThing One(HouseId scanned, IReadOnlyList<HouseThing> lot) =>
        lot.First(thing => thing.Id == scanned) is { Status: not HouseStatus.Retired } one && lot.Any(thing => thing.Status == HouseStatus.Recalled)
            ? one with { Status = HouseStatus.Recalled }
            : lot.First(thing => thing.Id == scanned);

    /// <summary>
    /// By the manufacturer's code, which does not tell deliveries apart: whatever keeps back one that is still in the house keeps back all;
    /// else the newest.
    /// </summary>
    /// <param name="lot">All deliveries of it, oldest first.</param>
    /// <returns>Null when there is none.</returns>
    public static HouseThing? Any(IReadOnlyList<HouseThing> lot) =>
        lot.FirstOrDefault(thing => thing.Status == HouseStatus.Recalled)
        ?? lot.FirstOrDefault(thing => thing.Status is not (HouseStatus.Released or HouseStatus.Retired))
        ?? lot.LastOrDefault(thing => thing.Status == HouseStatus.Released)
        ?? (lot is [.., var last] ? last : null);
}
