using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Which step, on which chain, to what.</summary>
/// <param name="Target">Canonical text of the thing; empty for the chain itself.</param>
public sealed record StepAddress(Step Step, CoiId Coi, string Target)
{
    public string Path => $"/{Step.Station}/Step/{Step.Id}/{Coi}" + (Target.Length == 0 ? "" : $"/{Target}");
}
