using HemC101.Tracking.Chain;
using HemC101.Tracking.Custody;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Scanners;
using Station = HemC101.Tracking.Steps.Station;

namespace HemC101.Tracking.Web.Steps;

/// <summary>One line of work that waits for somebody.</summary>
/// <param name="Obstacles">What stands in the way now; empty when it can be begun.</param>
public sealed record Work(StepAddress Address, Facts Facts, IReadOnlyList<Refusal> Obstacles)
{
    public ChainState Chain => Facts.Chain;

    public bool CanBegin => Obstacles.Count == 0;

    /// <summary>Something has happened that asks for it, wherever people work.</summary>
    public bool IsCalledFor => Address.Step.CalledFor?.Invoke(Facts) == true;

    public bool IsListed => Address.Step.Listed || IsCalledFor;

    /// <summary>It should have arrived by then; null for what is in time, and for what is no arrival.</summary>
    public DateTimeOffset? OverdueSince => Address.Step.Id is "collection.receive" or "bag.receive" ? Transit.OverdueSince(Facts) : null;

    /// <summary>The first half of an independent check is closed; of what it holds nothing is told.</summary>
    public bool AwaitsSecondCheck => IndependentCheck.Due(Address.Step, Facts) == CheckHalf.Second;
}

/// <summary>What is due, for a person, a station or a chain; all of it asked of the rule book.</summary>
public sealed class WorkList(Database database, ChainDesk chains, SettingsDesk settings, DeviceScanner scanner, TimeProvider time)
{
    /// <param name="station">Null for all stations.</param>
    /// <returns>What the person may do, ready work first.</returns>
    public Task<IReadOnlyList<Work>> ForAsync(Person person, Station? station, CancellationToken ct) =>
        ForAsync(
            step => (step.Listed || step.CalledFor is not null) && step.Roles.Any(person.Roles.Contains),
            work => work.IsCalledFor || work.Address.Step is { Listed: true } step && (station is null || step.Station == station),
            person,
            ct);

    /// <summary>What the person may do at once, from wherever they are and whatever they have not shown: pause, stop, end, reaction.</summary>
    public Task<IReadOnlyList<Work>> SafetyForAsync(Person person, CancellationToken ct) =>
        ForAsync(step => step.Kind == StepKind.Safety && step.Roles.Any(person.Roles.Contains), _ => true, person, ct);

    /// <summary>Every step that could be taken on one chain, listed or not, by anybody.</summary>
    /// <param name="to">Who asks: a half they have done themselves stands in their own way. Null when nobody in particular does.</param>
    public async Task<IReadOnlyList<Work>> OfAsync(ChainState chain, Person? to, CancellationToken ct)
    {
        var facts = await FactsAsync(database, chain, await settings.BookAsync(database, ct), await scanner.FindAsync(database, ct), ct);
        return [.. Due(StepCatalogue.All, facts with { SignedIn = to })];
    }

    /// <summary>Whether the person may take it and is meant by it.</summary>
    public static bool IsFor(Work work, Person person)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Signatories.Concerns(work.Address.Step, work.Facts, person);
    }

    private async Task<IReadOnlyList<Work>> ForAsync(Func<Step, bool> wanted, Func<Work, bool> isShown, Person person, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var book = await settings.BookAsync(session, ct);
        var standing = await scanner.FindAsync(session, ct);
        var steps = StepCatalogue.All.Where(wanted).ToList();
        List<Work> due = [];
        await foreach (var chain in chains.ListAwakeAsync(session, ct))
        {
            var facts = await FactsAsync(session, chain, book, standing, ct);
            due.AddRange(Due(steps, facts with { SignedIn = person }).Where(work => isShown(work) && IsFor(work, person)));
        }

        return
        [
            .. due.OrderByDescending(work => work.CanBegin)
                .ThenByDescending(work => work.OverdueSince is not null)
                .ThenByDescending(work => work.IsCalledFor)
                .ThenByDescending(work => work.Address.Step.Concerns is not null)
                .ThenBy(work => work.Chain.Subject.ToString(), StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Work> Due(IEnumerable<Step> steps, Facts facts) =>
        from step in steps
        from target in Targets.Due(step, facts)
        let aimed = facts with { Target = target }
        select new Work(new StepAddress(step, facts.Chain.Coi, target), aimed, RuleBook.Obstacles(step, aimed));

    private async Task<Facts> FactsAsync(
        Source source, ChainState chain, Tracking.Study.SettingsBook book, ScannerStanding? standing, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Chain = chain,
            Settings = book.At(now).Settings,
            Book = book,
            Now = now,
            Scanner = standing,
            Absent = await SafetyActList.AbsentAsync(source, chain, ct),
        };
    }
}
