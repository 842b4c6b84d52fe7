using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Demo;

/// <param name="Owner">Whose it is; null for the participant's own things and for the house's.</param>
internal sealed record DemoDecoy(Text Name, ChainState? Owner, DemoCode Code);

/// <summary>Things of the right kind that somebody in a hurry might take for the right one.</summary>
internal static class DemoDecoys
{
    public static async Task<IReadOnlyList<DemoDecoy>> ForAsync(
        Source source, ScanDemand demand, Facts facts, IReadOnlyList<ChainState> others, CancellationToken ct) => demand.Wanted switch
        {
            Wanted.Band => [.. others.Take(1).Select(Band)],
            Wanted.DoseBag => await BagsAsync(source, facts, others, ct),
            Wanted.CollectionBag => await AnotherAsync(source, others, chain => chain.CurrentCollection?.Donation.ToString(), ct),
            Wanted.ProcessContainer => await AnotherAsync(source, others, chain => chain.CurrentBatch?.Number.ToString(), ct),
            Wanted.Material => [.. (await HouseThings.ListAsync(source, HouseKind.MaterialLot, ct)).Where(lot => lot.MaterialKind == demand.Material).Select(Lot)],
            _ => [],
        };

    private static DemoDecoy Band(ChainState owner) => new(
        new($"Браслет участника {owner.Subject}", $"The wristband of participant {owner.Subject}"), owner, DemoCode.Band(owner));

    private static DemoDecoy Lot(HouseThingRow lot) => new(new(lot.NameRu, lot.NameEn), null, DemoCode.Of(lot));

    /// <summary>A bag of somebody else for the same day, one in the store before one in use, and the participant's own bag for the other day.</summary>
    private static async Task<IReadOnlyList<DemoDecoy>> BagsAsync(
        Source source, Facts facts, IReadOnlyList<ChainState> others, CancellationToken ct)
    {
        var day = facts.Bag?.Day ?? 1;
        var stranger = others.SelectMany(chain => chain.BagsOf(day), (chain, bag) => (chain, bag))
            .Where(pair => pair.bag is { IsTerminal: false, Locked: false })
            .OrderByDescending(pair => pair.bag.Position is not null)
            .FirstOrDefault();
        var strange = stranger.chain is null ? [] : await AnotherAsync(source, [stranger.chain], _ => stranger.bag.Id.ToString(), ct);
        return facts.Bag is { } bag
            && facts.Chain.Bags.FirstOrDefault(other => other.Day != bag.Day) is { } otherDay
            && await DemoCode.OnAsync(source, facts.Chain, otherDay.Id.ToString(), ct) is { } code
            ? [.. strange, new DemoDecoy(new($"Пакет того же участника, но ДЕНЬ {otherDay.Day}", $"The same participant's bag, but DAY {otherDay.Day}"), null, code)]
            : strange;
    }

    private static async Task<IReadOnlyList<DemoDecoy>> AnotherAsync(
        Source source, IReadOnlyList<ChainState> others, Func<ChainState, string?> thing, CancellationToken ct)
    {
        foreach (var other in others)
        {
            if (await DemoCode.OnAsync(source, other, thing(other), ct) is { } code)
            {
                return [new(new($"{code.Name.Ru}, участник {other.Subject}", $"{code.Name.En}, participant {other.Subject}"), other, code)];
            }
        }

        return [];
    }
}
