using HemC101.Tracking.Custody;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Custody;

public abstract record CountOutcome
{
    private CountOutcome() { }

    public sealed record Opened(int Number) : CountOutcome;

    /// <param name="Unknown">Labels that no chain knows.</param>
    public sealed record Closed(InventoryCount Count, IReadOnlyList<CountFinding> Findings, IReadOnlyList<string> Unknown) : CountOutcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : CountOutcome;

    public sealed record NoSuchCount : CountOutcome;
}

/// <summary>What a scan in a count was answered.</summary>
/// <param name="IsCounted">False when it was not taken: nothing was written.</param>
/// <param name="IsDoubtful">It was taken, and will be a discrepancy.</param>
public sealed record CountScan(bool IsCounted, bool IsDoubtful, Text Sentence);
