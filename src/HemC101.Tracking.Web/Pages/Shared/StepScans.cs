using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Pages.Shared;

/// <summary>
/// Model of <c>_StepScans</c>: what a step wants scanned. <c>Typed</c> is the identifier for which a reason is asked; null when none is.
/// </summary>
public sealed record StepScans(StepScreen Screen, string? Typed = null);
