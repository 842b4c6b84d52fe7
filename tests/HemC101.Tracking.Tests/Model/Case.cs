using HemC101.Tracking.Chain;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>A state and an input in which one guard alone refuses, written down by hand where the exploration meets none or no promise speaks of it.</summary>
internal sealed record Case(string StepId, string Code, Func<Witness> Stands)
{
    private static readonly Dictionary<(string, string), Place> Before = [];

    /// <summary>Right before the main path's step, with something changed.</summary>
    /// <param name="on">Dose day, unit or test.</param>
    public static Case Of(string stepId, string on, string code, Func<ChainState, DateTimeOffset, ChainState> change) =>
        At(stepId, code, stepId, on, Input.Good, change);

    /// <summary>The same with an input of its own.</summary>
    public static Case Of(string stepId, string on, string code, Func<Attempt, Attempt> input) => At(stepId, code, stepId, on, new(code, input));

    /// <param name="upTo">The step of the main path that would be next.</param>
    public static Case At(
        string stepId, string code, string upTo, string on, Input input, Func<ChainState, DateTimeOffset, ChainState>? change = null) =>
        new(stepId, code, () =>
        {
            var place = UpTo(upTo, on);
            place = place with { Chain = change?.Invoke(place.Chain, place.Now) ?? place.Chain };
            return new(place, place.Story().Try(stepId, on).Target, input);
        });

    /// <summary>After a story of its own.</summary>
    public static Case After(string stepId, string code, Func<Story> story, Func<Story, Attempt> attempt, Func<Attempt, Attempt>? input = null) =>
        new(stepId, code, () =>
        {
            var told = story();
            return new(Place.After(told, null, code), attempt(told).Target, input is null ? Input.Good : new(code, input));
        });

    private static Place UpTo(string stepId, string on)
    {
        lock (Before)
        {
            return Before.TryGetValue((stepId, on), out var place)
                ? place
                : Before[(stepId, on)] = Place.After(Story.UpTo(stepId, on.Length == 0 ? null : on), null, $"up to {stepId} {on}");
        }
    }
}
