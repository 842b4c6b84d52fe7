using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;

namespace HemC101.Tracking.Steps;

/// <summary>One correction, in the history of its chain.</summary>
public sealed record CorrectionMade(Happened Correction, RecordCorrected What);

/// <summary>How the corrections of a history bear on what was written before them: which values are no longer so, which signatures stand on an earlier version.</summary>
public sealed class CorrectionsMade
{
    private readonly Dictionary<int, Happened> _history;
    private readonly Dictionary<string, string?> _donations;
    private readonly ILookup<int, CorrectionMade> _signedBefore;

    private CorrectionsMade(IReadOnlyList<Happened> history)
    {
        _history = history.ToDictionary(happened => happened.Version);
        _donations = history.Select(happened => happened.What).OfType<BatchOpened>()
            .ToDictionary(opened => $"{opened.Batch}", string? (opened) => $"{opened.Donation}");
        All =
        [
            .. from happened in history
               where happened.What is RecordCorrected
               orderby happened.Version
               select new CorrectionMade(happened, (RecordCorrected)happened.What),
        ];
        _signedBefore = (from made in All
                         from happened in history
                         where happened.Version < made.Correction.Version && RestsOn(happened, made)
                         select (happened.Version, made)).ToLookup(pair => pair.Version, pair => pair.made);
    }

    public static CorrectionsMade None { get; } = new([]);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CorrectionMade> All { get; }

    /// <param name="history">Of one chain, whole.</param>
    public static CorrectionsMade Of(IReadOnlyList<Happened> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Any(happened => happened.What is RecordCorrected) ? new(history) : None;
    }

    /// <summary>Of the values that this entry keeps, oldest first.</summary>
    public IEnumerable<CorrectionMade> To(int entry) => All.Where(made => made.What.Entry == entry);

    /// <summary>Corrections of what the entry's signatures were given on, made after they were.</summary>
    public IEnumerable<CorrectionMade> AfterSigning(int entry) => _signedBefore[entry];

    /// <summary>The entry of which a correction speaks; null when it lies beyond the history.</summary>
    public Happened? EntryOf(CorrectionMade made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return _history.GetValueOrDefault(made.What.Entry);
    }

    private bool RestsOn(Happened happened, CorrectionMade made) =>
        happened.Version == made.What.Entry
        || (happened.What is RecordCorrected earlier && earlier.Entry == made.What.Entry && earlier.Member == made.What.Member)
        || (happened.Version > made.What.Entry
            && (Reliances.Of(happened.What) & BearsOf(made)) != Reliance.None
            && EntryOf(made) is { } entry && AreOfOneThing(happened.What, entry.What));

    private Reliance BearsOf(CorrectionMade made)
    {
        var rules = StepCatalogue.Find(EntryOf(made)?.Act.StepId ?? "")?.Corrections ?? [];
        var own = rules.FirstOrDefault(rule => rule.Values.Any(value => value.Member == made.What.Member))
            ?? rules.FirstOrDefault(rule => rule.EntryValues is not null || rule.Derived is not null);
        return own?.Bears ?? Reliance.None;
    }

    /// <summary>Nothing that both name may differ.</summary>
    private bool AreOfOneThing(ChainEvent decision, ChainEvent entry)
    {
        string[] shared = ["Bag", "Batch"];
        var donation = EventMembers.Find(entry, "Donation");
        var batch = EventMembers.Find(decision, "Batch");
        return shared.All(name => EventMembers.Find(decision, name) is not { } one || EventMembers.Find(entry, name) is not { } other || one == other)
            && (donation is null || batch is null || _donations.GetValueOrDefault(batch) == donation);
    }
}
