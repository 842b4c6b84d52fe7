using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What a step's page shows: what is wanted, what was scanned, what stands in the way.</summary>
public sealed record StepScreen
{
    public required StepAddress Address { get; init; }

    /// <summary>With the scans that still hold.</summary>
    public required Facts Facts { get; init; }

    public required IReadOnlyList<Refusal> Obstacles { get; init; }

    /// <summary>One rendered form is one attempt.</summary>
    public required string Attempt { get; init; }

    /// <summary>Null for those who need no name; and when the one kept now is not the one enrolled, which the obstacles say.</summary>
    public required PersonalData? Participant { get; init; }

    /// <summary>Another participant whose course goes on has this surname.</summary>
    public bool HasNamesake { get; init; }

    /// <summary>The wristband and the labels of the step's thing that say what was true before a correction.</summary>
    public IReadOnlyList<FormerLabel> Former { get; init; } = [];

    /// <summary>A scan that was accepted and no longer holds; null when all do.</summary>
    public ScanVerdict? Lapsed { get; init; }

    /// <summary>What quality assurance looks at before this step; empty for steps that review nothing.</summary>
    public IReadOnlyList<ReviewLine> ToReview { get; init; } = [];

    /// <summary>What the step is about, where that is who took a Safety step; else empty.</summary>
    public IReadOnlyList<SafetyActLine> Acts { get; init; } = [];

    /// <summary>Of the whole chain, where they are reviewed or one more is made; none elsewhere.</summary>
    public CorrectionsMade Corrections { get; init; } = CorrectionsMade.None;

    /// <summary>What the second person confirms by signing.</summary>
    public IReadOnlyList<ScanEvidence> Typed => [.. Facts.Scans.Values.Select(scan => scan.Evidence).Where(scan => scan.Entry == EntryMethod.Typed)];

    public Step Step => Address.Step;

    public IReadOnlyList<ScanDemand> Demands => Step.ScansFor(Facts);

    public IReadOnlyList<ScanDemand> OpenDemands => [.. Demands.Where(demand => !Facts.Scans.ContainsKey(demand.Key))];

    public bool ScansDone => OpenDemands.Count == 0;

    /// <summary>What is asked now: the step, or the half of an independent check that is due.</summary>
    public Step Asked => IndependentCheck.Asked(Step, Facts);

    public CheckHalf? Half => IndependentCheck.Due(Step, Facts);

    /// <summary>Where the person it is shown to takes back the half that they have closed themselves; null when none of theirs waits.</summary>
    public StepAddress? Withdrawal => IndependentCheck.Own(Step, Facts) is { } own
        ? new(StepCatalogue.Get("check.withdraw"), Address.Coi, own.Version.ToString(CultureInfo.InvariantCulture))
        : null;

    public IReadOnlyList<SignatureDemand> Signatures => Asked.SignaturesFor(Facts);

    public IReadOnlyList<Field> Record => Asked.RecordFor(Facts);

    /// <summary>Name and birth date are for those who stand before the person, where they do, and whose session was not taken from them.</summary>
    internal static bool ShowsPerson(Step step, Person to, IReadOnlyList<ActDoubt> doubts) =>
        step.Station is Station.Enrolment or Station.Apheresis or Station.Ward
        && Signatories.MeetParticipants(to)
        && !doubts.Any(doubt => doubt is ActDoubt.EndedSession or ActDoubt.ClosedAccount);
}

/// <summary>Prepares the page of a step, and has it written down who is shown whose name.</summary>
public sealed class StepScreens(
    Database database,
    ChainDesk chains,
    SettingsDesk settings,
    DeviceScanner scanner,
    PersonalDataVault vault,
    PersonalDataJournal journal,
    TimeProvider time)
{
    public static string NewAttempt(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    /// <returns>The attempt; null when a step was taken with it already, so that a new one begins.</returns>
    public async Task<string?> StillOpenAsync(string? attempt, CancellationToken ct) =>
        attempt is null || await Storage.Registry.FinishedAttempts.FindAsync(database, attempt, ct) is not null ? null : attempt;

    /// <returns>Null when there is no such chain or thing, or no address.</returns>
    public async Task<StepScreen?> PrepareAsync(StepAddress? address, string? attempt, CurrentPerson signed, CancellationToken ct)
    {
        if (address is null)
        {
            return null;
        }

        var by = signed.Required;
        var step = address.Step;
        await using var session = await database.ReadAsync(ct);
        if (await chains.FindAsync(session, address.Coi, ct) is not { } chain)
        {
            return null;
        }

        var participant = await StepPerson.OpenAsync(vault, session, chain, step, ct);
        var (book, now) = (await settings.BookAsync(session, ct), time.GetUtcNow());
        var blank = new Facts
        {
            Chain = chain,
            IsIdentityAltered = participant is null,
            Target = address.Target,
            Settings = book.At(now).Settings,
            Book = book,
            Now = now,
            Scanner = await scanner.FindAsync(session, ct),
            Absent = await SafetyActList.AbsentAsync(session, chain, ct),
            SignedIn = by,
        };
        if (!Targets.Exists(step, blank))
        {
            return null;
        }

        if (attempt is not null && await AttemptScans.IsClosedAsync(session, step, blank, attempt, by.Number, ct))
        {
            attempt = null;
        }

        attempt ??= NewAttempt(time);
        var obstacles = RuleBook.Obstacles(step, blank);
        var (facts, lapsed) = await AttemptScans.ReplayAsync(session, step, blank, attempt, ct);
        var history = step.ReviewsScans || step.Scope == Scope.Record ? await ChainStreams.HistoryAsync(session, address.Coi, ct) : [];
        var isShown = participant is not null && StepScreen.ShowsPerson(step, by, signed.Doubts);
        if (isShown)
        {
            journal.Opened(by, chain.Subject, WorkAddress.PageOf(step));
        }

        return new StepScreen
        {
            Address = address,
            Facts = facts,
            Obstacles = obstacles,
            Attempt = attempt,
            Participant = isShown ? participant : null,
            HasNamesake = await Storage.Registry.Participants.HasNamesakeAsync(session, chain.Subject, ct),
            Former = await FormerLabels.ReadAsync(vault, session, chain, print => FormerLabels.IsOf(print, address.Target), isShown, ct),
            Lapsed = lapsed,
            Acts = step.Scope != Scope.SafetyAct ? []
                : [.. (await SafetyActList.ReadAsync(session, chain, ct)).Where(line => line.Act == blank.SafetyAct)],
            ToReview = step.ReviewsScans ? await ReviewList.ReadAsync(session, history, ct) : [],
            Corrections = CorrectionsMade.Of(history),
        };
    }
}
