using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Demo;

/// <summary>The story to play: for one participant the next step, with every code, value and signature it takes.</summary>
[AllowAnonymous]
public sealed class IndexModel(Database database, DemoStory story, CurrentPerson signed, DemoMode demo) : PageModel
{
    public DemoScene Scene { get; private set; } = null!;

    public IReadOnlyList<DemoCode> Labels { get; private set; } = [];

    public DemoActor Actor(Person person) => Scene.Crew.First(actor => actor.Person.Number == person.Number);

    /// <summary>Who is signed in in this browser, when they may open the step; otherwise somebody has to sign in first.</summary>
    public Person? AlreadyIn => Scene.Script is { } script && signed.Person is { } person && MayGoOn(script, person) ? person : null;

    /// <summary>The chapter to go on with: the next one on the way that no visitor has touched.</summary>
    public DemoChapter? Following =>
        Scene.Chapters.SkipWhile(chapter => chapter != Scene.Chosen).Skip(1).FirstOrDefault(chapter => chapter is { Visited: false, Next: not null });

    public string State => Scene.Chosen is { } chosen ? DemoStory.StateOf(chosen.Chain, chosen.Next) : "";

    public static string AddressOf(DemoScript script) => WorkAddress.Of(script.Address);

    /// <summary>Who signs a half of an independent check does all of it.</summary>
    private static bool MayGoOn(DemoScript script, Person person) => script.Half is null
        ? Signatories.MayOpen(script.Step, person)
        : script.SignedIn?.Number == person.Number;

    public async Task<IActionResult> OnGetAsync(string? coi, string? step, string? target, CancellationToken ct)
    {
        if (!demo.IsOn)
        {
            return NotFound();
        }

        Scene = await story.ReadAsync(coi, step, target, ct);
        Labels = Scene.Chosen is { } chosen ? await DemoCode.ListAsync(database, chosen.Chain, ct) : [];
        return Page();
    }

    /// <summary>Asked by the page itself, to turn to the next step as soon as this one is done.</summary>
    public async Task<IActionResult> OnGetStateAsync(string coi, CancellationToken ct) =>
        demo.IsOn && await story.StateAsync(coi, ct) is { } state ? new JsonResult(new { state }) : NotFound();
}
