using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps;

/// <summary>What a correction leaves behind: the new value, what follows from it, and no decision in force that waits on the old one.</summary>
internal static class CorrectionEffects
{
    private const string Why = Hold.Correction;

    /// <param name="text">The new value, as <see cref="RecordText"/> writes it.</param>
    public static IEnumerable<ChainEvent> Of(Facts facts, Recorded recorded, string text, string reason, string? document)
    {
        var (rules, value) = (recorded.Correction!, RecordText.Read(recorded.Field!, text));
        List<ChainEvent> events = [new RecordCorrected(recorded.Entry.Version, recorded.Member, recorded.Old, text, reason, document)];
        if (rules.Derived is { } derived)
        {
            events.AddRange(derived(facts, (decimal)value).Select(other => new RecordCorrected(
                recorded.Entry.Version, other.Key, EventMembers.Find(recorded.Entry.What, other.Key)!, RecordText.Of(other.Value), CorrectionReasons.Derived, document)));
        }

        if (rules.Doubts.Count > 0 && IsOpen(facts.Chain) && !rules.Doubts.All(gate => gate.Holds(recorded.With(facts, value))))
        {
            events.Add(new HoldPlaced(facts.Chain.HoldsEverPlaced + 1, HeldBy(recorded), Why, StopsManufacture: false));
        }

        return [.. events, .. Revoked(facts, recorded, rules.Bears)];
    }

    /// <summary>Only what still waits to be acted on. What was acted on stands, and is shown as made on an earlier version.</summary>
    private static IEnumerable<ChainEvent> Revoked(Facts facts, Recorded recorded, Reliance bears)
    {
        var chain = facts.Chain;
        if (bears.HasFlag(Reliance.Release) && recorded.BatchIn(chain) is { State: BatchState.AwaitingRelease } batch
            && chain.Product == ProductState.AwaitingRelease)
        {
            yield return new ReviewReopened(batch.Number, Why);
        }

        foreach (var day in chain.Readiness.Values.Where(_ => bears.HasFlag(Reliance.Readiness)).Where(day => !day.Revoked && IsAhead(chain, day.Day)))
        {
            yield return new ReadinessRevoked(day.Day, Why);
        }

        if (bears.HasFlag(Reliance.Tolerance) && facts.Bag is { Day: 1 } && chain.ToleranceDecision is not null && IsAhead(chain, 2))
        {
            yield return new ToleranceRevoked(Why);
        }

        if (bears.HasFlag(Reliance.Bedside) && facts.Bag is { } bag)
        {
            foreach (var what in Lapses.Of(bag, Why))
            {
                yield return what;
            }
        }
    }

    private static bool IsAhead(ChainState chain, int day) => chain.BagsOf(day).All(bag => bag.InfusionStartedAt is null);

    private static bool IsOpen(ChainState chain) => chain.Product is not (ProductState.Completed or ProductState.Discontinued);

    /// <summary>A hold over a collection would stop no step of the batch made from it: then the whole chain waits.</summary>
    private static string? HeldBy(Recorded recorded) =>
        DoseBagId.TryParse(recorded.Thing, out _) || BatchNumber.TryParse(recorded.Thing, out _) ? recorded.Thing : null;
}
