using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Demo;

/// <summary>One participant of the demonstration.</summary>
/// <param name="Next">How the story goes on; null at its end, and where nothing helps any more.</param>
/// <param name="Visited">True when a visitor has done something here.</param>
public sealed record DemoChapter(ChainState Chain, IReadOnlyList<Work> Works, DemoScript? Next, bool Visited);

/// <summary>What the page of the demonstration shows.</summary>
/// <param name="Chapters">In the order of the journey.</param>
/// <param name="Chosen">Null while nobody is enrolled.</param>
/// <param name="Script">For the step that was asked for, else the chosen participant's next; null when there is none.</param>
public sealed record DemoScene(
    IReadOnlyList<DemoActor> Crew,
    IReadOnlyList<DemoChapter> Chapters,
    DemoChapter? Chosen,
    DemoScript? Script,
    IReadOnlyList<DemoMistake> Mistakes);

/// <summary>Use case: where every participant stands, and how the next step of one of them is taken.</summary>
public sealed class DemoStory(Database database, ChainDesk chains, WorkList workList)
{
    /// <param name="coi">Null, or nobody's: the first participant whom no visitor has helped on.</param>
    /// <param name="stepId">Null for the step that is next.</param>
    /// <param name="target">What that step is done to; null for the chain itself.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<DemoScene> ReadAsync(string? coi, string? stepId, string? target, CancellationToken ct)
    {
        var crew = await DemoCrew.ListAsync(database, ct);
        IReadOnlyList<Person> people = [.. crew.Select(actor => actor.Person)];
        var chapters = await ChaptersAsync(people, ct);
        var chosen = chapters.FirstOrDefault(chapter => chapter.Chain.Coi.ToString() == coi)
            ?? chapters.FirstOrDefault(chapter => chapter is { Visited: false, Next: not null })
            ?? (chapters.Count > 0 ? chapters[0] : null);
        var asked = chosen?.Works.FirstOrDefault(work => work.Address.Step.Id == stepId && work.Address.Target == (target ?? ""));
        var script = asked is null ? chosen?.Next : await DemoScripts.WriteAsync(database, asked.Address, asked.Facts, people, ct);
        var wrong = script is null ? [] : await MistakesAsync(script, chosen!, [.. chapters.Except([chosen!]).Select(chapter => chapter.Chain)], ct);
        return new(crew, chapters, chosen, script, wrong);
    }

    /// <returns>Changes whenever the page would show something else for a participant; null when there is no such participant.</returns>
    public async Task<string?> StateAsync(string coi, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return null;
        }

        IReadOnlyList<Person> people = [.. (await DemoCrew.ListAsync(database, ct)).Select(actor => actor.Person)];
        return StateOf(chain, await DemoThread.NextAsync(database, await workList.OfAsync(chain, null, ct), people, ct));
    }

    public static string StateOf(ChainState chain, DemoScript? next) => $"{chain.Version}{next?.Address.Path}";

    private Task<IReadOnlyList<DemoMistake>> MistakesAsync(
        DemoScript script, DemoChapter chosen, IReadOnlyList<ChainState> others, CancellationToken ct) =>
        DemoMistakes.ForAsync(database, script.Step, chosen.Works.First(work => work.Address == script.Address).Facts, others, ct);

    private async Task<IReadOnlyList<DemoChapter>> ChaptersAsync(IReadOnlyList<Person> people, CancellationToken ct)
    {
        var filledAt = await DemoMarker.FilledAtAsync(database, ct);
        var touched = (await ChainRows.ListAsync(database, ct)).Where(row => row.ChangedAt > filledAt).Select(row => row.Coi).ToHashSet();
        List<DemoChapter> chapters = [];
        foreach (var chain in (await chains.ListAsync(database, ct).ToListAsync(ct)).OrderByDescending(chain => chain.Subject.ToString(), StringComparer.Ordinal))
        {
            var works = await workList.OfAsync(chain, null, ct);
            chapters.Add(new(chain, works, await DemoThread.NextAsync(database, works, people, ct), touched.Contains(chain.Coi)));
        }

        return chapters;
    }
}
