using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Traces;

/// <summary>Traces a thing of the house forward, and says how long that took.</summary>
internal static class TraceDesk
{
    /// <param name="source">Of one moment.</param>
    /// <returns>Null for what is neither registered nor was ever used.</returns>
    public static async Task<ForwardTrace?> FindAsync(Source source, HouseId thing, TimeProvider time, CancellationToken ct)
    {
        var (asOf, began) = (Instants.CutToMilliseconds(time.GetUtcNow()), time.GetTimestamp());
        var registered = await HouseThings.FindAsync(source, thing, ct);
        var deliveries = (await HouseThings.ListDeliveriesAsync(source, thing, ct)).Where(other => other.HouseId != thing);
        var uses = (await ThingUses.ListAsync(source, thing, ct)).ToLookup(use => use.Coi);
        var bags = (await ThingUses.ListBagsAsync(source, thing, ct)).ToLookup(bag => bag.Coi);
        var chains = (await ThingUses.ListChainsAsync(source, thing, ct)).Select(chain => new TracedChain(chain, [.. uses[chain.Coi]], [.. bags[chain.Coi]])).ToList();
        return registered is null && chains.Count == 0 ? null : new(thing, registered, [.. deliveries], chains, asOf, time.GetElapsedTime(began));
    }
}
