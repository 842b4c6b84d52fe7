using System.Collections.Concurrent;
using System.Reflection;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Chain;

/// <summary>Somebody who had a hand in a bag, its batch or its collection.</summary>
/// <param name="Steps">Identifiers, each once, in the order in which they were first taken.</param>
public sealed record Hand(StaffNumber By, IReadOnlyList<string> Steps);

/// <summary>
/// A bag traced backward, to everything and everybody it went through (GCP for ATMPs, C(2019) 7140 §7, traceability): lots, rooms, devices, positions,
/// boxes and people, of itself, of its batch and of the collection that the batch was made from.
/// </summary>
/// <param name="Uses">In the order of events.</param>
/// <param name="Hands">In the order in which they first appear.</param>
public sealed record Origin(DoseBagId Bag, BatchNumber Batch, DonationNumber Donation, IReadOnlyList<ThingUse> Uses, IReadOnlyList<Hand> Hands)
{
    /// <summary>The members of events that say what they are about.</summary>
    private static readonly string[] About = ["Bag", "Batch", "Donation", "Of"];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <returns>Null when the chain has no such bag.</returns>
    public static Origin? Of(IReadOnlyList<Happened> history, DoseBagId bag)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (ChainState.Fold(history) is not { } chain || chain.Find(bag) is not { } filled)
        {
            return null;
        }

        var (batch, donation) = (filled.Batch, chain.Find(filled.Batch)!.Donation);
        var line = new HashSet<string> { $"{bag}", $"{batch}", $"{donation}" };
        var own = history.Where(happened => IsAbout(happened.What, line)).ToList();
        var hands = own.SelectMany(happened => happened.Act.Signatures.Select(signature => signature.By)
                .Concat(happened.Act.Scans.Select(scan => scan.By).OfType<StaffNumber>()).Append(happened.Act.By).Select(by => (By: by, happened.Act.StepId)))
            .GroupBy(hand => hand.By).Select(person => new Hand(person.Key, [.. person.Select(hand => hand.StepId).Distinct()]));
        return new(bag, batch, donation, [.. own.SelectMany(ThingUse.Of)], [.. hands]);
    }

    private static bool IsAbout(ChainEvent what, HashSet<string> line) =>
        Members.GetOrAdd(what.GetType(), type => [.. About.Select(type.GetProperty).OfType<PropertyInfo>()])
            .Any(member => member.GetValue(what) is { } value && line.Contains($"{value}"));
}
