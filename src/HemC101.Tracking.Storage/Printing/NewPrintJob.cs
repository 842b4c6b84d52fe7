using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Printing;

/// <summary>A label to be printed. The fields are JSON and hold references, no personal data.</summary>
/// <param name="Printer">Null when the site has none yet: the job waits for the first default printer.</param>
public sealed record NewPrintJob(PrintSerial Serial, LabelKind Kind, string? Printer, string Fields);
