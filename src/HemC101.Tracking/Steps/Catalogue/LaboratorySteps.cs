using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>Batch, unit operations of the master process, test results.</summary>
internal static class LaboratorySteps
{
    private static readonly SignatureDemand[] TwoOperators = [new(Meaning.Performed, Role.LabOperator), new(Meaning.Verified, Role.LabOperator)];

    private static readonly ScanDemand Container = new("container", Wanted.ProcessContainer, Words.Container);

    private static readonly CheckField Cleared = new("line_clear", new(
        "Очистка линии: чужих материалов, этикеток и документов нет",
        "Line clearance: no other material, label or paper is here"));

    private static readonly CheckField DeviceClean = new("device_clean", new("Устройство чистое, проверено", "Device clean and checked"));

    private static readonly ChoiceField Failure = new("reason", new("Причина", "Reason"),
    [
        new("no-expansion", new("Нет роста клеток", "No expansion")),
        new("contamination", new("Контаминация", "Contamination")),
        new("device", new("Отказ устройства", "Device failure")),
        new("operator", new("Ошибка выполнения", "Operator error")),
    ]);

    internal static readonly Gate StopsManufacture = new(
        "manufacture-stopped", "Действует запрет с остановкой производства. Дождитесь решения ОК.",
        "A hold with stop of manufacture is in force. Wait for QA.",
        facts => !facts.Chain.Holds.Any(hold => hold.StopsManufacture));

    public static readonly Step OpenBatch = new()
    {
        Id = "batch.open",
        Name = new("Открыть серию", "Open the batch"),
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Collection,
        Roles = [Role.LabOperator],
        Fires = new() { Product = ProductTrigger.OpenBatch, Collection = CollectionTrigger.Use },
        Scans =
        [
            new("room", Wanted.Location, new("производственное помещение", "the production room")),
            new("device", Wanted.Equipment, new("рабочее место или устройство", "the workstation or device")) { Exclusive = true },
            Words.CollectionBagScan,
        ],
        TargetScans = Words.OtherCollectionBag,
        Record = [Cleared, DeviceClean],
        Gates =
        [
            StopsManufacture,
            new("collection-too-old", "Срок хранения свежего сбора истёк. Вызовите ОК.",
                "The fresh collection is past its hold time. Call QA.",
                facts => facts.Collection?.EndedAt is { } ended
                    && facts.Since(ended) <= TimeSpan.FromHours(facts.Settings.FreshApheresisHoldHours)),
        ],
        Signatures = TwoOperators,
        IssuesBatch = true,
        Labels = facts => [new(LabelKind.InProcessContainer, Carrier.PrimaryBag, Number(facts).ToString())],
        Events = facts =>
        [
            new BatchOpened(
                Number(facts), facts.Collection!.Donation, facts.House("room"), facts.House("device"),
                facts.Settings.Process, facts.Settings.StrIdentity ? facts.Settings.Specification.WithStr() : facts.Settings.Specification, facts.Settings.Version)
            {
                SplitTiming = facts.Settings.SplitTiming == SplitTiming.AfterRelease ? null : facts.Settings.SplitTiming,
            },
        ],
    };

    public static readonly Step StartUnit = new()
    {
        Id = "unit.start",
        Name = new("Начать операцию", "Start the unit operation"),
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Unit,
        Roles = [Role.LabOperator],
        Fires = new() { Unit = UnitTrigger.Start },
        When = facts => facts.Batch?.State == BatchState.InProcess && facts.Batch.CurrentUnit?.Code == facts.Target,
        Scans =
        [
            Container with { Fresh = true },
            new("device", Wanted.Equipment, new("рабочее место или устройство", "the workstation or device")) { Exclusive = true },
        ],
        Gates =
        [
            StopsManufacture,
            new("unit-order", "Сначала завершите предыдущую операцию.", "Complete the operation before this one first.",
                facts => facts.Batch?.State == BatchState.InProcess && facts.Batch.CurrentUnit?.Code == facts.Target),
        ],
        Signatures = [new(Meaning.Performed, Role.LabOperator)],
        Events = facts => [new UnitStarted(facts.Batch!.Number, facts.Target, facts.House("device"))],
    };

    public static readonly Step CompleteUnit = new()
    {
        Id = "unit.complete",
        Name = new("Завершить операцию", "Complete the unit operation"),
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Unit,
        Roles = [Role.LabOperator],
        Fires = new() { Unit = UnitTrigger.Complete },
        When = facts => facts.Batch?.State == BatchState.InProcess,
        Scans = [Container],
        TargetScans = facts => [.. Unit(facts).Materials.Select(Words.Lot)],
        TargetRecord = facts => [.. Unit(facts).Parameters.Select(Parameter)],
        Gates = [StopsManufacture],
        Signatures = TwoOperators,
        LabelsAround = LabelsAround.OfTheSamples,
        Events = Completed,
        Corrections =
        [
            new()
            {
                EntryValues = (chain, entry) => entry is UnitCompleted completed
                    ?
                    [
                        .. chain.Find(completed.Batch)!.Process.Unit(completed.Unit).Parameters.Select(parameter =>
                            new CorrectableValue(Parameter(parameter), $"{nameof(UnitCompleted.Values)}.{parameter.Code}")),
                    ]
                    : [],
                Signatures = TwoOperators,
                Until = CorrectionLimits.BeforeRelease,
                Bears = Reliance.Release,
            },
        ],
    };

    public static readonly Step FailUnit = new()
    {
        Id = "batch.fail",
        Name = new("Признать производство неудачным", "Fail the batch"),
        Kind = StepKind.Exit,
        Station = Station.Laboratory,
        Scope = Scope.Batch,
        Roles = [Role.LabOperator, Role.QualityAssurance],
        Listed = false,
        Fires = new() { Batch = BatchTrigger.Fail, Product = ProductTrigger.FailManufacturing },
        Record = [Failure],
        Signatures = [new(Meaning.Performed, Role.LabOperator), new(Meaning.Approved, Role.QualityAssurance)],
        Events = FailedBatch,
    };

    private static readonly ChoiceField Invalid = new("reason", new("Итог расследования", "Outcome of the investigation"),
    [
        new("transcription", new("Ошибка ввода", "Transcription error")),
        new("laboratory-error", new("Ошибка лаборатории", "Laboratory error")),
        new("sample", new("Не тот или испорченный образец", "Wrong or spoiled sample")),
    ]);

    public static readonly Step RecordResult = new()
    {
        Id = "qc.result",
        Name = new("Внести результат испытания", "Record a test result"),
        Kind = StepKind.Preserve,
        Station = Station.Laboratory,
        Scope = Scope.Test,
        Roles = [Role.QualityControl],
        When = facts => facts.Batch is { State: BatchState.Formulated or BatchState.AwaitingRelease or BatchState.ReleasedConditionally or BatchState.SuppliedOutOfSpecification } batch
            && !batch.Results.ContainsKey(facts.Target),
        TargetRecord = facts => [Result(facts)],
        Gates =
        [
            new("result-final", "Результат уже внесён. Ошибочный результат снимают шагом «Аннулировать результат» вместе с ОК (QA).",
                "The result is recorded already. A wrong one is taken back by “Invalidate a result”, together with QA.",
                facts => facts.Batch is { } batch && !batch.Results.ContainsKey(facts.Target)),
            new("not-formulated", "Продукт ещё не приготовлен или серия закрыта.", "The product is not formulated yet, or the batch is closed.",
                facts => facts.Batch?.State is BatchState.Formulated or BatchState.AwaitingRelease or BatchState.ReleasedConditionally or BatchState.SuppliedOutOfSpecification),
            StrSteps.ReferenceKnown,
        ],
        Checks = [StrSteps.OfOnePanel],
        Signatures = [new(Meaning.Performed, Role.QualityControl), new(Meaning.Reviewed, Role.QualityControl)],
        Events = facts =>
        {
            if (Result(facts) is ProfileField profile)
            {
                return StrSteps.Compared(facts, facts.Value(profile));
            }

            var value = Result(facts) is NumberField number ? facts.Value(number) : Conforms(facts);
            return [new QcResultRecorded(facts.Batch!.Number, facts.Target, value, Test(facts).Judge(value))];
        },
    };

    /// <summary>After an investigation only: the test is open again, and both results stay in the history.</summary>
    public static readonly Step InvalidateResult = RecordResult with
    {
        Id = "qc.invalidate",
        Name = new("Аннулировать результат", "Invalidate a result"),
        Roles = [Role.QualityControl, Role.QualityAssurance],
        Listed = false,
        When = facts => facts.Batch is { IsClosed: false } batch && batch.Results.ContainsKey(facts.Target),
        TargetRecord = null,
        Record = [Invalid],
        Checks = [],
        Gates =
        [
            new("no-result", "Такого результата нет, или серия закрыта.", "There is no such result, or the batch is closed.",
                facts => facts.Batch is { IsClosed: false } batch && batch.Results.ContainsKey(facts.Target)),
        ],
        Signatures = [new(Meaning.Performed, Role.QualityControl), new(Meaning.Approved, Role.QualityAssurance)],
        Events = facts => [new QcResultInvalidated(facts.Batch!.Number, facts.Target, facts.Value(Invalid))],
    };

    public static readonly IReadOnlyList<Step> All = [OpenBatch, StartUnit, CompleteUnit, FailUnit, RecordResult, InvalidateResult];

    private static Identity.BatchNumber Number(Facts facts) =>
        facts.Fresh.Batch ?? throw new InvalidOperationException("The step draws a batch number.");

    private static UnitDefinition Unit(Facts facts) => facts.Batch!.Process.Unit(facts.Target);

    private static NumberField Parameter(UnitParameter parameter) =>
        new($"p_{parameter.Code}", parameter.Name, parameter.Unit, parameter.Min, parameter.Max, parameter.Decimals);

    private static IEnumerable<ChainEvent> Completed(Facts facts)
    {
        var unit = Unit(facts);
        var batch = facts.Batch!.Number;
        yield return new UnitCompleted(
            batch, unit.Code,
            [.. unit.Materials.Select(kind => facts.House($"lot-{kind}"))],
            unit.Parameters.ToDictionary(parameter => parameter.Code, parameter => facts.Value(Parameter(parameter))));
        if (unit.EndsFormulated && Transitions.Next(facts.Chain.Product, ProductTrigger.Formulate) is not null)
        {
            yield return new BatchFormulated(batch);
        }
    }

    private static IEnumerable<ChainEvent> FailedBatch(Facts facts)
    {
        var batch = facts.Batch!;
        foreach (var unit in batch.Units.Where(unit => unit.State == UnitState.InProgress))
        {
            yield return new UnitFailed(batch.Number, unit.Code, facts.Value(Failure));
        }

        yield return new BatchFailed(batch.Number, facts.Value(Failure));
    }

    private static QcTest Test(Facts facts) => facts.Batch!.Specification.Test(facts.Target);

    private static Field Result(Facts facts)
    {
        var test = Test(facts);
        return test.Code == QcTest.Str ? StrSteps.Found
            : test.IsNumeric
            ? new NumberField("result", test.Name, test.Unit, 0, 100000, 3)
            : new ChoiceField("result", test.Name,
            [
                new("1", new("Да, соответствует", "Yes, conforms")),
                new("0", new("Нет, не соответствует", "No, does not conform")),
            ]);
    }

    private static decimal Conforms(Facts facts) => facts.Value((ChoiceField)Result(facts)) == "1" ? 1 : 0;
}
