using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>
/// Nothing is edited: a wrong value is corrected by a step of its own, signed by two. Who may, and until when, stands with the step
/// that recorded it.
/// </summary>
internal static class CorrectionSteps
{
    private static readonly Text Prompt = new("Верное значение", "The right value");

    private static readonly ChoiceField Reason = new("reason", new("Причина исправления", "Reason for the correction"), CorrectionReasons.All);

    private static readonly ReferenceField Document = new("document", new(
        "Номер документа, где это видно (обязателен, если причина «Другая»)", "Number of the document that shows it (required when the reason is “Another one”)"))
    {
        Optional = true,
    };

    private static readonly Choice[] YesOrNo = [new("true", new("Да", "Yes")), new("false", new("Нет", "No"))];

    private static readonly IReadOnlyList<Correction> Catalogued =
    [
        .. from step in ApheresisSteps.All.Concat(TransportSteps.All).Concat(LaboratorySteps.All).Concat(SplitSteps.All)
               .Concat(QualitySteps.All).Concat(CellStoreSteps.All).Concat(WardSteps.All).Concat(BedsideSteps.All)
           from rules in step.Corrections
           select rules,
    ];

    public static readonly Step Correct = new()
    {
        Id = "record.correct",
        Name = new("Исправить записанное значение", "Correct a recorded value"),
        Kind = StepKind.Preserve,
        Station = Station.Quality,
        Scope = Scope.Record,
        Roles = Signing(0),
        Listed = false,
        TargetRecord = facts => facts.Recorded?.Field is { } field ? [NewValue(field), Reason, Document] : [],
        Gates =
        [
            new("not-correctable",
                "Это значение не исправляют: личность, сканирования, причины и решения остаются как записаны. Решение принимают заново его шагом; об ошибке сообщите ОК (QA).",
                "This value is never corrected: identity, scans, reasons and decisions stay as written. A decision is taken anew by its own step; tell QA of the error.",
                facts => facts.Recorded?.Correction is not null) { Alone = true },
            new("corrected-meanwhile",
                "Это значение только что исправил кто-то другой. Ничего не записано. Откройте цепочку и посмотрите, каким оно стало.",
                "Somebody else has corrected this value meanwhile. Nothing was recorded. Open the chain and see what it is now.",
                facts => facts.Recorded is { } recorded && recorded.Asked == recorded.Since) { Alone = true },
        ],
        TargetGates = facts => facts.Recorded?.ClosedBy(facts) is { } closed ? [closed] : [],
        Checks =
        [
            new("same-value", "Это то же значение, что записано. Исправлять нечего: проверьте число.",
                "This is the value that is recorded already. There is nothing to correct: check what you entered.",
                facts => New(facts) != facts.Recorded!.Old),
            new("reason-without-document", "Для другой причины укажите номер документа, в котором она изложена.",
                "For another reason give the number of the document that tells it.",
                facts => facts.Value(Reason) != CorrectionReasons.Other || facts.Record.Has(Document)),
        ],
        TargetChecks = facts => [.. (facts.Recorded?.Correction?.Checks ?? []).Select(OverTheNewValue)],
        Signatures = [new(Meaning.Performed, Signing(0)), new(Meaning.Verified, Signing(1))],
        TargetSignatures = facts => facts.Recorded?.SignersNow(facts) ?? [],
        Events = facts => CorrectionEffects.Of(
            facts, facts.Recorded!, New(facts), facts.Value(Reason), facts.Record.Has(Document) ? facts.Value(Document) : null),
    };

    public static readonly IReadOnlyList<Step> All = [Correct];

    private static Role[] Signing(int at) =>
        [.. Catalogued.SelectMany(rules => rules.Signatures.Skip(at).Take(1).Concat(rules.AfterFailure.Skip(at).Take(1)).Concat(rules.Late.Skip(at).Take(1))).SelectMany(demand => demand.Roles).Distinct().Order()];

    private static Field NewValue(Field field) => field switch
    {
        CheckField check => new ChoiceField("value", Labelled(check), YesOrNo),
        _ => field with { Name = "value", Label = Labelled(field), Optional = false },
    };

    private static Text Labelled(Field field) => new($"{Prompt.Ru}: {field.Label.Ru}", $"{Prompt.En}: {field.Label.En}");

    private static string New(Facts facts) => NewValue(facts.Recorded!.Field!) switch
    {
        NumberField number => RecordText.Of(facts.Value(number)),
        MomentField moment => RecordText.Of(facts.Value(moment)),
        DayField day => RecordText.Of(facts.Value(day)),
        Field<string> text => facts.Value(text),
        var other => throw new InvalidOperationException($"Unexpected field {other}."),
    };

    private static Gate OverTheNewValue(Gate gate) => gate with
    {
        Holds = facts => gate.Holds(facts.Recorded!.With(facts, RecordText.Read(facts.Recorded.Field!, New(facts)))),
    };
}
