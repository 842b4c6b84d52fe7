using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Printing;

public interface ILabelPrinter
{
    Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct);

    /// <summary>Asks without printing.</summary>
    /// <returns>Why a label would not be sent now; null when nothing speaks against it, as with a printer that says nothing of itself.</returns>
    Task<PrintOutcome.Unreachable?> LookAsync(CancellationToken ct) => Task.FromResult<PrintOutcome.Unreachable?>(null);
}
