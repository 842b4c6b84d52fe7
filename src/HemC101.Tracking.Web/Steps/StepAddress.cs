using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Which step, on which chain, to what.</summary>
/// <param name="Target">Canonical text of the thing; empty for the chain itself.</param>
public sealed record StepAddress(Step Step, CoiId Coi, string Target)
{
    public string Path => $"/{Step.Station}/Step/{Step.Id}/{Coi}" + (Target.Length == 0 ? "" : $"/{Target}");

    /// <returns>Null when there is no such step, or the identifier is none; whether chain and thing exist is not asked.</returns>
    public static StepAddress? Find(string stepId, string coi, string? target) =>
        StepCatalogue.Find(stepId) is { } step && CoiId.TryParse(coi, out var id) ? new(step, id, target ?? "") : null;
}
