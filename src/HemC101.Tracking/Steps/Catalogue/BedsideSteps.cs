using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// The two blind rounds at the bed, and the infusion. Each nurse scans everything alone and sees nothing of the other's round;
/// a mismatch of either stops both.
/// </summary>
internal static class BedsideSteps
{
    private static readonly CheckField Inspected = new("inspected", new("Пакет осмотрен: цел, без сгустков", "Bag inspected: intact, no clumps"));
    private static readonly CheckField OrderAgrees = new("order_agrees", new("Назначение врача совпадает: доза, объём, пакет", "Physician's order agrees: dose, volume, bag"));
    private static readonly NumberField Volume = new("volume", new("Введено", "Volume infused"), "мл", 0, 500, 1);

    /// <summary>Nothing may keep a stop or an end from being recorded: who cannot read the volume now adds it afterwards.</summary>
    private static readonly NumberField VolumeIfKnown = Volume with { Optional = true };
    private static readonly NumberField Grade = new("grade", new("Степень реакции (CTCAE)", "Grade of the reaction (CTCAE)"), "", 1, 4, 0);

    private static readonly ChoiceField StopReason = new("reason", new("Причина", "Reason"),
    [
        new("reaction", new("Реакция", "Reaction")),
        new("access", new("Потерян доступ", "Access lost")),
        new("clot", new("Сгусток, закупорка", "Clot, blocked line")),
        new("time", new("Истекло время", "Time ran out")),
        new("physician", new("Решение врача", "Physician's decision")),
    ]);

    private static readonly Gate PairIsOpen = new(
        "no-first-round", "Первой сверки нет или её время истекло. Обе медсестры начинают заново.",
        "There is no first round, or its time ran out. Both nurses begin again.", FirstRoundIsOpen);

    private static readonly Gate OtherNurse = new(
        "same-nurse",
        $"Вторую сверку делает другая медсестра. {Words.OneName.Ru}",
        $"The second round is done by a different nurse. {Words.OneName.En}",
        facts => facts.Bag is { } bag && facts.Signers.All(signer => !bag.Rounds.Exists(nurse => facts.Chain.AreOne(nurse, signer.Person))));

    private static readonly Gate FreshEyes = new(
        "same-pair", "После несовпадения хотя бы одна медсестра должна быть новой.",
        "After a mismatch at least one nurse must be new.",
        facts => facts.Bag is { } bag && (bag.VoidedRounds.IsEmpty
            || bag.Rounds.Exists(nurse => !bag.VoidedRounds.Any(voided => facts.Chain.AreOne(voided, nurse)))
            || facts.Signers.Any(signer => !bag.VoidedRounds.Any(voided => facts.Chain.AreOne(voided, signer.Person)))));

    public static readonly Step FirstRound = Bag("bedside.first", new("Сверка у постели: первая медсестра", "Bedside round: first nurse"), StepKind.Advance) with
    {
        When = facts => facts.Bag?.State == BagState.Thawed && !FirstRoundIsOpen(facts),
        Scans = [Words.Band, Words.DoseBagScan],
        ScannedByOne = true,
        Record = [Words.StatedName, Words.StatedBirthDate, Inspected, OrderAgrees],
        TargetRecord = SupplySteps.Acknowledged,
        Gates =
        [
            new("not-thawed", "Пакет не разморожен или уже сверен.", "The bag is not thawed, or is verified already.",
                facts => facts.Bag?.State == BagState.Thawed) { Alone = true },
            new("first-done", "Первая сверка уже сделана. Нужна вторая медсестра.", "The first round is done. The second nurse is wanted.",
                facts => !FirstRoundIsOpen(facts)),
            .. WardGates.AfterThaw,
        ],
        Signatures = [new(Meaning.Performed, Role.WardNurse)],
        Events = facts => [new BedsideRoundFinished(Id(facts), 1, facts.Signers[0].Person.Number)],
    };

    public static readonly Step SecondRound = FirstRound with
    {
        Id = "bedside.second",
        Name = new("Сверка у постели: вторая медсестра", "Bedside round: second nurse"),
        Fires = new() { Bag = BagTrigger.Verify },
        When = FirstRoundIsOpen,
        Gates = [PairIsOpen, .. WardGates.AfterThaw],
        Checks = [OtherNurse, FreshEyes],
        Signatures = [new(Meaning.Verified, Role.WardNurse)],
        Events = facts =>
        [
            new BedsideRoundFinished(Id(facts), 2, facts.Signers[0].Person.Number),
            new BagVerified(Id(facts), StartBefore(facts)),
        ],
    };

    public static readonly Step Lapse = Bag("bedside.lapse", new("Начать сверку заново", "Begin the rounds again"), StepKind.Preserve) with
    {
        Listed = false,
        Fires = new() { Bag = BagTrigger.LapseVerification },
        Events = facts => [new VerificationLapsed(Id(facts))],
    };

    public static readonly Step Reidentify = Bag("bag.reidentify", new("Повторное опознание размороженного пакета", "Re-identify the thawed bag"), StepKind.Preserve) with
    {
        Roles = [Role.Investigator, Role.QualifiedPerson, Role.QualityAssurance],
        When = facts => facts.Bag is { Locked: true, State: BagState.Thawed },
        Scans = [Words.Band, Words.DoseBagScan],
        Gates =
        [
            new("nothing-to-reidentify", "Пакет не заблокирован или не разморожен.", "The bag is not locked, or not thawed.",
                facts => facts.Bag is { Locked: true, State: BagState.Thawed }),
            WardGates.ThawClock,
        ],
        Signatures =
        [
            new(Meaning.Approved, Role.Investigator),
            new(Meaning.Approved, Role.QualifiedPerson, Role.QualityAssurance),
        ],
        Events = facts => [new ReidentificationAllowed(Id(facts))],
    };

    public static readonly Step Start = Bag("infusion.start", new("Начать введение", "Start the infusion"), StepKind.Advance) with
    {
        Fires = new() { Bag = BagTrigger.StartInfusion },
        Scans = [Words.Band, Words.DoseBagScan],
        ScannedByOne = true,
        Gates =
        [
            new("start-window", "Время после сверки истекло. Обе медсестры сверяют заново.",
                "The time after verification ran out. Both nurses verify again.", facts => facts.Bag?.StartBefore >= facts.Now),
            .. WardGates.AfterThaw,
            WardGates.Cultures,
        ],
        Signatures = [new(Meaning.Performed, Role.WardNurse)],
        Events = facts => [new InfusionStarted(Id(facts))],
    };

    public static readonly Step Pause = Bag("infusion.pause", new("Приостановить", "Pause"), StepKind.Safety) with
    {
        Fires = new() { Bag = BagTrigger.Pause },
        Record = [StopReason],
        Events = facts => [new InfusionPaused(Id(facts), facts.Value(StopReason))],
    };

    public static readonly Step Resume = Bag("infusion.resume", new("Продолжить", "Resume"), StepKind.Advance) with
    {
        Fires = new() { Bag = BagTrigger.Resume },
        Scans = [Words.Band, Words.DoseBagScan],
        Gates = [WardGates.PaperConfirmed, WardGates.Released, WardGates.NoFailedTest, WardGates.NotRevoked],
        Signatures = [new(Meaning.Performed, Role.WardNurse), new(Meaning.Approved, Role.Investigator)],
        Events = facts => [new InfusionResumed(Id(facts))],
    };

    public static readonly Step Stop = Bag("infusion.stop", new("Остановить (введено частично)", "Stop (partly infused)"), StepKind.Safety) with
    {
        Fires = new() { Bag = BagTrigger.Stop },
        Record = [StopReason, VolumeIfKnown],
        Checks = [NotMoreThanFilled],
        Events = facts => Completion.With(facts, new InfusionStopped(Id(facts), facts.Value(StopReason), VolumeOf(facts))),
        Corrections = [Infused(VolumeIfKnown, nameof(InfusionStopped.VolumeMl))],
    };

    public static readonly Step End = Bag("infusion.end", new("Закончить введение", "End the infusion"), StepKind.Safety) with
    {
        Fires = new() { Bag = BagTrigger.End },
        Record = [VolumeIfKnown],
        Checks = [NotMoreThanFilled],
        Events = facts => Completion.With(facts, new InfusionEnded(Id(facts), VolumeOf(facts))),
        Corrections = [Infused(VolumeIfKnown, nameof(InfusionEnded.VolumeMl))],
    };

    public static readonly Step RecordVolume = Bag("infusion.volume", new("Записать введённый объём", "Record the volume infused"), StepKind.Preserve) with
    {
        When = facts => facts.Bag is { WasInfused: true, InfusedMl: null },
        Record = [Volume],
        Gates =
        [
            new("volume-known", "Введение не закончено, или объём уже записан.", "The infusion has not ended, or its volume is recorded already.",
                facts => facts.Bag is { WasInfused: true, InfusedMl: null }),
        ],
        Checks = [NotMoreThanFilled],
        Signatures = [new(Meaning.Performed, Role.WardNurse, Role.Investigator)],
        Events = facts => [new InfusedVolumeRecorded(Id(facts), facts.Value(Volume))],
        Corrections = [Infused(Volume, nameof(InfusedVolumeRecorded.VolumeMl))],
    };

    public static readonly Step RecordReaction = Bag("infusion.reaction", new("Записать реакцию", "Record a reaction"), StepKind.Safety) with
    {
        Listed = false,
        When = facts => facts.Bag?.InfusionStartedAt is not null,
        Record = [Grade],
        Gates =
        [
            new("not-infused", "Из этого пакета ещё ничего не введено.", "Nothing was infused from this bag yet.",
                facts => facts.Bag?.InfusionStartedAt is not null),
        ],
        Events = facts => [new ReactionRecorded(Id(facts), (int)facts.Value(Grade))],
        Corrections = [AtTheBed(Grade, nameof(ReactionRecorded.Grade))],
    };

    public static readonly IReadOnlyList<Step> All =
        [FirstRound, SecondRound, Lapse, Reidentify, Start, Pause, Resume, Stop, End, RecordVolume, RecordReaction];

    /// <summary>What was given and how it was borne decides about Day 2.</summary>
    private static Correction AtTheBed(Field field, string member) => new()
    {
        Values = [new(field, member)],
        Signatures = [new(Meaning.Performed, Role.WardNurse, Role.Investigator), new(Meaning.Verified, Role.Investigator, Role.WardNurse)],
        Until = CorrectionLimits.CourseRuns,
        Late = CorrectionLimits.ByQualityAndInvestigator,
        Bears = Reliance.Tolerance,
    };

    private static Correction Infused(Field field, string member) => AtTheBed(field, member) with { Checks = [NotMoreThanFilled] };

    private static Gate NotMoreThanFilled => new(
        "more-than-filled", "Введено больше, чем было в пакете. Исправьте число или оставьте поле пустым и запишите объём позже.",
        "More was infused than the bag held. Correct the number, or leave it empty and record the volume later.",
        facts => facts.Bag is { } bag && (VolumeOf(facts) ?? 0) <= bag.VolumeMl);

    private static decimal? VolumeOf(Facts facts) => facts.Record.Has(Volume) ? facts.Value(Volume) : null;

    private static Step Bag(string id, Text name, StepKind kind) => new()
    {
        Id = id,
        Name = name,
        Kind = kind,
        Station = Station.Ward,
        Scope = Scope.Bag,
        Roles = [Role.WardNurse, Role.Investigator],
        Events = _ => [],
    };

    private static DoseBagId Id(Facts facts) => facts.Bag!.Id;

    private static bool FirstRoundIsOpen(Facts facts) =>
        facts.Bag is { State: BagState.Thawed, Rounds.Count: 1, FirstRoundAt: { } at }
        && facts.Since(at) <= TimeSpan.FromMinutes(facts.Settings.BedsidePairMinutes);

    /// <summary>The start window, never longer than the post-thaw clock.</summary>
    private static DateTimeOffset StartBefore(Facts facts)
    {
        var window = facts.Now.AddMinutes(facts.Settings.StartWindowMinutes);
        return facts.Bag!.PostThawExpiresAt is { } clock && clock < window ? clock : window;
    }
}
