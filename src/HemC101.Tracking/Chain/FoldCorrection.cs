using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain;

/// <summary>
/// The fold of a correction: the history is folded once more with the corrected value in its place, so that whatever the chain
/// concludes from a value is concluded from the right one. What other events say for themselves stays as they said it.
/// </summary>
public sealed partial record ChainState
{
    /// <summary>What has happened, with corrected values and without scans; refusals are left out, since nothing rests on them.</summary>
    public ImmutableList<Happened> Past { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableList<Amendment> Amendments { get; init; } = [];

    /// <summary>What the bag holds was corrected after it was filled: labels and papers printed before show another volume.</summary>
    public bool IsContentCorrected(DoseBagId bag) => Amendments.Exists(amendment =>
        Past.Find(item => item.Version == amendment.Entry) is { What: BagFilled filled } && filled.Bag == bag);

    private ChainState Corrected(RecordCorrected corrected, Happened happened)
    {
        var at = Past.FindIndex(item => item.Version == corrected.Entry);
        if (at < 0)
        {
            throw new InvalidOperationException($"Chain {Coi} has no entry {corrected.Entry} to correct.");
        }

        var amended = Past[at] with { What = EventMembers.With(Past[at].What, corrected.Member, corrected.New) };
        var past = Past.SetItem(at, amended);
        var again = past.Skip(1).Aggregate(Open(past[0]), (state, next) => state.Next(next));
        return (again with { NearMisses = NearMisses, Deviations = Deviations }).Next(happened);
    }

    private ChainState Noted(RecordCorrected corrected, Happened happened)
    {
        var state = this with { Amendments = Amendments.Add(new(happened.Version, corrected.Entry, corrected.Member)) };
        var entry = Past.Find(item => item.Version == corrected.Entry);
        return entry is not null && BatchOf(entry.What) is { } batch
            ? state.With(batch.Number, item => item with { Hands = item.Hands.Union(Hands(happened.Act)) })
            : state;
    }

    /// <returns>Null for what speaks of no batch, and of no bag or collection of one.</returns>
    private Batch? BatchOf(ChainEvent what) =>
        (EventMembers.Find(what, "Bag") ?? EventMembers.Find(what, "Batch")) is { } thing ? BatchOf(thing)
        : DonationNumber.TryParse(EventMembers.Find(what, "Donation"), out var donation) ? Batches.FindLast(item => item.Donation == donation)
        : null;

    /// <summary>A quality decision about a value is no hand laid on the batch.</summary>
    private static IEnumerable<StaffNumber> Hands(Act act) =>
        from signature in act.Signatures
        where signature.Role is not (Role.QualityAssurance or Role.QualifiedPerson)
        select signature.By;

    private ImmutableList<Happened> PastWith(Happened happened) => happened.What is StepRefused or ScanRefused or IdentityMismatched
        ? Past
        : Past.Add(happened with { Act = happened.Act with { Scans = [] } });
}
