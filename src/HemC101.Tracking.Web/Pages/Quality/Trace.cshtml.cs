using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>One participant whose cells a thing has touched, with the steps and the bags.</summary>
public sealed record TracedChain(ChainRow Chain, IReadOnlyList<ThingUseRow> Uses, IReadOnlyList<TracedBag> Bags);

/// <summary>Where a lot, a device or a place was used: every participant, batch and bag, as of one moment.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class TraceModel(Database database, TimeProvider time) : PageModel
{
    /// <summary>Nothing can be stopped any more.</summary>
    private static readonly HashSet<BagState> Gone = [BagState.Infused, BagState.PartiallyInfused, BagState.Infusing, BagState.Paused, BagState.Discarded];

    public HouseId Thing { get; private set; }

    /// <summary>Null for a thing that is not registered, and was used all the same.</summary>
    public HouseThingRow? Registered { get; private set; }

    /// <summary>Other deliveries of the same lot of the manufacturer, which are traced with it.</summary>
    public IReadOnlyList<HouseThingRow> Deliveries { get; private set; } = [];

    public IReadOnlyList<TracedChain> Chains { get; private set; } = [];

    public int Batches { get; private set; }

    public int Bags => Chains.Sum(chain => chain.Bags.Count);

    /// <summary>Bags that have not been given or thrown away.</summary>
    public int Within => Chains.Sum(chain => chain.Bags.Count(bag => IsWithinReach(bag.State)));

    public DateTimeOffset AsOf { get; private set; }

    /// <summary>What asking the database took.</summary>
    public TimeSpan Took { get; private set; }

    public static bool IsWithinReach(BagState state) => !Gone.Contains(state);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!HouseId.TryParse(id, out var thing))
        {
            return NotFound();
        }

        (Thing, AsOf) = (thing, time.GetUtcNow());
        var began = time.GetTimestamp();
        await using var session = await database.ReadAsync(ct);
        Registered = await HouseThings.FindAsync(session, thing, ct);
        Deliveries = [.. (await HouseThings.ListDeliveriesAsync(session, thing, ct)).Where(other => other.HouseId != thing)];
        var uses = (await ThingUses.ListAsync(session, thing, ct)).ToLookup(use => use.Coi);
        var bags = (await ThingUses.ListBagsAsync(session, thing, ct)).ToLookup(bag => bag.Coi);
        Chains = [.. (await ThingUses.ListChainsAsync(session, thing, ct)).Select(chain => new TracedChain(chain, [.. uses[chain.Coi]], [.. bags[chain.Coi]]))];
        Batches = bags.SelectMany(chain => chain).Select(bag => bag.Batch.ToString())
            .Union(uses.SelectMany(chain => chain).Select(use => use.UsedFor).Where(used => BatchNumber.TryParse(used, out _))).Count();
        Took = time.GetElapsedTime(began);
        return Registered is null && Chains.Count == 0 ? NotFound() : Page();
    }
}
