using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Steps;

/// <summary>Drives the real catalogue from enrolment on, so that a test names only what matters to it.</summary>
internal sealed class Story
{
    private static readonly FacilityNumber Facility = FacilityNumber.Parse("A9999");

    private readonly List<Happened> _history = [];
    private readonly int _participant;
    private int _drawn;

    private Story(int participant)
    {
        _participant = participant;
        var form = new EnrolmentForm(new(1980, 5, 17), MoscowTime.DayOf(Now), "2.0", true, true, true, true, "SLE", 70);
        var coi = CoiId.Issue(Facility, 2026, participant);
        var patient = PatientKey.Issue(Settings.Gs1Prefix, participant);
        var subject = SubjectNumber.Issue(Settings.SiteNumber, participant);
        foreach (var what in Enrolment.Events(form, coi, subject, patient, new string('0', 64), NextSerial()))
        {
            Happen(what, Crew.Of(Role.Coordinator), "enrolment");
        }
    }

    private Story(ChainState chain, DateTimeOffset now, int drawn, StudySettings settings)
    {
        (_participant, _drawn) = (7, drawn);
        (Chain, Now, Settings) = (chain, now, settings);
    }

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public StudySettings Settings { get; private set; } = new();

    public SettingsBook? Book { get; private set; }

    public ChainState Chain { get; private set; } = null!;

    /// <summary>Since the story was begun, or taken up.</summary>
    public IReadOnlyList<Happened> History => _history;

    /// <summary>Print serials drawn so far.</summary>
    public int Drawn => _drawn;

    public FreshNumbers Fresh => new(
        DonationNumber.Issue(Facility, 2026, (_participant * 10) + Chain.Collections.Count),
        BatchNumber.Issue(2026, (_participant * 10) + Chain.Batches.Count),
        [.. Enumerable.Range(1, 6).Select(ahead => Serial(_drawn + ahead))]);

    /// <summary>One that lies at the unit and is not taken by anybody.</summary>
    public FallbackSet FallbackSet => new(
        1 + Chain.Collections.Count,
        DonationNumber.Issue(Facility, 2026, (_participant * 10) + 5 + Chain.Collections.Count),
        Serial(-50 + (2 * Chain.Collections.Count)),
        Serial(-49 + (2 * Chain.Collections.Count)))
    {
        State = FallbackState.Issued,
        PrintedAt = Chain.Past[0].Act.RecordedAt,
        ChangedAt = Now,
        Version = 2,
    };

    public DoseBag Bag(int day) => Chain.BagsOf(day).Last();

    public static Story Enrolled(int participant = 7) => new(participant);

    /// <summary>Takes up the story of participant 7 where another left it.</summary>
    public static Story Standing(ChainState chain, DateTimeOffset now, int drawn, StudySettings settings) => new(chain, now, drawn, settings);

    /// <summary>Stands right before the first main-path step of this name.</summary>
    /// <param name="on">The unit, test or dose day, where the step comes more than once.</param>
    public static Story UpTo(string stepId, string? on = null, int participant = 7) =>
        Through(leg => leg.StepId == stepId && (on is null || leg.On == on), participant);

    /// <summary>The same where bags are filled before the release.</summary>
    public static Story AtFillUpTo(string stepId, string? on = null) =>
        Through(leg => leg.StepId == stepId && (on is null || leg.On == on), 7, new() { SplitTiming = SplitTiming.AtFill }, Leg.AtFill);

    /// <summary>The same for a product whose packs carry RFID tags.</summary>
    public static Story TaggedUpTo(string stepId, string? on = null) =>
        Through(leg => leg.StepId == stepId && (on is null || leg.On == on), 7, new() { LabelProfile = LabelProfile.Bmcp180 });

    public static Story ToTheEnd() => Through(_ => false, 7);

    /// <summary>A newer version of the settings, in force from now on.</summary>
    public Story Issue(StudySettings settings, bool urgent)
    {
        IReadOnlyList<SettingsVersion> before = Book?.Versions ?? [new(Settings, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)];
        Book = new([.. before, new(settings, Now, Now, new(null, urgent, "safety", "D-1", before.Count, [], []))]);
        return With(settings);
    }

    public Story With(StudySettings settings)
    {
        Settings = settings;
        return this;
    }

    public Story After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Story AfterMinutes(int minutes) => After(TimeSpan.FromMinutes(minutes));

    public Story AfterHours(int hours) => After(TimeSpan.FromHours(hours));

    /// <summary>A try at a step on its present thing.</summary>
    /// <param name="on">Dose day, unit or test, as in <see cref="Leg.On"/>.</param>
    public Attempt Try(string stepId, string on = "") => Try(StepCatalogue.Get(stepId), on);

    public Attempt Try(Step step, string on) => new(this, step, Target(step, on));

    public Attempt TryOn(Step step, string target) => new(this, step, target);

    /// <summary>Labels around things are put on no later than before the freezer, and before a step that counts them.</summary>
    public Story Do(string stepId, string on = "")
    {
        if (WantsLabels(stepId))
        {
            PutLabelsOn();
        }

        return Try(stepId, on).Take();
    }

    /// <summary>Everything that was printed for what is around the things, as far as it may be put on.</summary>
    public Story PutLabelsOn()
    {
        var apply = StepCatalogue.Get("label.apply");
        foreach (var print in Chain.Prints.Values.Where(print => print.State == PrintState.Printed && print.Carrier.IsAround()).OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal))
        {
            if (TryOn(apply, print.Serial.ToString()) is var attempt && RuleBook.Obstacles(apply, attempt.Bare).Count == 0)
            {
                attempt.Take();
            }
        }

        return this;
    }

    public Story Happen(Step step, Facts facts, Decision.Taken taken)
    {
        foreach (var what in taken.Events)
        {
            Happen(what, By(facts, taken), step.Id, [.. facts.Scans.Values.Select(scan => scan.Evidence)], taken.Signed, taken.Paper);
        }

        _drawn += taken.Events.OfType<LabelPrinted>().Count();
        return this;
    }

    /// <summary>What the chain would be; nothing has happened.</summary>
    public ChainState Ahead(Step step, Facts facts, Decision.Taken taken) => taken.Events.Aggregate(
        facts.Chain, (chain, what) => chain.Apply(new Happened(chain.Version + 1, what, ActOf(By(facts, taken), step.Id, [], taken.Signed, taken.Paper))));

    public Story Happen(
        ChainEvent what, Person by, string stepId, IReadOnlyList<ScanEvidence>? scans = null, IReadOnlyList<SignedAs>? signed = null, PaperEntry? paper = null)
    {
        var happened = new Happened((Chain?.Version ?? 0) + 1, what, ActOf(by, stepId, scans ?? [], signed ?? [], paper));
        _history.Add(happened);
        Chain = Chain?.Apply(happened) ?? ChainState.Fold(_history)!;
        return this;
    }

    public PrintSerial NextSerial() => Serial(++_drawn);

    private static Person By(Facts facts, Decision.Taken taken) =>
        taken.Paper is not null ? taken.Signed[^1].Signer.Person : taken.Signed.Count > 0 ? taken.Signed[0].Signer.Person : facts.SignedIn!;

    private Act ActOf(Person by, string stepId, IReadOnlyList<ScanEvidence> scans, IReadOnlyList<SignedAs> signed, PaperEntry? paper)
    {
        var signatures = signed.Select(one => new Signature(
            one.Signer.Person.Number, one.Signer.Person.FullName, one.Role, one.Meaning, Now, one.Signer.Method, new string('a', 64)));
        return new Act(by.Number, "test-station", paper?.At ?? Now, Now, stepId, scans, [.. signatures], Settings.Version) { Paper = paper?.Line };
    }

    private PrintSerial Serial(int number) => PrintSerial.Issue((_participant * 1000) + number);

    public IReadOnlyList<Recorded> Correctable => [.. Chain.Past.SelectMany(entry => Tracking.Steps.Recorded.Of(Chain, entry))];

    /// <summary>The correctable value of this name that was recorded last, as it stands now; null when there is none.</summary>
    public Recorded? Recorded(string member) => Correctable.LastOrDefault(value => value.Member == member);

    /// <summary>A try at correcting it.</summary>
    public Attempt Correcting(string member, string value) => Correcting(Recorded(member)!, value);

    public Attempt Correcting(Recorded recorded, string value) =>
        TryOn(StepCatalogue.Get("record.correct"), recorded.Target).With("value", value);

    private static Story Through(Func<Leg, bool> until, int participant, StudySettings? settings = null, IReadOnlyList<Leg>? legs = null)
    {
        legs ??= Leg.Main;
        var story = new Story(participant).With(settings ?? new());
        foreach (var leg in legs.TakeWhile(leg => !until(leg)))
        {
            story.After(leg.Wait).Do(leg.StepId, leg.On);
        }

        var next = legs.FirstOrDefault(until);
        return next is null ? story : WantsLabels(next.StepId) ? story.After(next.Wait).PutLabelsOn() : story.After(next.Wait);
    }

    private static bool WantsLabels(string stepId) =>
        stepId is "bag.freeze" or "batch.review" or "batch.release-conditionally" or "batch.release" or "batch.supply" or "bags.confirm";

    private string Target(Step step, string on) => step.Scope switch
    {
        Scope.Chain => "",
        Scope.Collection => Chain.CurrentCollection?.Donation.ToString() ?? "none",
        Scope.Batch => Chain.CurrentBatch?.Number.ToString() ?? "none",
        Scope.Unit or Scope.Test or Scope.Day => on,
        Scope.Bag => Chain.BagsOf(on == "2" ? 2 : 1).LastOrDefault()?.Id.ToString() ?? "none",
        Scope.Hold => Chain.Holds.LastOrDefault()?.Number.ToString(CultureInfo.InvariantCulture) ?? "none",
        Scope.Deviation => Chain.OpenDeviations.LastOrDefault()?.Number.ToString(CultureInfo.InvariantCulture) ?? "none",
        Scope.Half => Chain.FirstChecks.LastOrDefault()?.Version.ToString(CultureInfo.InvariantCulture) ?? "none",
        Scope.SafetyAct => Chain.SafetyActs.LastOrDefault()?.Number.ToString(CultureInfo.InvariantCulture) ?? "none",
        Scope.Print => Chain.Prints.Values.Where(print => on.Length == 0 || print.Of == on)
            .MaxBy(print => print.Serial.ToString())?.Serial.ToString() ?? "none",
        Scope.Record => (Recorded(on) ?? Correctable.ElementAtOrDefault(Chain.Version % Math.Max(1, Correctable.Count)))?.Target ?? "none",
    };
}
