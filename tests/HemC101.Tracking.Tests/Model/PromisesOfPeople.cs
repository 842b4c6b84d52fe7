using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.Model;

/// <summary>Who stands behind what happened.</summary>
internal static class PromisesOfPeople
{
    private const Role Nobody = (Role)(-1);

    /// <summary>Who handles containers, and quality assurance.</summary>
    private static readonly Role[] Anybody =
        [Role.Courier, Role.ApheresisNurse, Role.ApheresisPhysician, Role.LabOperator, Role.Cryostore, Role.WardNurse, Role.QualityAssurance];

    /// <summary>The roles that have to stand behind an event together, one person each; "or" between those that may.</summary>
    private static readonly Dictionary<Type, Role[][]> Behind = new()
    {
        [typeof(ApheresisOrdered)] = [[Role.Investigator], [Role.ApheresisPhysician]],
        [typeof(CollectionIdentified)] = [[Role.ApheresisNurse], [Role.ApheresisPhysician, Role.ApheresisNurse]],
        [typeof(CollectionStarted)] = [[Role.ApheresisNurse], [Role.ApheresisPhysician, Role.ApheresisNurse]],
        [typeof(CollectionCompleted)] = [[Role.ApheresisNurse], [Role.ApheresisPhysician, Role.ApheresisNurse]],
        [typeof(CollectionDisconnected)] = [[Role.ApheresisNurse, Role.ApheresisPhysician], [Role.ApheresisPhysician, Role.ApheresisNurse]],
        [typeof(FallbackSetTaken)] = [[Role.ApheresisNurse, Role.ApheresisPhysician], [Role.ApheresisPhysician, Role.ApheresisNurse]],
        [typeof(SecondBagTaken)] = [[Role.ApheresisNurse, Role.ApheresisPhysician], [Role.ApheresisNurse, Role.ApheresisPhysician]],
        [typeof(CollectionBagExplained)] = [[Role.LabOperator, Role.ApheresisNurse, Role.ApheresisPhysician], [Role.QualityAssurance]],
        [typeof(CollectionHandedOver)] = [[Role.ApheresisNurse, Role.ApheresisPhysician], [Role.Courier]],
        [typeof(CollectionReceived)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(CollectionQuarantined)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(CollectionAccepted)] = [[Role.QualityAssurance]],
        [typeof(CollectionRejected)] = [[Role.QualityAssurance]],
        [typeof(BatchOpened)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(UnitStarted)] = [[Role.LabOperator]],
        [typeof(UnitCompleted)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(BatchFailed)] = [[Role.LabOperator], [Role.QualityAssurance]],
        [typeof(QcResultRecorded)] = [[Role.QualityControl], [Role.QualityControl]],
        [typeof(QcResultInvalidated)] = [[Role.QualityControl], [Role.QualityAssurance]],
        [typeof(StrReferenceRecorded)] = [[Role.QualityControl], [Role.Investigator]],
        [typeof(BatchReviewed)] = [[Role.QualityAssurance]],
        [typeof(BatchReleasedConditionally)] = [[Role.QualifiedPerson]],
        [typeof(BatchReleased)] = [[Role.QualifiedPerson]],
        [typeof(SupplyRequested)] = [[Role.Investigator]],
        [typeof(SupplyRiskEvaluated)] = [[Role.QualityAssurance, Role.QualifiedPerson]],
        [typeof(SupplyAccepted)] = [[Role.Investigator]],
        [typeof(SponsorInformed)] = [[Role.QualityAssurance, Role.QualifiedPerson]],
        [typeof(BatchSuppliedOutOfSpecification)] = [[Role.QualifiedPerson]],
        [typeof(BatchCertified)] = [[Role.QualifiedPerson]],
        [typeof(BatchRejected)] = [[Role.QualifiedPerson]],
        [typeof(BagsConfirmed)] = [[Role.QualifiedPerson]],
        [typeof(UnderdoseReported)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(BagFilled)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(BatchSplit)] = [[Role.LabOperator], [Role.LabOperator]],
        [typeof(BagFrozen)] = [[Role.Cryostore, Role.LabOperator], [Role.Cryostore, Role.LabOperator]],
        [typeof(BagStored)] = [[Role.Cryostore, Role.LabOperator], [Role.Cryostore, Role.LabOperator]],
        [typeof(BagReserved)] = [[Role.Cryostore]],
        [typeof(BagDeferred)] = [[Role.Cryostore]],
        [typeof(BagIssued)] = [[Role.Cryostore, Role.LabOperator], [Role.Cryostore, Role.LabOperator]],
        [typeof(BagDeparted)] = [[Role.Cryostore], [Role.Courier]],
        [typeof(BagReceivedOnWard)] = [[Role.Courier], [Role.WardNurse]],
        [typeof(BagReturned)] = [[Role.WardNurse, Role.Courier], [Role.Cryostore, Role.Courier]],
        [typeof(BagRestored)] = [[Role.Cryostore], [Role.QualifiedPerson, Role.QualityAssurance]],
        [typeof(BagWithheld)] = [[Role.Investigator]],
        [typeof(BagReinstated)] = [[Role.Investigator], [Role.QualifiedPerson]],
        [typeof(BagRedesignated)] = [[Role.Investigator], [Role.QualifiedPerson]],
        [typeof(BagRelabelled)] = [[Role.Cryostore, Role.LabOperator], [Role.Cryostore, Role.LabOperator]],
        [typeof(HandedOver)] = [[Role.Investigator], [Role.Coordinator]],
        [typeof(FollowUpRecorded)] = [[Role.Investigator, Role.Coordinator]],
        [typeof(BagDamaged)] = [[Role.Cryostore, Role.LabOperator, Role.WardNurse]],
        [typeof(BagExpired)] = [[Role.Cryostore, Role.QualityAssurance]],
        [typeof(BagRecalled)] = [[Role.QualityAssurance, Role.QualifiedPerson]],
        [typeof(BagDiscarded)] = [[Role.Cryostore, Role.LabOperator, Role.WardNurse], [Role.QualityAssurance, Role.Cryostore, Role.LabOperator, Role.WardNurse]],
        [typeof(BagRetained)] = [[Role.Cryostore], [Role.QualityAssurance]],
        [typeof(CollectionMisrouted)] = [Anybody],
        [typeof(CollectionLost)] = [Anybody, Anybody],
        [typeof(CollectionFound)] = [Anybody, Anybody],
        [typeof(BagMisrouted)] = [Anybody],
        [typeof(BagLost)] = [Anybody, Anybody],
        [typeof(TagsDispensed)] = [[Role.LabOperator], [Role.QualityAssurance]],
        [typeof(TagDied)] = [[Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.Courier], [Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.Courier]],
        [typeof(BagFound)] = [Anybody, Anybody],
        [typeof(LymphodepletionStarted)] = [[Role.Investigator]],
        [typeof(LymphodepletionCompleted)] = [[Role.Investigator]],
        [typeof(ReadinessSigned)] = [[Role.Investigator]],
        [typeof(ToleranceDecided)] = [[Role.Investigator]],
        [typeof(BagCleared)] = [[Role.WardNurse], [Role.WardNurse]],
        [typeof(ThawStarted)] = [[Role.WardNurse], [Role.WardNurse]],
        [typeof(ThawEnded)] = [[Role.WardNurse], [Role.WardNurse]],
        [typeof(BedsideRoundFinished)] = [[Role.WardNurse]],
        [typeof(ReidentificationAllowed)] = [[Role.Investigator], [Role.QualifiedPerson, Role.QualityAssurance]],
        [typeof(InfusionStarted)] = [[Role.WardNurse]],
        [typeof(InfusionResumed)] = [[Role.WardNurse], [Role.Investigator]],
        [typeof(InfusedVolumeRecorded)] = [[Role.WardNurse, Role.Investigator]],
        [typeof(BagUnlocked)] = [[Role.QualityAssurance, Role.QualifiedPerson]],
        [typeof(HoldPlaced)] = [[Role.QualityAssurance, Role.QualifiedPerson, Role.Investigator]],
        [typeof(HoldReleased)] = [[Role.QualityAssurance, Role.QualifiedPerson]],
        [typeof(ReadinessRevoked)] = [[Role.Investigator, Role.QualityAssurance]],
        [typeof(ChainDiscontinued)] = [[Role.Investigator]],
        [typeof(BandBound)] = [[Nobody], [Nobody]],
        [typeof(BandReplaced)] = [[Nobody], [Nobody]],
        [typeof(LabelDestroyed)] = [[Nobody], [Nobody]],
        [typeof(SafetyActConfirmed)] = [[Nobody]],
        [typeof(SafetyActDisputed)] = [[Nobody]],
        [typeof(SafetyActSettled)] = [[Role.QualityAssurance]],
        [typeof(StrReferenceRecorded)] = [[Role.QualityControl], [Role.Investigator]],
    };

    public static readonly IReadOnlyList<Promise> All =
    [
        new("the right people stand behind it", taken => taken.Events.All(what => !Behind.TryGetValue(what.GetType(), out var wanted) || AreBehind(taken, wanted))),
        new("a second physician stands behind what is milder than its rule", taken => taken.Events.OfType<ToleranceDecided>().All(decided =>
            decided.Decided >= decided.Proposed || taken.Signed.Count == 2 && taken.Signed.All(signed => signed.Role == Role.Investigator) && decided.Grounds is not null)),
        new("two operators plan the doses, investigator and QP where there is too little", taken => taken.Events.OfType<SplitPlanned>().All(planned =>
            AreBehind(taken, planned.Option is null ? [[Role.LabOperator], [Role.LabOperator]] : [[Role.Investigator], [Role.QualifiedPerson]]))),
        new("nobody signs twice", taken => taken.Signed.DistinctBy(signed => signed.Signer.Person.Number).Count() == taken.Signed.Count
            && taken.Signed.DistinctBy(signed => signed.Signer.Person.FullName).Count() == taken.Signed.Count),
        new("an administrator signs nothing", taken => !taken.Signed.Any(signed => signed.Signer.Person.Has(Role.Administrator))),
        new("two nurses verified what is infused", taken => taken.After.Bags.All(bag =>
            bag.State is not (BagState.Verified or BagState.Infusing or BagState.Paused) || bag.Rounds.Distinct().Count() == 2)),
        new("after a wrong band one of the two nurses is new", taken => taken.Events.OfType<BagVerified>().All(verified =>
            taken.After.Find(verified.Bag) is { } bag && (bag.VoidedRounds.IsEmpty || bag.Rounds.Exists(nurse => !bag.VoidedRounds.Contains(nurse))))),
        new("the QP that decides had no hand in the batch", taken => taken.Events
            .Where(what => what is BatchReleased or BatchReleasedConditionally or BatchCertified or BatchSuppliedOutOfSpecification or BagsConfirmed)
            .All(what => taken.Signed.All(signed => !taken.Before.Find(Promises.BatchOf(what)!.Value)!.Hands.Contains(signed.Signer.Person.Number)))),
        new("a hold is released by somebody else", taken => taken.Events.OfType<HoldReleased>().All(released =>
            taken.Signed.All(signed => !taken.Before.Holds.Find(hold => hold.Number == released.Number)!.PlacedBy.Contains(signed.Signer.Person.Number)))),
        new("everybody confirms or disputes what stands in their own name, and settles nothing of it", taken => taken.Events.All(what => what switch
        {
            SafetyActConfirmed confirmed => Own(taken, confirmed.Number),
            SafetyActDisputed disputed => Own(taken, disputed.Number),
            SafetyActSettled settled => taken.Signed.All(signed => signed.Signer.Person.Number != Act(taken, settled.Number)?.By),
            _ => true,
        })),
        new("a disputed step is settled by finding, an undisputed one by the person or two others", taken => taken.Step.Id switch
        {
            "safety.confirm" or "safety.dispute" or "safety.vouch" => taken.Facts.SafetyAct is { IsDisputed: false },
            "safety.settle" => taken.Facts.SafetyAct is { IsDisputed: true },
            _ => true,
        } && taken.Events.OfType<SafetyActSettled>().All(settled => settled.Finding == "somebody-else" == settled.Actual is not null)),
        new("two others speak for one who is absent", taken => taken.Step.Id != "safety.vouch" || taken.Signed.Count == 2),
        new("a clearance is withdrawn by name", taken => taken.Step.Id != "clearance.withdraw" || taken.Signed.Count == 1),
        new("two put a label on anew", taken => taken.Step.Id is not ("label.reprint" or "label.apply") || taken.Signed.Count == 2),
        new("a step without signature is taken by somebody whose work it is", taken => taken.Step.Signatures.Count > 0
            || taken.Facts.SignedIn is { } person && taken.Step.Roles.Any(person.Has)),
    ];

    /// <summary>A person for each, whoever they are where any role will do.</summary>
    private static bool AreBehind(Transition taken, Role[][] wanted) => taken.Signed.Count >= wanted.Length
        && taken.Signed.Zip(wanted).All(pair => pair.Second[0] == Nobody || pair.Second.Contains(pair.First.Role));

    private static bool Own(Transition taken, int number) => taken.Signed.All(signed => signed.Signer.Person.Number == Act(taken, number)?.By);

    private static Tracking.Chain.SafetyAct? Act(Transition taken, int number) => taken.Before.SafetyActs.Find(act => act.Number == number);
}
