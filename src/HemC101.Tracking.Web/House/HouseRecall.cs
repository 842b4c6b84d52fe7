using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.House;

/// <summary>A hold that a withdrawn thing placed, as the ledger keeps it beside the withdrawal.</summary>
/// <param name="Of">Canonical text of the collection, batch or bag.</param>
internal sealed record RecallHold(CoiId Coi, int Number, string Of);

/// <param name="Participants">On whose cells it was used.</param>
/// <param name="Given">To whom some of it was given.</param>
internal sealed record Recalled(IReadOnlyList<RecallHold> Holds, int Participants, int Given);

/// <summary>
/// Traces a withdrawn thing of the house forward, all deliveries of its lot, and holds what is left of it on every chain, in the transaction
/// that withdraws it. The decision is signed in the thing's own stream; the chains name who made it.
/// </summary>
public sealed class HouseRecall(ChainDesk chains, SettingsDesk settings)
{
    /// <summary>Of the events on the chains: no step of the catalogue, since it is done to no chain.</summary>
    public const string StepId = "thing.withdraw";

    internal async Task<Recalled> RunAsync(UnitOfWork uow, HouseId thing, Doer by, DateTimeOffset now, CancellationToken ct)
    {
        var version = (await settings.BookAsync(uow, ct)).At(now).Settings.Version;
        var act = new Act(StaffNumber.Parse(by.Actor), nameof(Tracking.Steps.Station.Quality), now, now, StepId, [], [], version) { Workstation = by.Workstation };
        List<RecallHold> holds = [];
        var (participants, given) = (0, 0);
        foreach (var uses in (await ThingUses.ListAsync(uow, thing, ct)).GroupBy(use => use.Coi))
        {
            var chain = await chains.FindAsync(uow, uses.Key, ct) ?? throw new InvalidOperationException($"There is no chain {uses.Key}.");
            var events = Recall.Events(chain, thing, uses.Select(use => use.UsedFor));
            if (await ChainStreams.AppendAsync(uow, uses.Key, chain, events, act, ct) is null)
            {
                throw new InvalidOperationException($"The chain {uses.Key} moved inside its own transaction.");
            }

            holds.AddRange(events.OfType<HoldPlaced>().Select(hold => new RecallHold(uses.Key, hold.Number, hold.Of!)));
            (participants, given) = (participants + 1, given + (events.OfType<ThingWithdrawn>().Single().Given.Count > 0 ? 1 : 0));
        }

        return new(holds, participants, given);
    }
}
