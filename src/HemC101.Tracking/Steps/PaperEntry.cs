using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Steps;

/// <param name="At">The time on the sheet.</param>
public sealed record PaperEntry(SheetLine Line, DateTimeOffset At);
