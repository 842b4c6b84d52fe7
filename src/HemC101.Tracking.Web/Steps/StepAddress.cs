using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Which step, on which chain, to what.</summary>
/// <param name="Target">Canonical text of the thing; empty for the chain itself.</param>
public sealed record StepAddress(Step Step, CoiId Coi, string Target)
{
    /// <summary>In the place of <c>Step</c> for what is entered from a sheet.</summary>
    public const string FromPaper = "Paper";

    public string Path => $"/{Step.Station}/{(Step.Original is null ? "Step" : FromPaper)}/{Step.Id}/{Coi}" + (Target.Length == 0 ? "" : $"/{Target}");

    /// <returns>Null when there is no such step, or the identifier is none; whether chain and thing exist is not asked.</returns>
    public static StepAddress? Find(string stepId, string coi, string? target, bool isFromPaper = false) =>
        FindStep(stepId, isFromPaper) is { } step && CoiId.TryParse(coi, out var id) ? new(step, id, target ?? "") : null;

    /// <returns>Null when there is none, or it is none that stands on paper.</returns>
    public static Step? FindStep(string stepId, bool isFromPaper) =>
        StepCatalogue.Find(stepId) is { } step ? isFromPaper ? BackEntry.Of(step) : step : null;
}
