using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>A step that was taken, with all that stood behind it.</summary>
/// <param name="Facts">Those of the decision; of an independent check, of its second half.</param>
internal sealed record Transition(ChainState Before, ChainState After, Step Step, Facts Facts, IReadOnlyList<ChainEvent> Events, IReadOnlyList<SignedAs> Signed);

/// <summary>What became of one try.</summary>
internal abstract record Played
{
    public sealed record Refused(IReadOnlyList<string> Codes) : Played;

    public sealed record Went(Transition Transition, Place To) : Played;
}

/// <summary>Tries a step through the real rule book, and folds what it leaves.</summary>
internal static class Play
{
    /// <summary>Of an independent check both halves, one after the other.</summary>
    public static Played Of(Place place, Step step, string target, Input input)
    {
        var story = place.Story();
        var attempt = input.Apply(story.TryOn(step, target));
        var facts = attempt.Facts;
        var half = Targets.Exists(step, facts) ? IndependentCheck.Due(step, facts) : null;
        if (RuleBook.Decide(step, facts) is not Decision.Taken taken)
        {
            return new Played.Refused(Codes(RuleBook.Decide(step, facts)));
        }

        story.Happen(step, facts, taken);
        if (half == CheckHalf.First)
        {
            facts = attempt.Half(new(facts.Record, facts.Scans));
            if (RuleBook.Decide(step, facts) is not Decision.Taken whole)
            {
                return new Played.Refused(Codes(RuleBook.Decide(step, facts)));
            }

            story.Happen(step, facts, whole);
            taken = whole;
        }

        var name = string.Join(' ', new[] { step.Id, target, input.Name }.Where(part => part.Length > 0));
        return new Played.Went(
            new(place.Chain, story.Chain, StepCatalogue.Get(step.Id), facts, [.. story.History.Select(happened => happened.What)], taken.Signed),
            Place.After(story, place, name));
    }

    private static IReadOnlyList<string> Codes(Decision decision) => decision switch
    {
        Decision.Refused refused => [.. refused.Reasons.Select(reason => reason.Code).Distinct()],
        Decision.Voided voided => [voided.Reason.Code],
        _ => throw new InvalidOperationException($"Unexpected decision {decision}."),
    };
}
