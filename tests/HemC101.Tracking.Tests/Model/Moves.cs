using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>What is tried in a state: every step of the catalogue on representative things, wrong scans at the bed, and the passing of time.</summary>
/// <param name="wide">More of everything, for a run on request.</param>
/// <param name="goesOn">Whether anything is tried in a state at all; null for in all of them.</param>
internal sealed class Moves(bool wide, Func<ChainState, bool>? goesOn = null)
{
    public bool GoesOn(ChainState chain) => goesOn?.Invoke(chain) != false;

    /// <summary>Left to tests of their own: a correction folds the history anew and may follow any entry; halves are always completed here.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["record.correct"] = "CorrectionTests, CorrectionEffectTests",
        ["check.withdraw"] = "IndependentCheckTests",
        ["identity.relabel"] = "IdentityCorrectionTests: no name is corrected here",
        ["str.comment"] = "StrIdentityTests: the specification here asks for no profile",
        ["recall.assess"] = "RecallTests: nothing is withdrawn here",
        ["batch.no-tags"] = "TagTests, CasesOfTags: RFID tags are of another profile",
        ["bag.tag-dead"] = "TagTests, CasesOfTags: RFID tags are of another profile",
    };

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(46), TimeSpan.FromHours(7), TimeSpan.FromHours(19),
        TimeSpan.FromHours(25), TimeSpan.FromHours(73), TimeSpan.FromDays(15), TimeSpan.FromDays(181),
    ];

    private static readonly Story Stranger = Story.UpTo("collection.identify", participant: 8);

    private static readonly string[] AtTheBed = ["bag.clear", "bedside.first", "bedside.second", "infusion.start"];

    /// <summary>After a failure a second collection, or batch, begins; so many of them are followed.</summary>
    private int Courses => wide ? 2 : 1;

    public IEnumerable<string> TargetsOf(Step step, ChainState chain) => step.Scope switch
    {
        Scope.Chain => MayRepeat(step, chain) ? [""] : [],
        Scope.Collection => chain.Collections.Select(item => item.Donation.ToString()),
        Scope.Batch => chain.Batches.Select(item => item.Number.ToString()),
        Scope.Unit => chain.CurrentBatch?.Units.Where(unit => unit.State != UnitState.Completed).Select(unit => unit.Code) ?? [],
        Scope.Test => chain.CurrentBatch is { } batch ? TestsOf(batch) : [],
        Scope.Day => chain.Bags.Count > 0 ? ["1", "2"] : [],
        Scope.Bag => chain.Bags.Select(bag => bag.Id.ToString()),
        Scope.Hold => chain.Holds.Select(hold => hold.Number.ToString(CultureInfo.InvariantCulture)),
        Scope.Deviation => chain.OpenDeviations.Take(1).Select(deviation => deviation.Number.ToString(CultureInfo.InvariantCulture)),
        Scope.Print => chain.Prints.Values.Where(print => IsOfUse(chain, print)).Select(print => print.Serial.ToString()),
        Scope.SafetyAct => chain.SafetyActs.Select(act => act.Number.ToString(CultureInfo.InvariantCulture)),
        Scope.Half or Scope.Record => [],
        _ => throw new InvalidOperationException($"Unexpected scope {step.Scope}."),
    };

    /// <summary>Where a step leads to a state that differs in nothing the rest depends on, it is judged and not followed.</summary>
    public bool Follows(Step step, Transition transition) => wide || step.Id switch
    {
        "batch.certify" or "qc.invalidate" => !IsSplitAndGiven(transition.Before),
        "qc.result" => !IsSplitAndGiven(transition.Before) || transition.After.CurrentBatch!.HasFailedTest,
        "batch.supply" or "bag.misrouted" => false,
        "bag.lost" => transition.Before.Bags.Exists(bag => bag is { Day: 1, State: BagState.InTransit } && bag.Id.ToString() == transition.Facts.Target)
            && transition.Before.Holds.IsEmpty && transition.Before.Bags.Exists(bag => bag is { Day: 2, State: BagState.Stored, Locked: false }),
        _ => true,
    };

    private static bool IsSplitAndGiven(ChainState chain) => chain.Product is ProductState.Split or ProductState.Released && chain.CurrentBatch is { IsSplit: true, MayBeGiven: true };

    /// <summary>Whether the input is tried here.</summary>
    public bool Tries(Step step, Facts facts, Input input) => step.Id switch
    {
        "hold.place" => wide ? facts.Chain.Holds.Count < 2 : facts.Chain.Holds.IsEmpty && (input == Input.Good || StopsManufacture(facts, input)),
        "collection.identify" => facts.Chain.Collections.Count < Courses,
        "collection.fallback" => facts.Chain.Collections.Count <= Courses,
        "bag.freeze" => wide || input == Input.Good || facts.Day == 1,
        _ => true,
    };

    /// <summary>Whether every machine of the step's knows its trigger.</summary>
    public static bool CanFire(Step step, Facts facts) => Stuck(step, facts) == 0;

    /// <summary>How many of the step's machines do not know its trigger.</summary>
    public static int Stuck(Step step, Facts facts) => new[]
    {
        step.Fires.Product is { } product && Transitions.Next(facts.Chain.Product, product) is null,
        step.Fires.Collection is { } collection && !(facts.Collection is { } donated && Transitions.Next(donated.State, collection) is not null),
        step.Fires.Batch is { } batch && !(facts.Batch is { } made && Transitions.Next(made.State, batch) is not null),
        step.Fires.Unit is { } unit && !(Targets.Unit(facts) is { } done && Transitions.Next(done.State, unit) is not null),
        step.Fires.Bag is { } trigger && !(facts.Bag is { } bag && Transitions.Next(bag.State, trigger) is not null),
    }.Count(stuck => stuck);

    public static IEnumerable<Place> Later(Place place) => Abstraction.IsOver(place.Chain) && place.Chain.SafetyActs.IsEmpty && !Abstraction.AwaitsDay28(place) ? [] : Waits.Select(place.Later);

    /// <summary>At the bed, on a page that was left open too, a stranger's band, and the bag of the other day.</summary>
    public static IEnumerable<Place> WrongScans(Place place) =>
        from stepId in AtTheBed
        let step = StepCatalogue.Get(stepId)
        from bag in place.Chain.Bags
        where Transitions.Next(bag.State, stepId == "bedside.first" ? BagTrigger.Verify : step.Fires.Bag!.Value) is not null || (stepId, bag.State) == ("bag.clear", BagState.Cleared)
        from code in Wrong(place.Chain, bag)
        let story = place.Story().TryOn(step, bag.Id.ToString()).ScanWrong(code, Crew.Of(Role.WardNurse))
        select Place.After(story, place, $"{stepId} {bag.Id} wrong {code.GetType().Name}");

    private static IEnumerable<ScannedCode> Wrong(ChainState chain, DoseBag bag) =>
        [Symbols.Band(Stranger.Chain), .. chain.Bags.Where(other => other.Day != bag.Day).Select(other => Symbols.Bag(chain, other.Id))];

    private static bool StopsManufacture(Facts facts, Input input) =>
        input.Name.StartsWith("stop", StringComparison.Ordinal) && facts.Chain.Product is ProductState.Received or ProductState.Manufacturing;

    /// <summary>A band is replaced before the chair, and while a bag is cleared, thawed or verified: where it decides about anything.</summary>
    private bool MayRepeat(Step step, ChainState chain) => step.Id switch
    {
        "apheresis.order" => wide || chain.Bags.IsEmpty,
        "band.replace" => wide || chain.Product == ProductState.Ordered || chain.Bags.Exists(bag => bag.State is BagState.Cleared or BagState.Thawed or BagState.Verified),
        _ => true,
    };

    private static IEnumerable<string> TestsOf(Batch batch)
    {
        var open = batch.Specification.Tests.FirstOrDefault(test => !batch.Results.ContainsKey(test.Code));
        var last = batch.Specification.Tests.LastOrDefault(test => batch.Results.ContainsKey(test.Code));
        return new[] { open, last }.OfType<QcTest>().Select(test => test.Code);
    }

    private bool IsOfUse(ChainState chain, Print print) => print is { Carrier: Carrier.PrimaryBag, State: not PrintState.Superseded } && (wide || print.Kind switch
    {
        LabelKind.CollectionBag => chain.CurrentCollection?.State is CollectionState.Identified or CollectionState.Collected,
        LabelKind.InProcessContainer => chain.Product is ProductState.Manufacturing or ProductState.Formulated,
        _ => chain.Bags.Count < 2,
    });
}
