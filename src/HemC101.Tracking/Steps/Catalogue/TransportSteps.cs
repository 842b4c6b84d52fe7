using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>From the apheresis unit to the laboratory door.</summary>
internal static class TransportSteps
{
    private static readonly ReferenceField Logger = new("logger", new("Номер логгера", "Logger no."));
    private static readonly NumberField MaxMinutes = new("max_minutes", new("Не дольше", "At most"), "мин", 5, 4320, 0);
    private static readonly NumberField MinC = new("min_c", new("Минимальная температура", "Lowest temperature"), "°C", -200, 60, 1) { ByBoth = true };
    private static readonly NumberField MaxC = new("max_c", new("Максимальная температура", "Highest temperature"), "°C", -200, 60, 1) { ByBoth = true };
    private static readonly CheckField SealGood = new("seal_good", new("Пломба цела", "Seal intact"), Must: false) { ByBoth = true };
    private static readonly CheckField Papers = new("papers", new("Документы на месте", "Papers present"), Must: false);
    private static readonly CheckField Legible = new("legible", new("Этикетка читается", "Label legible"), Must: false) { ByBoth = true };

    /// <summary>What is looked at when a collection arrives.</summary>
    private static readonly Field[] Looked = [SealGood, MinC, MaxC, Papers, Legible];

    private static readonly ChoiceField Assessment = new("assessment", new("Оценка", "Assessment"),
    [
        new("acceptable", new("Допустимо, отклонение оформлено", "Acceptable, deviation recorded")),
        new("corrected", new("Исправлено, подтверждено двумя", "Corrected, confirmed by two")),
    ]);

    private static readonly ChoiceField RejectReason = new("reason", new("Причина", "Reason"),
    [
        new("identity", new("Личность не доказана", "Identity not proven")),
        new("temperature", new("Температура", "Temperature")),
        new("time", new("Время", "Time")),
        new("damaged", new("Пакет повреждён", "Bag damaged")),
        new("lost", new("Утрачен в пути", "Lost on its way")),
    ]);

    private static readonly SignatureDemand[] UnitAndCourier =
    [
        new(Meaning.Performed, Role.ApheresisNurse, Role.ApheresisPhysician, Role.Courier),
        new(Meaning.Verified, Role.Courier, Role.ApheresisNurse, Role.ApheresisPhysician),
    ];

    private static readonly SignatureDemand[] TwoOperators = [new(Meaning.Performed, Role.LabOperator), new(Meaning.Verified, Role.LabOperator)];

    private static readonly Gate NotCrossed = new(
        "temperatures-crossed", "Минимальная температура выше максимальной. Проверьте числа.",
        "The lowest temperature is above the highest. Check the numbers.", facts => facts.Value(MinC) <= facts.Value(MaxC));

    private static readonly Gate InLimits = new(
        "temperature-limits", "Температура вне пределов.", "The temperature lies outside its limits.",
        facts => facts.Value(MinC) >= facts.Settings.TransportMinC && facts.Value(MaxC) <= facts.Settings.TransportMaxC);

    public static readonly Step HandOver = new()
    {
        Id = "collection.hand-over",
        Name = new("Передать курьеру", "Hand over to the courier"),
        Kind = StepKind.Preserve,
        Station = Station.Transport,
        Scope = Scope.Collection,
        Roles = [Role.ApheresisNurse, Role.ApheresisPhysician, Role.Courier],
        Fires = new() { Collection = CollectionTrigger.HandOver, Product = ProductTrigger.HandOver },
        Scans = [Words.CollectionBagScan, Words.FreeBox, Words.NewSeal],
        TargetScans = Words.OtherCollectionBag,
        Record = [Logger, MaxMinutes],
        Gates =
        [
            new("not-disconnected", "Бирка с временем и объёмом ещё не считана на пакете. Сначала выполните «Отсоединить пакет».",
                "The tag with time and volume was not scanned back on the bag yet. First take the step “Disconnect the bag”.",
                facts => facts.Collection is { DisconnectedAt: not null }),
        ],
        Signatures = [new(Meaning.Handed, Role.ApheresisNurse, Role.ApheresisPhysician), new(Meaning.Received, Role.Courier)],
        LabelsAround = LabelsAround.OfTheBox,
        Events = facts =>
        [
            new CollectionHandedOver(
                facts.Collection!.Donation, facts.House("box"), facts.House("seal"),
                facts.Value(Logger), (int)facts.Value(MaxMinutes)),
        ],
        Corrections =
        [
            new()
            {
                Values = [new(Logger, nameof(CollectionHandedOver.Logger))],
                Signatures = UnitAndCourier,
                Until = CorrectionLimits.CollectionOnItsWay,
                Bears = Reliance.Release,
            },
            new()
            {
                Values = [new(MaxMinutes, nameof(CollectionHandedOver.MaxMinutes))],
                Signatures = UnitAndCourier,
                Until = CorrectionLimits.CollectionJudgedByIt,
                Late = [],
            },
        ],
    };

    public static readonly Step Receive = new()
    {
        Id = "collection.receive",
        Name = new("Принять в лаборатории", "Receive at the laboratory"),
        Kind = StepKind.Preserve,
        Station = Station.Transport,
        Scope = Scope.Collection,
        Roles = [Role.LabOperator],
        Fires = new() { Collection = CollectionTrigger.Receive, Product = ProductTrigger.Receive },
        Scans =
        [
            new("seal", Wanted.Seal, Words.Seal) { Expect = facts => facts.Collection?.Seal?.ToString() },
            new("box", Wanted.TransportBox, Words.Box) { Expect = facts => facts.Collection?.Box?.ToString() },
            Words.CollectionBagScan,
        ],
        TargetScans = Words.OtherCollectionBag,
        Record = Looked,
        Checks = [NotCrossed],
        Check = SecondCheck.Independent,
        Signatures = [new(Meaning.Received, Role.LabOperator), new(Meaning.Verified, Role.LabOperator)],
        LabelsAround = facts => Looked.All(facts.Record.Has) && Doubts(facts).Any() ? Stickers(facts, LabelKind.Quarantine) : [],
        Events = facts =>
        {
            var doubts = Doubts(facts).ToList();
            var donation = facts.Collection!.Donation;
            return doubts.Count == 0
                ? [new CollectionReceived(donation, facts.Value(MinC), facts.Value(MaxC))]
                : [new CollectionQuarantined(donation, facts.Value(MinC), facts.Value(MaxC), doubts)];
        },
        Corrections =
        [
            new()
            {
                Values = [new(MinC, nameof(CollectionReceived.MinC)), new(MaxC, nameof(CollectionReceived.MaxC))],
                Signatures = TwoOperators,
                Until = CorrectionLimits.BeforeFormulation,
                Checks = [NotCrossed],
                Doubts = [InLimits],
                Bears = Reliance.Release,
            },
        ],
    };

    public static readonly Step Accept = new()
    {
        Id = "collection.accept",
        Name = new("Выпустить из карантина", "Accept from quarantine"),
        Kind = StepKind.Advance,
        Station = Station.Quality,
        Scope = Scope.Collection,
        Roles = [Role.QualityAssurance],
        Fires = new() { Collection = CollectionTrigger.Accept },
        Record = [Assessment],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance)],
        Events = facts => [new CollectionAccepted(facts.Collection!.Donation, facts.Value(Assessment))],
    };

    public static readonly Step Reject = new()
    {
        Id = "collection.reject",
        Name = new("Забраковать сбор", "Reject the collection"),
        Kind = StepKind.Exit,
        Station = Station.Quality,
        Scope = Scope.Collection,
        Roles = [Role.QualityAssurance],
        Listed = false,
        Fires = new() { Collection = CollectionTrigger.Reject, Product = ProductTrigger.FailCollection },
        Record = [RejectReason],
        Signatures = [new(Meaning.Approved, Role.QualityAssurance)],
        LabelsAround = facts => facts.Collection is { Lost: false } ? Stickers(facts, LabelKind.Rejected) : [],
        Events = facts => [new CollectionRejected(facts.Collection!.Donation, facts.Value(RejectReason))],
    };

    public static readonly IReadOnlyList<Step> All = [HandOver, Receive, Accept, Reject];

    private static IReadOnlyList<LabelOrder> Stickers(Facts facts, LabelKind kind) =>
        [.. facts.Collection!.Present.Select(bag => new LabelOrder(kind, Carrier.Sticker, bag))];

    private static IEnumerable<string> Doubts(Facts facts)
    {
        if (!facts.Value(SealGood))
        {
            yield return "seal";
        }

        if (!InLimits.Holds(facts))
        {
            yield return "temperature";
        }

        if (facts.Collection is { DepartedAt: { } departed, MaxTransportMinutes: { } limit }
            && facts.Since(departed) > TimeSpan.FromMinutes(limit))
        {
            yield return "time";
        }

        if (facts.Collection is { Strayed: true })
        {
            yield return "custody";
        }

        if (!facts.Value(Papers))
        {
            yield return "papers";
        }

        if (!facts.Value(Legible))
        {
            yield return "label";
        }
    }
}
