using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <param name="Attempt">One rendered form is one attempt; sent twice, it is taken once.</param>
/// <param name="Raw">What the form sent for each field.</param>
/// <param name="Signers">Re-authenticated a moment ago, in the order of the step's demands.</param>
/// <param name="DeviceTime">The device's clock; null without script.</param>
public sealed record StepInput(
    StepAddress Address,
    string Attempt,
    IReadOnlyDictionary<string, string> Raw,
    IReadOnlyList<Signer> Signers,
    Person SignedIn,
    DateTimeOffset? DeviceTime)
{
    /// <summary>About who is signed in; none while the session lives and is their own.</summary>
    public IReadOnlyList<ActDoubt> Doubts { get; init; } = [];

    /// <summary>Whoever sends it was warned that a text names the participant, and means it.</summary>
    public bool IsNameMeant { get; init; }

    /// <summary>The half of an independent check that the form was; null for every other step.</summary>
    public CheckHalf? Half { get; init; }
}
