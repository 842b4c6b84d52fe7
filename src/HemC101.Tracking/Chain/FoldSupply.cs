using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of a supply out of specification.</summary>
public sealed partial record ChainState
{
    private ChainState? WhenSupplied(ChainEvent what, Act act) => what switch
    {
        SupplyRequested asked => With(asked.Batch, item => item with { Exception = new(asked.Failed.ToImmutableDictionary(), asked.Document) { DoseE6PerKg = asked.DoseE6PerKg, Physicians = Signers(act) } }),
        SupplyRiskEvaluated evaluated => With(evaluated.Batch, item => item with
        {
            Exception = item.Exception! with { IsRiskAcceptable = evaluated.Risk == ExceptionalSupply.Acceptable, IsAccepted = false, IsSponsorInformed = false },
        }),
        SupplyAccepted accepted => With(accepted.Batch, item => item with
        {
            Exception = item.Exception! with { IsAccepted = true, Physicians = item.Exception!.Physicians.Union(Signers(act)) },
        }),
        SponsorInformed informed => With(informed.Batch, item => item with { Exception = item.Exception! with { IsSponsorInformed = true } }),
        BatchSuppliedOutOfSpecification supplied =>
            On(ProductTrigger.SupplyOutOfSpecification).With(supplied.Batch, item => item.On(BatchTrigger.SupplyOutOfSpecification) with { WasSuppliedOutOfSpecification = true }),
        _ => null,
    };

    private static ImmutableHashSet<StaffNumber> Signers(Act act) => [.. act.Signatures.Select(signature => signature.By)];
}
