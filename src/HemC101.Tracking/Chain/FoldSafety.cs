using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of who took a Safety step.</summary>
public sealed partial record ChainState
{
    private ChainState? WhenConfirmed(ChainEvent what, Act act) => what switch
    {
        ConfirmationWanted wanted => this with
        {
            SafetyActs = SafetyActs.Add(new SafetyAct(wanted.Number, wanted.StepId, wanted.Target, wanted.By, act.At, wanted.Doubts)
            {
                Since = act.RecordedAt,
                Paper = act.Paper,
                EnteredBy = act.Signatures.FirstOrDefault(signature => signature.Meaning == Meaning.Transcribed)?.By,
            }),
            ConfirmationsEverWanted = wanted.Number,
        },
        SafetyActConfirmed confirmed => Without(confirmed.Number),
        SafetyActDisputed disputed => this with
        {
            SafetyActs = [.. SafetyActs.Select(open => open.Number == disputed.Number ? open with { IsDisputed = true } : open)],
        },
        SafetyActSettled settled => Without(settled.Number),
        _ => null,
    };

    private ChainState Without(int number) => this with { SafetyActs = SafetyActs.RemoveAll(open => open.Number == number) };
}
