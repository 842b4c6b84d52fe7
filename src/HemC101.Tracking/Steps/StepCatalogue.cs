using System.Collections.Frozen;
using HemC101.Tracking.Steps.Catalogue;

namespace HemC101.Tracking.Steps;

/// <summary>Every step of the work, in the order of the journey. A new step is one entry here, its event, its fold, its gates.</summary>
public static class StepCatalogue
{
    private static readonly FrozenDictionary<string, Step> ById;

    static StepCatalogue()
    {
        All =
        [
            .. EnrolmentSteps.All, .. IdentitySteps.All, .. ApheresisSteps.All, .. SecondBagSteps.All, .. FallbackSteps.All, .. TransportSteps.All, .. LaboratorySteps.All, .. SplitSteps.All, .. UnderdoseSteps.All,
            .. QualitySteps.All, .. StrSteps.All, .. RecallSteps.All, .. SupplySteps.All, .. CellStoreSteps.All, .. RedesignationSteps.All, .. WardSteps.All, .. ToleranceSteps.All, .. BedsideSteps.All, .. FollowUpSteps.All, .. LabelSteps.All, .. TagSteps.All,
            .. CustodySteps.All, .. ConfirmationSteps.All, .. CorrectionSteps.All, .. CheckSteps.All, .. DeviationSteps.All,
        ];
        ById = All.ToFrozenDictionary(step => step.Id);
    }

    public static IReadOnlyList<Step> All { get; }

    /// <returns>Null when there is no such step.</returns>
    public static Step? Find(string id) => ById.GetValueOrDefault(id);

    /// <exception cref="ArgumentException">There is no such step.</exception>
    public static Step Get(string id) => Find(id) ?? throw new ArgumentException($"There is no step {id}.", nameof(id));
}
