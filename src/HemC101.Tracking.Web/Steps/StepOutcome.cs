using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What became of a step.</summary>
public abstract record StepOutcome
{
    private static readonly Dictionary<string, Text> NoErrors = [];

    private StepOutcome() { }

    internal static Refused Because(params IReadOnlyList<Refusal> reasons) => new(reasons, NoErrors);

    /// <param name="Names">Whether a text of the step names the participant.</param>
    /// <param name="IsHalf">The first half of an independent check is closed; the second person's is waited for.</param>
    public sealed record Taken(ChainState After, NameInText Names, bool IsHalf) : StepOutcome;

    /// <summary>The same attempt was taken before: nothing was done again.</summary>
    /// <param name="IsHalf">It was a first half.</param>
    public sealed record TakenBefore(bool IsHalf) : StepOutcome;

    /// <param name="FieldErrors">By field name.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons, IReadOnlyDictionary<string, Text> FieldErrors) : StepOutcome
    {
        /// <summary>The one reason is a text that names the participant: sent once more and meant, it is taken.</summary>
        public bool WantsNameMeant { get; init; }

        /// <summary>What the ledger says of it: nothing of a form that was only filled in wrong.</summary>
        public IReadOnlyList<string> Codes => WantsNameMeant ? [TextWarning.Code] : [.. Reasons.Select(reason => reason.Code)];

        /// <summary>The ledger has it already.</summary>
        public bool IsRecorded { get; init; }
    }

    /// <summary>No such chain, or nothing on it that the step could be done to.</summary>
    public sealed record NoSuchThing : StepOutcome;
}
