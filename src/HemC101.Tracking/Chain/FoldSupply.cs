using System.Collections.Immutable;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of a supply out of specification.</summary>
public sealed partial record ChainState
{
    private ChainState? WhenSupplied(ChainEvent what) => what switch
    {
        SupplyRequested asked => With(asked.Batch, item => item with { Exception = new(asked.Failed.ToImmutableDictionary(), asked.Document) }),
        SupplyRiskEvaluated evaluated => With(evaluated.Batch, item => item with
        {
            Exception = item.Exception! with { IsRiskAcceptable = evaluated.Risk == ExceptionalSupply.Acceptable },
        }),
        SupplyAccepted accepted => With(accepted.Batch, item => item with { Exception = item.Exception! with { IsAccepted = true } }),
        SponsorInformed informed => With(informed.Batch, item => item with { Exception = item.Exception! with { IsSponsorInformed = true } }),
        BatchSuppliedOutOfSpecification supplied =>
            On(ProductTrigger.SupplyOutOfSpecification).With(supplied.Batch, item => item.On(BatchTrigger.SupplyOutOfSpecification)),
        _ => null,
    };
}
