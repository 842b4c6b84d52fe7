using System.Collections.Frozen;
using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps.Catalogue;

namespace HemC101.Tracking.Steps;

/// <summary>
/// Steps that were taken on a numbered paper sheet while the system was down, entered afterwards. What has happened cannot be refused: the
/// machines still say what is possible, and whatever a rule has against it is recorded with it and holds the chain until quality assurance
/// has looked. A third person enters; those who signed by hand confirm their own lines. Domain reference X-34.
/// </summary>
public static class BackEntry
{
    public static readonly ReferenceField Sheet = new("paper_sheet", new("Номер бумажного листа", "Number of the paper sheet"));

    public static readonly NumberField Line = new("paper_line", new("Строка листа", "Line of the sheet"), "", 1, 99, 0);

    public static readonly MomentField At = new("paper_at", new("Время, записанное на листе", "Time written on the sheet"));

    public static readonly PictureField Picture = new("paper_picture", new("Снимок листа", "Picture of the sheet"));

    public static readonly CheckField AsWritten = new("paper_as_written", new(
        "На листе записано именно так, хотя правила против", "The sheet says exactly this, although the rules object"), Must: false);

    /// <summary>The code under which the form is asked whether the sheet says exactly this.</summary>
    public const string AsksAsWritten = "paper-as-written";

    /// <summary>What a system that is up writes within this time after a moment says that it was up then.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromMinutes(15);

    private static readonly ReferenceField Coi = new("paper_coi", new(
        "CoI, как он стоит на листе (15 знаков)", "CoI as it stands on the sheet (15 characters)"));

    private static readonly ChoiceField Dose = new("paper_dose", new("Доза, как она стоит на листе", "Dose as it stands on the sheet"),
    [
        new("1", new("День 1", "Day 1")),
        new("2", new("День 2", "Day 2")),
    ]);

    private static readonly CheckField Signed = new("paper_signed", new("Строка подписана от руки каждым", "Everybody has signed the line by hand"), Must: false);

    /// <summary>Later is no reason to lose what happened; the line says that it came late.</summary>
    private static readonly TimeSpan Timely = TimeSpan.FromHours(24);

    private static readonly FrozenDictionary<string, Step> Entries = StepCatalogue.All.Where(MayStandOnPaper).ToFrozenDictionary(step => step.Id, Entry);

    public static IReadOnlyList<Step> All { get; } = [.. StepCatalogue.All.Select(Of).OfType<Step>()];

    /// <returns>The entry of a step from paper; null for what waits until the system is back.</returns>
    public static Step? Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Entries.GetValueOrDefault(step.Id);
    }

    /// <summary>The staff numbers that the form names, in the order of the step's signatures.</summary>
    public static IEnumerable<StaffNumber> Named(Step step, RecordValues record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Performers(step).Select(field => record.Has(field) && StaffNumber.TryParse(record.Get(field), out var number) ? number : (StaffNumber?)null).OfType<StaffNumber>();
    }

    /// <summary>Where the step could have been taken, gates left aside.</summary>
    public static IEnumerable<string> Due(Step step, Facts facts) =>
        from target in Targets.Of(step, facts.Chain)
        let there = facts with { Target = target }
        where Obstacles(step, there).Count == 0 && !NotThen(step.Original!, there).Any()
        select target;

    internal static IReadOnlyList<Refusal> Obstacles(Step step, Facts facts) =>
        facts.IsIdentityAltered ? [Reasons.IdentityAltered]
        : step.Kind == StepKind.Advance && facts.Bag?.ThawStartedAt is null ? [BackEntryReasons.NotOnPaper]
        : Machines.Refusals(step.Original!, facts, []);

    internal static Decision Decide(Step step, Facts facts)
    {
        if (!Targets.Exists(step, facts))
        {
            return new Decision.Refused([Reasons.NoSuchTarget]);
        }

        facts = facts with { Signers = [.. facts.Signers.Take(1)] };
        var entering = Signatories.Assign(step, facts);
        List<Refusal> refusals =
        [
            .. Obstacles(step, facts),
            .. entering.Refusals,
            .. step.ScansFor(facts).Where(demand => !facts.Scans.ContainsKey(demand.Key)).Select(Reasons.ScanMissing),
            .. step.RecordFor(facts).Where(field => !field.Optional && !facts.Record.Has(field)).Select(Reasons.RecordMissing),
        ];
        return refusals.Count > 0 ? new Decision.Refused(refusals) : Enter(step, facts, entering.Signed);
    }

    private static Decision Enter(Step step, Facts facts, IReadOnlyList<SignedAs> entering)
    {
        var original = step.Original!;
        if (Unknown(step, facts) is { } unknown)
        {
            return new Decision.Refused([unknown]);
        }

        var hands = Named(step, facts.Record)
            .Select(number => new Signer(facts.Named.First(person => person.Number == number), AuthenticationMethod.Handwritten)).ToList();
        var at = facts.Value(At);
        var then = facts with { Now = at, Settings = facts.SettingsAt(at), Signers = hands, SignedIn = hands[0].Person, Doubts = [] };
        var (signed, refused) = Signatories.Assign(Demands(original, then), hands, trainedAt: null);
        List<Refusal> refusals = [.. refused, .. Refusals(original, facts, hands), .. NotThen(original, then)];
        var against = refusals.Count > 0 ? [] : Against(original, facts, then, signed);
        if (against.Count > 0 && !facts.Value(AsWritten))
        {
            refusals.AddRange([.. against, BackEntryReasons.SayAsWritten]);
        }

        if (refusals.Count > 0)
        {
            return new Decision.Refused(refusals);
        }

        var line = new SheetLine(facts.Value(Sheet), (int)facts.Value(Line), facts.Value(Picture), [.. against.Select(rule => rule.Code)]);
        return new Decision.Taken([.. original.Events(then), .. Asked(original, then), .. Held(facts, against)], [.. signed, .. entering])
        {
            Paper = new PaperEntry(line, then.Now),
        };
    }

    /// <summary>What must be right before anything is entered: it is the form that is wrong, not what happened.</summary>
    private static IEnumerable<Refusal> Refusals(Step original, Facts facts, IReadOnlyList<Signer> hands)
    {
        if (facts.Value(Coi) != facts.Chain.Coi.ToString() || (original.Scope == Scope.Bag && facts.Value(Dose) != $"{facts.Bag?.Day}"))
        {
            yield return BackEntryReasons.OtherThing;
        }

        if (HasPart(facts, hands))
        {
            yield return BackEntryReasons.OwnLine;
        }

        if (facts.Value(At) > facts.Now)
        {
            yield return BackEntryReasons.Future;
        }

        if (facts.Value(At).AddMinutes(1) <= Earliest(facts))
        {
            yield return BackEntryReasons.TooEarly;
        }

        if (Misfit(facts) is { } misfit)
        {
            yield return misfit;
        }

        var lines = Lines(facts).Select(entry => entry.Act.Paper!).ToList();
        if (lines.Exists(line => line.Sheet == facts.Value(Sheet) && line.Number == facts.Value(Line)))
        {
            yield return BackEntryReasons.LineEntered(facts.Value(Sheet), facts.Value(Line));
        }

        if (lines.Exists(line => line.Sheet != facts.Value(Sheet) && line.Picture == facts.Value(Picture)))
        {
            yield return BackEntryReasons.OtherPicture;
        }
    }

    /// <summary>A number in the form of ours is that of a sheet that was printed for this chain, for this bag, before the line was written.</summary>
    private static Refusal? Misfit(Facts facts) =>
        !PrintSerial.LooksIssued(facts.Value(Sheet)) ? null
        : SheetOf(facts) is not { } sheet ? BackEntryReasons.NoSuchSheet(facts.Value(Sheet))
        : sheet.Of.Length > 0 && sheet.Of != facts.Target ? BackEntryReasons.OtherThing
        : facts.Value(At).AddMinutes(1) <= sheet.IssuedAt ? BackEntryReasons.BeforeSheet
        : null;

    private static Sheet? SheetOf(Facts facts) =>
        PrintSerial.TryParse(facts.Value(Sheet), out var number) ? facts.Chain.Sheets.GetValueOrDefault(number) : null;

    /// <summary>
    /// Whether whoever enters had a hand in it: in this line, in another of the sheet, or in a round at the bed of this bag; or one of the hands has
    /// entered a line of the sheet.
    /// </summary>
    private static bool HasPart(Facts facts, IReadOnlyList<Signer> hands)
    {
        var by = facts.Signers[0].Person;
        var sheet = Lines(facts).Where(entry => entry.Act.Paper!.Sheet == facts.Value(Sheet)).SelectMany(entry => entry.Act.Signatures).ToList();
        return hands.Any(hand => hand.Person.Number == by.Number || Duties.AreOne(hand.Person.FullName, by.FullName))
            || facts.Bag?.Rounds.Exists(nurse => facts.Chain.AreOne(nurse, by)) == true
            || sheet.Exists(signature => signature.Method == AuthenticationMethod.Handwritten && facts.Chain.AreOne(signature.By, by))
            || sheet.Exists(signature => signature.Meaning == Meaning.Transcribed && hands.Any(hand => facts.Chain.AreOne(signature.By, hand.Person)));
    }

    private static IEnumerable<Happened> Lines(Facts facts) => facts.Chain.Past.Where(entry => entry.Act.Paper is not null);

    /// <summary>No line is older than its chain, and none of a bag at the bed older than its thaw.</summary>
    private static DateTimeOffset Earliest(Facts facts) =>
        facts.Bag?.InfusionStartedAt ?? facts.Bag?.ThawStartedAt ?? facts.Chain.Past[0].Act.At;

    /// <summary>A step that fires no machine says itself when it is due.</summary>
    private static IEnumerable<Refusal> NotThen(Step original, Facts then) =>
        original.Fires == new Triggers() && original.When?.Invoke(then) == false ? [Reasons.WrongState(original, then.Bag?.State ?? (Enum)then.Chain.Product)] : [];

    /// <summary>What the rules have against what has happened; each of it once.</summary>
    private static List<Refusal> Against(Step original, Facts facts, Facts then, IReadOnlyList<SignedAs> signed)
    {
        List<Refusal> against =
        [
            .. RuleBook.Blocked(original, then),
            .. Machines.Refusals(original, then, [.. original.GatesFor(then), .. original.ChecksFor(then)]),
            .. from hand in signed
               where original.Kind != StepKind.Safety && !hand.Signer.Person.MayActAs(hand.Role, then.Now)
               select Reasons.RoleSuspended(hand.Signer.Person, hand.Role),
            .. from hand in signed where facts.Left.Contains(hand.Signer.Person.Number) select BackEntryReasons.HasLeft(hand.Signer.Person.FullName),
            .. from field in original.RecordFor(then).Append(Signed)
               where field is CheckField { Must: true } or CheckField { Name: "paper_signed" } && !facts.Value((CheckField)field)
               select BackEntryReasons.NotTicked(field.Label),
        ];
        if (facts.WasUp || facts.Since(then.Now) < Pulse)
        {
            against.Add(BackEntryReasons.SystemWasUp);
        }

        if (original.Kind == StepKind.Exit)
        {
            against.Add(BackEntryReasons.Final);
        }

        if (SheetOf(facts)?.ValidUntil is { } until && then.Now >= until.AddMinutes(1))
        {
            against.Add(BackEntryReasons.OldPack);
        }

        if (facts.Since(then.Now) > Timely)
        {
            against.Add(BackEntryReasons.Late);
        }

        if (facts.Chain.Past.Exists(entry => IsLater(entry, then)))
        {
            against.Add(BackEntryReasons.OutOfOrder);
        }

        return [.. against.Where(rule => rule.Code != WardGates.PaperConfirmed.Code).DistinctBy(rule => rule.Code)];
    }

    /// <summary>Paper knows minutes. A hold or a confirmation may well have come before the sheet was entered.</summary>
    private static bool IsLater(Happened entry, Facts then) =>
        entry.What is not (HoldPlaced or HoldReleased or TemperatureLogged or BagMiscounted or ConfirmationWanted or SafetyActConfirmed or SafetyActDisputed or SafetyActSettled or LabelApplied or LabelDestroyed or SheetIssued)
        && !(entry.What is LabelPrinted printed && printed.Carrier.IsAround())
        && entry.Act.At >= then.Now.AddMinutes(1);

    private static Refusal? Unknown(Step step, Facts facts) => Performers(step)
        .Select(field => facts.Value(field))
        .Where(text => !StaffNumber.TryParse(text, out var number) || facts.Named.All(person => person.Number != number))
        .Select(BackEntryReasons.NobodyOf)
        .FirstOrDefault();

    /// <summary>Each performer once, however many lines of the form name them.</summary>
    private static IEnumerable<ChainEvent> Asked(Step original, Facts then) => then.Signers
        .Select(hand => hand.Person.Number).Distinct()
        .Select((number, at) => new ConfirmationWanted(
            then.Chain.ConfirmationsEverWanted + 1 + at, original.Id, then.Target, number, [ActDoubt.OnPaper]));

    private static IEnumerable<ChainEvent> Held(Facts facts, List<Refusal> against) =>
        against.Count > 0 ? [new HoldPlaced(facts.Chain.HoldsEverPlaced + 1, null, Hold.Paper, StopsManufacture: false)] : [];

    private static IReadOnlyList<SignatureDemand> Demands(Step original, Facts facts) =>
        original.Signatures.Count > 0 ? original.SignaturesFor(facts) : [new(Meaning.Performed, original.Roles)];

    private static IReadOnlyList<ReferenceField> Performers(Step step)
    {
        var demands = (step.Original ?? step) is { Signatures.Count: > 0 } signed ? signed.Signatures : [new SignatureDemand(Meaning.Performed)];
        return [.. demands.Select((demand, at) => new ReferenceField(string.Create(CultureInfo.InvariantCulture, $"paper_by_{at + 1}"), new(
            $"{MeaningNames.Of(demand.Meaning).Ru} на листе: код сотрудника (11 знаков с бейджа)",
            $"{MeaningNames.Of(demand.Meaning).En} on the sheet: staff number (11 characters, from the badge)")))];
    }

    /// <summary>
    /// What the crews do with their hands. Decisions, papers and labels wait for the system; of what leads nearer to a vein only a bag that
    /// was thawing already is finished on paper.
    /// </summary>
    private static bool MayStandOnPaper(Step step) =>
        step.Station is Station.Apheresis or Station.Transport or Station.Laboratory or Station.CellStore or Station.Ward
        && step.Scope is Scope.Chain or Scope.Collection or Scope.Batch or Scope.Unit or Scope.Bag
        && (step.Kind != StepKind.Advance || step is { Scope: Scope.Bag, Station: Station.Ward })
        && (step.Id == "infusion.resume" || step.Signatures.All(demand => demand.Meaning != Meaning.Approved))
        && step is { Labels: null, IssuesDonation: false, IssuesBatch: false }
        && !step.Scans.Any(demand => demand.Fresh);

    private static Step Entry(Step step) => step with
    {
        Original = step,
        Scans = [.. step.Scans.Where(IsOfTheHouse)],
        TargetScans = step.TargetScans is { } more ? facts => [.. more(facts).Where(IsOfTheHouse)] : null,
        ScannedByOne = false,
        Check = SecondCheck.Witnessed,
        Record = [Sheet, Line, At, Picture, Coi, .. step.Scope == Scope.Bag ? [Dose] : Array.Empty<Field>(), .. Performers(step), .. step.Record.Select(Untied), Signed, AsWritten],
        TargetRecord = step.TargetRecord is { } others ? facts => [.. others(facts).Select(Untied)] : null,
        Gates = [],
        TargetGates = null,
        Checks = [],
        TargetChecks = null,
        Signatures = [new(Meaning.Transcribed, [.. step.Roles.Concat(step.Signatures.SelectMany(demand => demand.Roles)).Append(Role.Coordinator).Append(Role.QualityAssurance).Distinct()])],
        TargetSignatures = null,
        LabelsAround = null,
        TakesRemark = true,
    };

    /// <summary>A sheet may say that something was not confirmed.</summary>
    private static Field Untied(Field field) => field is CheckField { Must: true } check ? check with { Must = false } : field;

    /// <summary>Devices, lots, positions and seals stand on the sheet by their numbers; a band and a bag have none that could be typed.</summary>
    private static bool IsOfTheHouse(ScanDemand demand) =>
        demand.Wanted is Wanted.Location or Wanted.Equipment or Wanted.Material or Wanted.TransportBox or Wanted.Seal;
}
