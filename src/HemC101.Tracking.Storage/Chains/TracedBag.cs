using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>A dose bag that a traced thing has touched: itself, its batch, or the collection that the batch was made from.</summary>
public sealed record TracedBag
{
    public required DoseBagId Bag { get; init; }

    public required CoiId Coi { get; init; }

    public required BatchNumber Batch { get; init; }

    public required int Day { get; init; }

    public required BagState State { get; init; }
}
