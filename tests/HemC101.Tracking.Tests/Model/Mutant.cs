using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>A step with one guard taken away.</summary>
/// <param name="Guard">What was taken away.</param>
/// <param name="Reasons">The reason, or reasons, for which nothing is refused any more, as <see cref="Explorer.Witnesses"/> names them.</param>
/// <param name="Input">What the mutant is tried with; null for that of the witness.</param>
internal sealed record Mutant(Step Step, string Guard, string[] Reasons, Input? Input = null)
{
    public string Name => $"{Step.Id} {Guard}";

    public static IEnumerable<Mutant> All => StepCatalogue.All.SelectMany(Of);

    private static IEnumerable<Mutant> Of(Step step) =>
    [
        .. step.Gates.Select(gate => new Mutant(step with { Gates = [.. step.Gates.Where(other => other != gate)] }, $"gate {gate.Code}", [gate.Code])),
        .. step.Checks.Select(check => new Mutant(step with { Checks = [.. step.Checks.Where(other => other != check)] }, $"check {check.Code}", [check.Code])),
        .. step.Scans.Select(scan => new Mutant(
            step with { Scans = [.. step.Scans.Where(other => other != scan)] }, $"scan {scan.Key}", [$"scan-missing without {scan.Key}"])),
        .. step.Signatures.Select((demand, at) => new Mutant(
            step with { Signatures = [.. step.Signatures.Where((_, other) => other != at)] }, $"signature {at + 1}", ["signature-missing 0 signatures"], Input.Good)),
        .. Some(step.Signatures.Count > 0, new Mutant(
            step with { Signatures = [.. step.Signatures.Select(demand => demand with { Roles = Enum.GetValues<Role>() })] }, "roles of the signers", ["role-missing"])),
        .. Some(step.Signatures.Count == 0, new Mutant(step with { Roles = Enum.GetValues<Role>() }, "roles", ["role-missing"])),
        .. Some(step.Kind == StepKind.Advance, new Mutant(step with { Kind = StepKind.Preserve }, "stops of an Advance step", ["held", "discontinued", "handed-over", "bag-locked"])),
        .. Some(step.TargetGates is not null, new Mutant(step with { TargetGates = null }, "gates of the target", ["target-gate"])),
        .. Some(step.TargetChecks is not null, new Mutant(step with { TargetChecks = null }, "checks of the target", ["target-check"])),
        .. Some(step.TargetScans is not null, new Mutant(step with { TargetScans = null }, "scans of the target", ["signature-missing 0 signatures"], Input.Good)),
        .. Some(step.TargetSignatures is not null, new Mutant(step with { TargetSignatures = null }, "signers of the target", ["role-missing"])),
        .. Some(step.ScannedByOne, new Mutant(step with { ScannedByOne = false }, "scans by one", ["scanned-by-another"])),
        .. Some(step.Check == SecondCheck.Independent, new Mutant(step with { Check = SecondCheck.Witnessed }, "independent check", ["checks-disagree"])),
        .. Triggers(step).Select(left => new Mutant(step with { Fires = left.Fires }, $"machine of the {left.Machine}", ["wrong-state"])),
    ];

    private static IEnumerable<(string Machine, Triggers Fires)> Triggers(Step step) =>
    [
        .. step.Fires.Product is null ? [] : new[] { ("product", step.Fires with { Product = null }) },
        .. step.Fires.Collection is null ? [] : new[] { ("collection", step.Fires with { Collection = null }) },
        .. step.Fires.Batch is null ? [] : new[] { ("batch", step.Fires with { Batch = null }) },
        .. step.Fires.Unit is null ? [] : new[] { ("unit", step.Fires with { Unit = null }) },
        .. step.Fires.Bag is null ? [] : new[] { ("bag", step.Fires with { Bag = null }) },
    ];

    private static IEnumerable<Mutant> Some(bool really, Mutant mutant) => really ? [mutant] : [];
}
