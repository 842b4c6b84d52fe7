using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Steps;

/// <summary>The thing a step is about, as people call it.</summary>
public static class TargetNames
{
    public static Text Of(Facts facts, Scope scope) => scope switch
    {
        Scope.Unit when facts.Batch is { } batch => Coded(facts.Target, batch.Process.Unit(facts.Target).Name),
        Scope.Test when facts.Batch is { } batch => batch.Specification.Test(facts.Target).Name,
        Scope.Day => new($"День {facts.Target}", $"Day {facts.Target}"),
        Scope.Bag when facts.Bag is { } bag => new($"Пакет Дня {bag.Day}", $"Day {bag.Day} bag"),
        Scope.Hold => new($"Запрет № {facts.Target}", $"Hold no. {facts.Target}"),
        Scope.Deviation when facts.Deviation is { } deviation => DeviationNames.Of(deviation),
        Scope.Print when facts.Print is { } print => new($"этикетка № {print.Serial}, {print.Of}", $"label no. {print.Serial}, {print.Of}"),
        Scope.SafetyAct when facts.SafetyAct is { } act && StepCatalogue.Find(act.StepId) is { } taken =>
            new($"«{taken.Name.Ru}», {Clock.Show(act.At)}, {act.By}", $"“{taken.Name.En}”, {Clock.Show(act.At)}, {act.By}"),
        Scope.Half when facts.WaitingHalf is { } half && StepCatalogue.Find(half.StepId) is { } halved =>
            new($"«{halved.Name.Ru}», {Clock.Show(half.At)}", $"“{halved.Name.En}”, {Clock.Show(half.At)}"),
        Scope.Record when facts.Recorded is { } recorded => CorrectionOffers.NameOf(recorded),
        _ => new(facts.Target, facts.Target),
    };

    private static Text Coded(string code, Text name) => new($"{code} {name.Ru}", $"{code} {name.En}");
}
