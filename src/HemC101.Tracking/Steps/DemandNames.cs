using HemC101.Tracking.Steps.Catalogue;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>What a scan of a past step was to show, as its page prompted for it.</summary>
public static class DemandNames
{
    /// <returns>The key itself when the catalogue no longer asks for it.</returns>
    public static Text Of(string stepId, string demand) =>
        StepCatalogue.Find(stepId)?.Scans.FirstOrDefault(scan => scan.Key == demand)?.Prompt
        ?? Enum.GetValues<MaterialKind>().Select(Words.Lot).FirstOrDefault(lot => lot.Key == demand)?.Prompt
        ?? TagSteps.PromptOf(demand)
        ?? new[] { Words.FirstTag, Words.SecondTag }.FirstOrDefault(tag => tag.Key == demand)?.Prompt
        ?? new(demand, demand);
}
