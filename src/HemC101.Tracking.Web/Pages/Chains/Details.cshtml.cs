using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Chains;

/// <summary>One chain: where everything stands, what can be done, and all that has happened.</summary>
public sealed class DetailsModel(
    Database database, ChainDesk chains, WorkList workList, SettingsDesk settings, CurrentPerson signed, TimeProvider time) : PageModel
{
    public ChainState Chain { get; private set; } = null!;

    public IReadOnlyList<Happened> History { get; private set; } = [];

    /// <summary>Scans whose way of entry does not speak for itself.</summary>
    public IReadOnlyList<ReviewLine> ToReview { get; private set; } = [];

    public CorrectionsMade Corrections { get; private set; } = CorrectionsMade.None;

    /// <summary>By entry, what the signed-in person may correct.</summary>
    public ILookup<int, CorrectionOffer> Offers { get; private set; } = Array.Empty<CorrectionOffer>().ToLookup(_ => 0);

    /// <summary>What the signed-in person may do here, listed steps first.</summary>
    public IReadOnlyList<Steps.Work> Mine { get; private set; } = [];

    /// <summary>What waits for somebody else.</summary>
    public IReadOnlyList<Steps.Work> Others { get; private set; } = [];

    public Step? JustDone => TempData["Done"] is string id ? StepCatalogue.Find(id) : null;

    public async Task<IActionResult> OnGetAsync(string coi, CancellationToken ct)
    {
        if (!CoiId.TryParse(coi, out var id) || await chains.FindAsync(database, id, ct) is not { } chain)
        {
            return NotFound();
        }

        Chain = chain;
        var history = await ChainStreams.HistoryAsync(database, id, ct);
        History = [.. history.Reverse()];
        ToReview = await ReviewList.ReadAsync(database, history, ct);
        Corrections = CorrectionsMade.Of(history);
        var facts = new Facts { Chain = chain, Settings = await settings.CurrentAsync(database, ct), Now = time.GetUtcNow() };
        Offers = CorrectionOffers.Of(facts, signed.Required);
        var works = await workList.OfAsync(chain, ct);
        var roles = signed.Required.Roles;
        Mine = [.. works.Where(work => work.Address.Step.Roles.Any(roles.Contains))];
        Others = [.. works.Where(work => work.Address.Step.Listed && !work.Address.Step.Roles.Any(roles.Contains))];
        return Page();
    }
}
