using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Chains;

/// <summary>The rows beside the ledger that the folded history of one chain leaves.</summary>
internal sealed record ChainLines(
    ChainLine Chain, IReadOnlyList<CollectionLine> Collections, IReadOnlyList<BatchLine> Batches, IReadOnlyList<BagLine> Bags)
{
    /// <param name="state">Folded.</param>
    /// <param name="at">When its last event was recorded.</param>
    public static ChainLines Of(ChainState state, DateTimeOffset at) =>
        new(ChainLine.Of(state, at), CollectionLine.Of(state), BatchLine.Of(state), BagLine.Of(state));
}

internal sealed record ChainLine
{
    public required CoiId Coi { get; init; }
    public required SubjectNumber SubjectNo { get; init; }
    public required PatientKey PatientKey { get; init; }
    public required ProductState ProductState { get; init; }
    public required bool Held { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The edition of the rule book that found nothing left to do; null when it found something.</summary>
    public string? AtRest { get; init; }

    /// <param name="state">Folded.</param>
    /// <param name="at">When its last event was recorded.</param>
    public static ChainLine Of(ChainState state, DateTimeOffset at) => new()
    {
        Coi = state.Coi,
        SubjectNo = state.Subject,
        PatientKey = state.Patient,
        ProductState = state.Product,
        Held = !state.Holds.IsEmpty,
        Version = state.Version,
        ChangedAt = Instants.CutToMilliseconds(at),
        AtRest = Targets.IsAtRest(state) ? RuleBook.Edition : null,
    };
}

internal sealed record CollectionLine
{
    public required DonationNumber Donation { get; init; }
    public required CoiId Coi { get; init; }
    public required CollectionState State { get; init; }

    public static IReadOnlyList<CollectionLine> Of(ChainState state) =>
        [.. state.Collections.Select(item => new CollectionLine { Donation = item.Donation, Coi = state.Coi, State = item.State })];
}

internal sealed record BatchLine
{
    public required BatchNumber Batch { get; init; }
    public required CoiId Coi { get; init; }
    public required DonationNumber Donation { get; init; }
    public required BatchState State { get; init; }

    public static IReadOnlyList<BatchLine> Of(ChainState state) =>
        [.. state.Batches.Select(item => new BatchLine { Batch = item.Number, Coi = state.Coi, Donation = item.Donation, State = item.State })];
}

internal sealed record BagLine
{
    public required DoseBagId Bag { get; init; }
    public required CoiId Coi { get; init; }
    public required BatchNumber Batch { get; init; }
    public required int Day { get; init; }
    public required BagState State { get; init; }
    public HouseId? Position { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required bool Locked { get; init; }

    public static IReadOnlyList<BagLine> Of(ChainState state) => [.. state.Bags.Select(bag => new BagLine
    {
        Bag = bag.Id,
        Coi = state.Coi,
        Batch = bag.Batch,
        Day = bag.Day,
        State = bag.State,
        Position = bag.Position,
        ExpiresAt = Instants.CutToMilliseconds(bag.ExpiresAt),
        Locked = bag.Locked,
    })];
}
