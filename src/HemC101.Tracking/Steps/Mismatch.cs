using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Steps;

/// <summary>What a refused scan leaves behind in the chain at whose step it happened.</summary>
public static class Mismatch
{
    /// <summary>Evidence of the near miss; a stop voids both halves of an independent check, at the bed the open rounds, and a wrong band locks the bag.</summary>
    public static IReadOnlyList<ChainEvent> Events(Step step, Facts facts, ScanVerdict verdict)
    {
        if (!verdict.IsStop)
        {
            return [new ScanRefused(step.Id, verdict.Demand, verdict.Kind.ToString(), verdict.Expected, verdict.Identifier)];
        }

        List<ChainEvent> events =
        [
            verdict.Kind == Verdict.Mismatch
                ? new IdentityMismatched(step.Id, verdict.Demand, verdict.Expected ?? "?", verdict.Identifier ?? "?", facts.Bag?.Id)
                : new ScanRefused(step.Id, verdict.Demand, verdict.Kind.ToString(), verdict.Expected, verdict.Identifier),
        ];
        if (step.Check == SecondCheck.Independent)
        {
            events.Add(IndependentCheck.Void(step, facts, "mismatch"));
        }

        if (facts.Bag is { } bag && step.Station == Station.Ward)
        {
            var wrongBand = verdict.Kind == Verdict.Mismatch && Demand(step, facts, verdict)?.Wanted == Wanted.Band;
            events.AddRange(AtTheBed(bag, wrongBand));
        }

        return events;
    }

    /// <summary>The owner's side of a bag that was scanned at another participant: what was found at the bed lapses, and it is locked until QA; a bag already running is not touched.</summary>
    public static IReadOnlyList<ChainEvent> LockAtOwner(Chain.ChainState owner, Identity.DoseBagId scanned) =>
        owner.Find(scanned) is { Locked: false, IsTerminal: false, State: not (BagState.Infusing or BagState.Paused) } bag
            ? [.. Lapses.Of(bag, BagLocked.AtAnother), new BagLocked(scanned, BagLocked.AtAnother)]
            : [];

    private static ScanDemand? Demand(Step step, Facts facts, ScanVerdict verdict) =>
        step.ScansFor(facts).FirstOrDefault(demand => demand.Key == verdict.Demand);

    private static IEnumerable<ChainEvent> AtTheBed(Chain.DoseBag bag, bool wrongBand)
    {
        if (bag.State is BagState.Thawed or BagState.Verified)
        {
            yield return new BedsideRoundVoided(bag.Id, wrongBand ? "wrong-band" : "wrong-bag", Locks: wrongBand);
        }

        if (bag.State == BagState.Verified)
        {
            yield return new VerificationLapsed(bag.Id);
        }
        else if (wrongBand && bag.State is (BagState.OnWard or BagState.Cleared))
        {
            foreach (var lapsed in Lapses.Of(bag, BagLocked.WrongBand))
            {
                yield return lapsed;
            }

            yield return new BagLocked(bag.Id, BagLocked.WrongBand);
        }
    }
}
