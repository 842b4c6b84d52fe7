using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Printing;

public interface ILabelPrinter
{
    Task<PrintOutcome> PrintAsync(RenderedLabel label, string jobName, CancellationToken ct);
}
