using HemC101.Tracking.Chain.Events;

namespace HemC101.Tracking.Steps;

/// <summary>Decisions that rest on what was recorded before them.</summary>
[Flags]
public enum Reliance
{
    None = 0,
    Plan = 1,

    /// <summary>Review, release, certification, confirmation of the bags.</summary>
    Release = 2,
    Readiness = 4,
    Tolerance = 8,

    /// <summary>Clearance, and the rounds at the bed.</summary>
    Bedside = 16,
}

internal static class Reliances
{
    public static Reliance Of(ChainEvent decision) => decision switch
    {
        SplitPlanned => Reliance.Plan,
        BatchReviewed or BatchReleasedConditionally or BatchReleased or BatchCertified or BagsConfirmed
            or SupplyRequested or SupplyRiskEvaluated or SupplyAccepted or BatchSuppliedOutOfSpecification => Reliance.Release,
        ReadinessSigned => Reliance.Readiness,
        ToleranceDecided => Reliance.Tolerance,
        BagCleared or BedsideRoundFinished or BagVerified => Reliance.Bedside,
        _ => Reliance.None,
    };
}
