using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>The fold of the ward: preparation, thaw, bedside verification, infusion, tolerance.</summary>
public sealed partial record ChainState
{
    private ChainState? WhenInfused(ChainEvent what, Act act) => what switch
    {
        LymphodepletionStarted => this with { LymphodepletionStartedAt = act.At, LymphodepletionLastDoseAt = null, Readiness = Readiness.Clear() },
        LymphodepletionCompleted completed => this with { LymphodepletionLastDoseAt = completed.LastDoseAt },
        ReadinessSigned signed => this with
        {
            Readiness = Readiness.SetItem(
                signed.Day, new Readiness(signed.Day, act.At, signed.ValidUntil, signed.Cultures, signed.CulturesCheckedAt) { Settings = act.SettingsVersion }),
        },
        ReadinessRevoked revoked => this with
        {
            Readiness = Readiness.SetItem(revoked.Day, Readiness[revoked.Day] with { Revoked = true }),
        },
        ToleranceDecided decided => this with
        {
            ToleranceDecision = new ToleranceDecision(decided.Decided, act.At, decided.ValidUntil) { Settings = act.SettingsVersion },
        },
        ToleranceRevoked => this with { ToleranceDecision = null },

        BagCleared cleared => With(cleared.Bag, bag => bag.On(BagTrigger.Clear) with { WasCleared = true }),
        ClearanceLapsed lapsed => With(lapsed.Bag, bag => NewRound(bag.On(BagTrigger.LapseClearance), act)),
        ThawStarted started => With(started.Bag, bag => bag.On(BagTrigger.StartThaw) with { ThawStartedAt = act.At }),
        ThawEnded ended => With(ended.Bag, bag => bag.On(BagTrigger.EndThaw) with { PostThawExpiresAt = ended.ExpiresAt }),

        BedsideRoundFinished round => With(round.Bag, bag => bag with
        {
            Rounds = round.Round == 1 ? [round.By] : bag.Rounds.Add(round.By),
            FirstRoundAt = round.Round == 1 ? act.At : bag.FirstRoundAt,
        }),
        BagVerified verified => With(verified.Bag, bag => bag.On(BagTrigger.Verify) with { StartBefore = verified.StartBefore }),
        VerificationLapsed lapsed => With(lapsed.Bag, bag => NewRound(bag.On(BagTrigger.LapseVerification), act)),
        BedsideRoundVoided voided => With(voided.Bag, bag => NewRound(bag, act) with
        {
            Locked = bag.Locked || voided.Locks,
            VoidedRounds = voided.Locks ? [.. bag.Rounds, act.By] : bag.VoidedRounds,
        }),
        ReidentificationAllowed allowed => With(allowed.Bag, bag => NewRound(bag, act) with { Locked = false }),

        InfusionStarted started => With(started.Bag, bag => bag.On(BagTrigger.StartInfusion) with { InfusionStartedAt = act.At }),
        InfusionPaused paused => With(paused.Bag, BagTrigger.Pause),
        InfusionResumed resumed => With(resumed.Bag, BagTrigger.Resume),
        InfusionStopped stopped => With(stopped.Bag, bag => Ended(bag.On(BagTrigger.Stop), stopped.VolumeMl, act)),
        InfusionEnded ended => With(ended.Bag, bag => Ended(bag.On(BagTrigger.End), ended.VolumeMl, act)),
        InfusedVolumeRecorded recorded => With(recorded.Bag, bag => bag with { InfusedMl = recorded.VolumeMl }),
        ReactionRecorded => this,
        _ => null,
    };

    private static DoseBag NewRound(DoseBag bag, Act act) =>
        bag with { Rounds = [], FirstRoundAt = null, StartBefore = null, ScansVoidUntil = act.At };

    private static DoseBag Ended(DoseBag bag, decimal? volumeMl, Act act) =>
        bag with { InfusedMl = volumeMl, InfusionEndedAt = act.At };
}
