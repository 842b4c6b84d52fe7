using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps;

/// <summary>The rule book's answer to a step.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <param name="Events">In the order they happened; to be written together or not at all.</param>
    public sealed record Taken(IReadOnlyList<ChainEvent> Events, IReadOnlyList<SignedAs> Signed) : Decision
    {
        /// <summary>The line that it was entered from; null for what was done in the system itself.</summary>
        public PaperEntry? Paper { get; init; }
    }

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Decision;

    /// <summary>The two halves of an independent check do not make a whole: both are void, and nothing was taken.</summary>
    public sealed record Voided(Refusal Reason, CheckVoided What) : Decision;
}

/// <summary>Who signs with which role and meaning.</summary>
public sealed record SignedAs(Signer Signer, Role Role, Meaning Meaning)
{
    /// <param name="contentHash">Of what was signed.</param>
    public Signature Sign(DateTimeOffset at, string contentHash) =>
        new(Signer.Person.Number, Signer.Person.FullName, Role, Meaning, at, Signer.Method, contentHash);
}
