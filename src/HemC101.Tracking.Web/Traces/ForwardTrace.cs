using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Traces;

/// <summary>One participant whose cells a thing has touched, with the steps and the bags.</summary>
public sealed record TracedChain(ChainRow Chain, IReadOnlyList<ThingUseRow> Uses, IReadOnlyList<TracedBag> Bags);

/// <summary>Where a lot, a device or a place was used: every participant, batch and bag, as of one moment.</summary>
/// <param name="Registered">Null for a thing that is not registered, and was used all the same.</param>
/// <param name="Deliveries">Others of the same lot of the manufacturer, which are traced with it.</param>
/// <param name="Took">What asking the database took.</param>
public sealed record ForwardTrace(
    HouseId Thing, HouseThingRow? Registered, IReadOnlyList<HouseThingRow> Deliveries, IReadOnlyList<TracedChain> Chains, DateTimeOffset AsOf, TimeSpan Took)
{
    /// <summary>Nothing can be stopped any more.</summary>
    private static readonly HashSet<BagState> Gone =
        [BagState.Infused, BagState.PartiallyInfused, BagState.Infusing, BagState.Paused, BagState.Discarded, BagState.Retained];

    private static readonly HashSet<BagState> With = [BagState.Infused, BagState.PartiallyInfused, BagState.Infusing, BagState.Paused];

    public int Batches => Chains.SelectMany(chain => chain.Bags).Select(bag => bag.Batch.ToString())
        .Union(Chains.SelectMany(chain => chain.Uses).Select(use => use.UsedFor).Where(used => BatchNumber.TryParse(used, out _))).Count();

    public int Bags => Chains.Sum(chain => chain.Bags.Count);

    /// <summary>Bags that have not been given or thrown away.</summary>
    public int Within => Chains.Sum(chain => chain.Bags.Count(bag => IsWithinReach(bag.State)));

    /// <summary>Participants whom some of it has reached.</summary>
    public int Given => Chains.Count(chain => chain.Bags.Any(bag => With.Contains(bag.State)));

    public static bool IsWithinReach(BagState state) => !Gone.Contains(state);

    /// <summary>
    /// SHA-256 over UTF-8 lines, each ended by LF: the words <c>HemC101.Tracking forward trace 1</c>, the thing, the moment, then for each
    /// chain in the order of subject numbers <c>use CoI version used-for delivery</c> and <c>bag CoI bag state</c>.
    /// </summary>
    public string Hash()
    {
        var lines = Chains.SelectMany(chain => chain.Uses.Select(use => string.Create(CultureInfo.InvariantCulture, $"use {use.Coi} {use.Version} {use.UsedFor} {use.HouseId}"))
            .Concat(chain.Bags.Select(bag => $"bag {bag.Coi} {bag.Bag} {bag.State}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
            new[] { "HemC101.Tracking forward trace 1", $"{Thing}", Instants.ToText(AsOf) }.Concat(lines).Select(line => line + '\n')))));
    }
}
