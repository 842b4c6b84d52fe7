using HemC101.Tracking.People;

namespace HemC101.Tracking.Study;

/// <summary>The whole study waits: for a safety signal, the data monitoring board, the authority .</summary>
/// <param name="Number">From 1; each is given once.</param>
/// <param name="Reason">One of <see cref="StudyHoldRules.Reason"/>.</param>
/// <param name="Document">Number of the document that tells why.</param>
public sealed record StudyHold(int Number, string Reason, string Document, DateTimeOffset PlacedAt, IReadOnlyList<Signature> Signatures)
{
    /// <summary>Null as long as it is in force.</summary>
    public StudyHoldRelease? Release { get; init; }
}

/// <param name="Assessment">One of <see cref="StudyHoldRules.Assessment"/>.</param>
/// <param name="Document">Number of the decision to go on.</param>
public sealed record StudyHoldRelease(string Assessment, string Document, DateTimeOffset At, IReadOnlyList<Signature> Signatures);
