using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>The one place where it is decided whether a step is allowed. Pure: the same facts always get the same answer.</summary>
public static class RuleBook
{
    /// <summary>Names these rules as they were built: what another edition concluded has to be concluded anew.</summary>
    public static string Edition { get; } = typeof(RuleBook).Module.ModuleVersionId.ToString("N");

    /// <summary>What stands in the way before anything was scanned or recorded; empty when the step can be begun.</summary>
    public static IReadOnlyList<Refusal> Obstacles(Step step, Facts facts)
    {
        if (!Targets.Exists(step, facts))
        {
            return [Reasons.NoSuchTarget];
        }

        if (step.Original is not null)
        {
            return BackEntry.Obstacles(step, facts);
        }

        var blocked = Blocked(step, facts).ToList();
        return blocked.Count > 0 ? blocked
            : IndependentCheck.Obstacle(step, facts) is { } obstacle ? [obstacle]
            : Machines.Refusals(step, facts, step.GatesFor(facts));
    }

    /// <summary>Decides the step: people, scans, record, gates and machines; of an independent check the half that is due.</summary>
    public static Decision Decide(Step step, Facts facts) =>
        step.Original is not null ? BackEntry.Decide(step, facts)
        : IndependentCheck.Due(step, facts) is { } half ? Halve(half, step, facts)
        : Whole(step, facts);

    private static Decision Halve(CheckHalf half, Step step, Facts facts) => half switch
    {
        CheckHalf.First => Whole(IndependentCheck.Asked(step, facts), facts),
        CheckHalf.Second => IndependentCheck.Voided(step, facts) ?? IndependentCheck.Second(step, facts),
    };

    internal static Decision Whole(Step step, Facts facts)
    {
        if (!Targets.Exists(step, facts))
        {
            return new Decision.Refused([Reasons.NoSuchTarget]);
        }

        facts = facts with { Signers = [.. facts.Signers.Take(step.Signatures.Count)] };
        var signing = Signatories.Assign(step, facts);
        List<Refusal> refusals =
        [
            .. Blocked(step, facts),
            .. signing.Refusals,
            .. step.ScansFor(facts).Where(demand => !facts.Scans.ContainsKey(demand.Key)).Select(Reasons.ScanMissing),
            .. ScannedByOthers(step, facts),
            .. EntryRule.Refusals(step, facts),
            .. IndependentCheck.Refusals(step, facts),
            .. step.RecordFor(facts).Where(field => !field.Optional && !facts.Record.Has(field)).Select(Reasons.RecordMissing),
        ];
        if (refusals.Count == 0)
        {
            refusals.AddRange(Machines.Refusals(step, facts, step.GatesFor(facts)));
        }

        if (refusals.Count == 0 && step.ChecksFor(facts) is { Count: > 0 } checks)
        {
            refusals.AddRange(Machines.Refusals(step, facts, checks));
        }

        return refusals.Count > 0
            ? new Decision.Refused(refusals)
            : new Decision.Taken([.. Applied(step, facts), .. step.Events(facts), .. SafetyActs.Wanted(step, facts), .. Printed(step, facts)], signing.Signed);
    }

    /// <summary>
    /// A hold, on the chain or on the study, refuses what leads nearer to a vein; a locked bag waits for QA.
    /// (Manufacture under a hold that stops it is refused by the gate of its own steps; a test result is always recorded.)
    /// </summary>
    internal static IEnumerable<Refusal> Blocked(Step step, Facts facts)
    {
        var kind = step.KindFor(facts);
        if (kind is StepKind.Safety or StepKind.Exit)
        {
            yield break;
        }

        if (facts.IsIdentityAltered)
        {
            yield return Reasons.IdentityAltered;
        }

        if (!step.Finds && IsLost(step, facts))
        {
            yield return Reasons.Lost;
        }

        if (kind == StepKind.Advance && facts.Chain.Product == ProductState.Discontinued)
        {
            yield return Reasons.Discontinued;
        }

        if (kind == StepKind.Advance && facts.Chain.FollowUp is not null)
        {
            yield return Reasons.HandedOver;
        }

        var holds = facts.Chain.HoldsOver(
            (step.Scope == Scope.Collection ? facts.Collection?.Donation : facts.Batch?.Donation)?.ToString(),
            facts.Batch?.Number.ToString(),
            facts.Bag?.Id.ToString());
        foreach (var hold in holds.Where(_ => kind == StepKind.Advance))
        {
            yield return Reasons.Held(hold);
        }

        foreach (var hold in facts.Book?.HoldsInForce.Where(_ => kind == StepKind.Advance) ?? [])
        {
            yield return StudyHoldRules.Refusal(hold);
        }

        if (kind == StepKind.Advance && facts.Bag is { Locked: true })
        {
            yield return Reasons.Locked;
        }
    }

    /// <summary>What was said of it before may still be corrected, and its labels accounted for.</summary>
    private static bool IsLost(Step step, Facts facts) => step.Scope switch
    {
        Scope.Bag => facts.Bag is { Lost: true },
        Scope.Collection => facts.Collection is { Lost: true },
        _ => false,
    };

    private static IEnumerable<Refusal> ScannedByOthers(Step step, Facts facts) =>
        step.ScannedByOne && facts.Scans.Values.Any(scan => scan.Evidence.By is { } by && facts.Signers.Any(signer => signer.Person.Number != by))
            ? [Reasons.ScannedByAnother]
            : [];

    private static IEnumerable<ChainEvent> Applied(Step step, Facts facts) =>
        from demand in step.ScansFor(facts)
        where demand.IsFresh(facts)
        let serial = facts.Scans[demand.Key].Serial
        where serial is not null && facts.Chain.Prints[serial.Value].State == PrintState.Printed
        select new LabelApplied(serial.Value) { Supersedes = facts.Chain.AppliedBefore(facts.Chain.Prints[serial.Value])?.Serial };

    private static IEnumerable<ChainEvent> Printed(Step step, Facts facts) => step.LabelsFor(facts).Select((order, at) =>
    {
        var old = Superseded(order, facts).ToList();
        return new LabelPrinted(facts.Fresh.Serials[at], order.Kind, order.Carrier, order.Of, old.ElementAtOrDefault(0)?.Serial)
        {
            Flags = order.Flags,
            AlsoSupersedes = old.ElementAtOrDefault(1)?.Serial,
        };
    });

    /// <summary>The same label once more leaves the one on the thing in use: it stays there until the new one was scanned back.</summary>
    private static IEnumerable<Print> Superseded(LabelOrder order, Facts facts) =>
        from print in facts.Chain.Prints.Values
        where order.Kind.Replaces(print.Kind) && print.Carrier == order.Carrier && print.Of == order.Of
            && (print.State == PrintState.Printed || (print.State == PrintState.Applied && !order.Repeats))
        orderby print.State
        select print;
}
