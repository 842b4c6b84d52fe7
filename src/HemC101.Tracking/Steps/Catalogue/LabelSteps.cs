using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// A label is printed again, put on in place of the old one, or destroyed: always by two people, with a reason. An old label that is on its
/// thing stays there and is valid until the new one was scanned back.
/// </summary>
internal static class LabelSteps
{
    private static readonly Role[] Hands = [Role.LabOperator, Role.ApheresisNurse, Role.ApheresisPhysician, Role.QualityAssurance];

    /// <summary>Boxes, overwraps and stickers are in other hands, too.</summary>
    private static readonly Role[] AllHands = [.. Hands, Role.QualifiedPerson, Role.Investigator, Role.Cryostore, Role.Courier, Role.WardNurse];

    private static readonly SignatureDemand[] TwoPeople = [new(Meaning.Performed, AllHands), new(Meaning.Verified, AllHands)];

    private static readonly SignatureDemand[] TwoOfTheThing = [new(Meaning.Performed, Hands), new(Meaning.Verified, Hands)];

    private static readonly ChoiceField ReprintReason = new("reason", new("Причина перепечатки", "Reason for the reprint"),
    [
        new("not-printed", new("Этикетка не вышла из принтера", "The label did not come out of the printer")),
        new("unreadable", new("Код не читается", "The code does not read")),
        new("damaged", new("Повреждена или отклеилась", "Damaged or came off")),
        new("spoilt", new("Испорчена при наклейке", "Spoilt while being applied")),
        new("identity-corrected", new("Имя или дата рождения исправлены", "Name or birth date corrected")),
    ]);

    private static readonly ChoiceField DestroyReason = new("reason", new("Причина уничтожения", "Reason for the destruction"),
    [
        new("not-needed", new("Не понадобилась", "Not needed")),
        new("spoilt", new("Испорчена", "Spoilt")),
        new("not-printed", new("Не вышла из принтера", "Did not come out of the printer")),
        new("taken-off", new("Снята: контейнер вскрыт, пакет использован или статус изменился", "Taken off: box opened, bag used, or status changed")),
    ]);

    private static readonly CheckField OldGone = new("old_gone", new(
        "Прежняя этикетка уничтожена при обоих или не выходила из принтера",
        "The old label was destroyed before both of us, or never came out of the printer"));

    private static readonly CheckField Destroyed = new("destroyed", new(
        "Этикетка уничтожена при обоих (или не выходила из принтера)",
        "The label was destroyed before both of us (or never came out of the printer)"));

    private static readonly CheckField SameBag = new("same_thing", new(
        "Прежняя и новая этикетки сличены: все номера совпадают",
        "Old and new label were compared: all numbers agree"));

    private static readonly CheckField OldRemoved = new("old_removed", new(
        "После сканирования новой прежняя снята и уничтожена при обоих; на объекте одна этикетка",
        "After the new label was scanned, the old one was taken off and destroyed before both of us; one label is on the thing"));

    private static readonly CheckField InItsPlace = new("in_its_place", new(
        "Этикетка на своём месте: на контейнере, кассете, пробирке, оболочке или бирке, и не на самом пакете",
        "The label is in its place: on the box, cassette, tube, overwrap or tag, and not on the bag itself"));

    private static readonly CheckField WasInItsPlace = new("was_in_its_place", new(
        "Этикетка была на кассете до замораживания; теперь она только считана, клеить ничего не пришлось",
        "The label was on the cassette before it was frozen; now it was only scanned, and nothing had to be stuck on"));

    private static readonly Gate NotFrozen = new(
        "print-frozen", "Пакет заморожен: ни на него, ни на кассету ничего не клеят. Наложите запрет и вызовите ОК (QA).",
        "The bag is frozen: nothing is stuck on it or on its cassette. Place a hold and call QA.",
        facts => facts.Print is not { Carrier: Carrier.PrimaryBag or Carrier.Cassette } || facts.Bag is not { Frozen: true });

    /// <summary>A label that waits to be put on a frozen bag by its own step, or on its cassette with it, may be printed again.</summary>
    private static readonly Gate NotOnAFrozenBag = NotFrozen with
    {
        Holds = facts => NotFrozen.Holds(facts)
            || facts.Print is { Kind: LabelKind.DoseBagRedesignated or LabelKind.CassetteRedesignated, State: not PrintState.Applied },
    };

    /// <summary>
    /// The cassette of a re-designated bag gets its new label as the bag does, by the site's procedure; and a first label that was put on
    /// and forgotten at the scanner may still be scanned.
    /// </summary>
    private static readonly Gate NotOnAFrozenCassette = NotFrozen with
    {
        Holds = facts => NotFrozen.Holds(facts) || facts.Print is { Kind: LabelKind.CassetteRedesignated } || IsScannedLate(facts),
    };

    public static readonly Step Reprint = new()
    {
        Id = "label.reprint",
        Name = new("Перепечатать этикетку", "Reprint a label"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Print,
        Roles = AllHands,
        Listed = false,
        When = facts => IsNewest(facts) && facts.Print is { Kind: not LabelKind.Wristband },
        Record = [ReprintReason],
        TargetRecord = facts => facts.Print is { State: PrintState.Applied } ? [] : [OldGone],
        Gates =
        [
            new("print-wristband", "Браслет не перепечатывают. Выполните «Заменить браслет».",
                "A wristband is not reprinted. Take the step “Replace the wristband”.", facts => facts.Print?.Kind != LabelKind.Wristband),
            new("print-replaced", "Вместо этой этикетки уже напечатана другая. Откройте новую.",
                "Another one was printed already in place of this label. Open the newer one.", IsNewest),
            NotOnAFrozenBag,
        ],
        Signatures = TwoPeople,
        TargetSignatures = Signers,
        Labels = facts => facts.Print is { } print ? [new(print.Kind, print.Carrier, print.Of) { Repeats = true }] : [],
        Events = _ => [],
    };

    public static readonly Step Apply = new()
    {
        Id = "label.apply",
        Name = new("Наклеить этикетку и считать её", "Apply a label and scan it back"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Print,
        Roles = AllHands,
        Listed = false,
        When = facts => IsAppliedHere(facts) && facts.Print is { State: PrintState.Printed },
        TargetScans = facts => WantedBy(facts.Print) is { } wanted
            ? [new("label", wanted, new("новая этикетка, уже наклеенная", "the new label, already applied")) { Fresh = true, Expect = _ => facts.Print?.Of }, .. TagSteps.NewOnCassette(facts)]
            : [],
        AttachesTags = true,
        TargetRecord = facts => facts.Print is not { } print || !print.Carrier.IsAround() ? [SameBag, OldRemoved]
            : IsScannedLate(facts) ? [WasInItsPlace]
            : facts.Chain.AppliedBefore(print) is null ? [InItsPlace] : [InItsPlace, OldRemoved],
        Gates =
        [
            new("print-first", "Первую этикетку самого пакета или контейнера наклеивают своим шагом. Так – только перепечатанную и ту, что вокруг пакета.",
                "The first label of a bag or container is applied by its own step. This way: a reprinted one, or one that goes around the bag.", IsAppliedHere),
            new("print-not-waiting", "Эта этикетка уже наклеена, заменена или уничтожена.",
                "This label was applied, replaced or destroyed already.", facts => facts.Print is { State: PrintState.Printed }),
            NotOnAFrozenCassette,
        ],
        Checks =
        [
            new("print-other", "Отсканирована другая этикетка. Отсканируйте ту, которая перепечатана.",
                "Another label was scanned. Scan the reprinted one.",
                facts => facts.Scans.GetValueOrDefault("label")?.Serial is { } scanned && scanned == facts.Print?.Serial),
        ],
        Signatures = TwoPeople,
        TargetSignatures = Signers,
        Events = facts => facts.Bag is { } bag ? TagSteps.Attached(facts, bag.Id, Carrier.Cassette) : [],
    };

    public static readonly Step Destroy = new()
    {
        Id = "label.destroy",
        Name = new("Уничтожить этикетку", "Destroy a label"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Print,
        Roles = AllHands,
        Listed = false,
        When = MayGo,
        Record = [DestroyReason, Destroyed],
        Gates =
        [
            new("print-applied", "Уничтожают ненаклеенную этикетку и снятую с контейнера, оболочки или наклейки. Повреждённую наклеенную – перепечатайте.",
                "Destroyed is a label that was not applied, or one taken off a box, an overwrap, or as a sticker. Reprint a damaged one.", MayGo),
        ],
        Signatures = TwoPeople,
        TargetSignatures = Signers,
        Events = facts => [new LabelDestroyed(facts.Print!.Serial, facts.Value(DestroyReason))],
    };

    public static readonly IReadOnlyList<Step> All = [Reprint, Apply, Destroy];

    /// <summary>Waiting, applied with none waiting beside it, or destroyed with nothing in its place yet: what a new print may take the place of.</summary>
    private static bool IsNewest(Facts facts) => facts.Print is { } print && print.State switch
    {
        PrintState.Printed => true,
        PrintState.Applied => !facts.Chain.Prints.Values.Any(other => other.IsTwinOf(print) && other.State == PrintState.Printed),
        PrintState.Destroyed => !facts.Chain.Prints.Values.Any(other => other.IsTwinOf(print) && other.State is (PrintState.Printed or PrintState.Applied)),
        PrintState.Superseded => false,
    };

    private static bool MayGo(Facts facts) =>
        facts.Print is { State: PrintState.Printed } || (facts.Print is { State: PrintState.Applied, Carrier: var carrier } && carrier.ComesOff());

    private static SignatureDemand[] Signers(Facts facts) => facts.Print?.Carrier.ComesOff() == true ? TwoPeople : TwoOfTheThing;

    private static bool IsAppliedHere(Facts facts) => facts.Print is { } print && facts.Chain.IsPutOnByItself(print);

    private static bool IsScannedLate(Facts facts) =>
        facts is { Print: { Carrier: Carrier.Cassette, Kind: not LabelKind.CassetteRedesignated } print, Bag.Frozen: true } && facts.Chain.AppliedBefore(print) is null;

    private static Wanted? WantedBy(Print? print) => print?.Carrier.IsAround() == true ? Wanted.LabelAround : print?.Kind switch
    {
        LabelKind.CollectionBag => Wanted.CollectionBag,
        LabelKind.InProcessContainer => Wanted.ProcessContainer,
        LabelKind.DoseBagDay1 or LabelKind.DoseBagDay2 or LabelKind.DoseBagRedesignated => Wanted.DoseBag,
        _ => null,
    };
}
