using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <param name="Code">Null when everything of the kind is in use.</param>
public sealed record DemoScan(ScanDemand Demand, DemoCode? Code);

/// <param name="Raw">As the form would send it; empty for a box that stays unticked.</param>
public sealed record DemoEntry(Field Field, string Raw);

/// <summary>How one step is taken now: what is scanned, recorded and signed, in order. Made from the step's entry in the catalogue.</summary>
public sealed record DemoScript
{
    public required StepAddress Address { get; init; }

    /// <summary>With every scan, value and signer of the script: what the rule book would decide on.</summary>
    public required Facts Facts { get; init; }

    /// <summary>What stands in the way before anything is scanned.</summary>
    public required IReadOnlyList<Refusal> Obstacles { get; init; }

    public required IReadOnlyList<DemoScan> Scans { get; init; }

    public required IReadOnlyList<DemoEntry> Entries { get; init; }

    public Step Step => Address.Step;

    /// <summary>Of an independent check the half that is due; null for every other step.</summary>
    public CheckHalf? Half => IndependentCheck.Due(Step, Facts);

    /// <summary>In the order of the signers.</summary>
    public IReadOnlyList<SignatureDemand> Demands => IndependentCheck.Asked(Step, Facts).Signatures;

    /// <summary>Who opens the step; the first to sign, where anybody does.</summary>
    public Person? SignedIn => Facts.SignedIn;

    /// <summary>In the order of the step's demands.</summary>
    public IReadOnlyList<Signer> Signers => Facts.Signers;

    /// <summary>Null when the rules would refuse it, or something that is needed is not to be had.</summary>
    public Decision.Taken? Outcome => Obstacles.Count == 0 ? DemoAhead.Decide(this) as Decision.Taken : null;
}
