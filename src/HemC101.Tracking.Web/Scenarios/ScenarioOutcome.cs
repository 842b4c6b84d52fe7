using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>What became of a line.</summary>
/// <param name="Word">What <c>expect</c> is held against.</param>
/// <param name="Reasons">The keys of refusals; the names of fields that were filled in wrong.</param>
/// <param name="Said">To the person at the station; null when nothing was.</param>
internal sealed record ScenarioOutcome(string Word, IReadOnlyList<string> Reasons, Text? Said = null)
{
    public const string Done = "done";
    public const string Accepted = "accepted";
    public const string RefusedWord = "refused";

    /// <summary>The first of two independent halves is closed.</summary>
    private const string Half = "half";

    /// <summary>It was taken before, and nothing was done again.</summary>
    private const string Again = "again";

    /// <summary>A field was filled in wrong.</summary>
    private const string Form = "form";
    private const string Nothing = "no-such-thing";

    /// <summary>Everything a line may expect.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [Done, Half, Again, RefusedWord, Form, Nothing, .. Enum.GetValues<Verdict>().Select(WordOf)];

    public static ScenarioOutcome Plain { get; } = new(Done, []);

    public static ScenarioOutcome DoneBefore { get; } = new(Again, []);

    public bool IsHalf => Word == Half;

    public static ScenarioOutcome Of(ScanVerdict verdict) => new(WordOf(verdict.Kind), [], verdict.IsAccepted ? null : verdict.Sentence);

    public static ScenarioOutcome Of(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Taken taken => new(taken.IsHalf ? Half : Done, []),
        StepOutcome.TakenBefore => new(Again, []),
        StepOutcome.Refused { FieldErrors.Count: > 0 } form => new(Form, [.. form.FieldErrors.Keys], form.FieldErrors.Values.First()),
        StepOutcome.Refused refused => Refused(refused.Reasons),
        StepOutcome.NoSuchThing => new(Nothing, []),
        var other => throw new InvalidOperationException($"Unexpected outcome {other}."),
    };

    public static ScenarioOutcome Of(EnrolOutcome outcome) => outcome switch
    {
        EnrolOutcome.Enrolled => Plain,
        EnrolOutcome.EnrolledBefore => new(Again, []),
        EnrolOutcome.Refused refused => Refused(refused.Reasons),
        var other => throw new InvalidOperationException($"Unexpected outcome {other}."),
    };

    /// <param name="reasons">Of those who give no key, the sentence alone is known.</param>
    public static ScenarioOutcome Refused(IReadOnlyList<Text> reasons) => new(RefusedWord, [], reasons.Count > 0 ? reasons[0] : null);

    public static ScenarioOutcome Refused(IReadOnlyList<Refusal> reasons) =>
        new(RefusedWord, [.. reasons.Select(reason => reason.Code)], reasons.Count > 0 ? reasons[0].Reason : null);

    private static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => Accepted,
        Verdict.Mismatch => "mismatch",
        Verdict.WrongDay => "wrong-day",
        Verdict.VoidPrint => "void-print",
        Verdict.WrongKind => "wrong-kind",
        Verdict.NotDue => "not-due",
        Verdict.Expired => "expired",
        Verdict.Held => "held",
        Verdict.Unreadable => "unreadable",
        Verdict.Duplicate => "duplicate",
        Verdict.EntryRefused => "entry-refused",
    };
}
