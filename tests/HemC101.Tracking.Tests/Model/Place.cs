using HemC101.Tracking.Chain;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>One reached state of the chain, the hour, and the way there.</summary>
/// <param name="By">The move that led here.</param>
/// <param name="What">What the move left in the chain; nothing for a wait.</param>
internal sealed record Place(ChainState Chain, DateTimeOffset Now, int Drawn, Place? From, string By, IReadOnlyList<Happened> What)
{
    /// <summary>
    /// A short process and a short specification: a batch of two unit operations and of one test of each stage has every state that a
    /// longer one has.
    /// </summary>
    public static StudySettings Settings { get; } = new()
    {
        Process = MasterProcess.Demo with { Units = [MasterProcess.Demo.Units[0], MasterProcess.Demo.Units[^1]] },
        ExceptionalSupply = true,
        LeastDoseE6PerKg = 0.5m,
        Specification = Specification.Demo with { Tests = [Specification.Demo.Test("gram"), Specification.Demo.Test("sterility-final")] },
    };

    /// <summary>The way on which bags are filled before the release.</summary>
    private static readonly StudySettings FilledFirst = Settings with { SplitTiming = SplitTiming.AtFill };

    /// <summary>Formulated; what came before is the same on both ways.</summary>
    public static Place FormulatedAtFill { get; } = Formulated();

    /// <summary>Too little product: investigator and QP have chosen a single dose, and no bag is filled yet.</summary>
    public static Place SingleDosePlanned { get; } = Planned();

    public StudySettings InForce => Chain.CurrentBatch?.SplitTiming == SplitTiming.AtFill ? FilledFirst : Settings;

    public static Place Start { get; } = After(Tests.Steps.Story.Enrolled(), null, "enrolment");

    public IReadOnlyList<Happened> History => From is null ? What : [.. From.History, .. What];

    public string Way => From is null ? By : $"{From.Way} > {By}";

    /// <summary>Labels around the things are put on as soon as they are printed; what they stop as long as they wait is left to cases by hand.</summary>
    public static Place After(Story story, Place? from, string by)
    {
        story.PutLabelsOn();
        return new(story.Chain, story.Now, story.Drawn, from, by, [.. story.History]);
    }

    public Story Story() => Tests.Steps.Story.Standing(Chain, Now, Drawn, InForce);

    private static Place Formulated()
    {
        var story = Tests.Steps.Story.Enrolled().With(FilledFirst);
        foreach (var leg in Leg.Main.TakeWhile(leg => leg.StepId != "qc.result").Where(leg => leg.StepId[..4] != "unit" || Settings.Process.Units.Any(unit => unit.Code == leg.On)))
        {
            story.After(leg.Wait).Do(leg.StepId, leg.On);
        }

        return After(story, null, "formulated, to be filled");
    }

    private static Place Planned()
    {
        var story = Tests.Steps.Story.Enrolled().With(Settings);
        foreach (var leg in Leg.Main.TakeWhile(leg => leg.StepId != "split.plan").Where(IsOfTheShortProcess))
        {
            story.After(leg.Wait).Do(leg.StepId, leg.On);
        }

        story.Do("split.report-underdose").Try("split.choose-underdose").With("division", $"{UnderdoseOption.SingleDose}").Take();
        return After(story, null, "planned as a single dose");
    }

    private static bool IsOfTheShortProcess(Leg leg) => leg.StepId.Split('.')[0] switch
    {
        "unit" => Settings.Process.Units.Any(unit => unit.Code == leg.On),
        "qc" => Settings.Specification.Tests.Any(test => test.Code == leg.On),
        _ => true,
    };

    public Place Later(TimeSpan wait) => this with { Now = Now + wait, From = this, By = $"wait {wait}", What = [] };
}
