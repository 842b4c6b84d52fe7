using System.Globalization;
using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>What of a folded chain a line may look at.</summary>
internal static class ScenarioFacts
{
    public const string Events = "events";

    /// <summary>Whether the pages warn of another participant of the same surname; it stands in no chain.</summary>
    public const string Namesake = "namesake";

    private const string Missing = "none";

    private static readonly Dictionary<string, Func<ChainState, string?>> OfChain = new()
    {
        ["product"] = chain => $"{chain.Product}",
        ["collection"] = chain => $"{chain.CurrentCollection?.State}",
        ["collections"] = chain => Number(chain.Collections.Count),
        ["collection-bags"] = chain => Number(chain.CurrentCollection?.Present.Count() ?? 0),
        ["batch"] = chain => $"{chain.CurrentBatch?.State}",
        ["released"] = chain => Flag(chain.CurrentBatch?.IsReleased == true),
        ["confirmed"] = chain => Flag(chain.CurrentBatch?.BagsConfirmed == true),
        ["unit"] = chain => chain.CurrentBatch?.CurrentUnit?.Code,
        ["bags"] = chain => Number(chain.Bags.Count),
        ["holds"] = chain => Number(chain.Holds.Count),
        ["deviations"] = chain => Number(chain.OpenDeviations.Count()),
        ["recalls"] = chain => Number(chain.Recalls.Count),
        ["recalls-open"] = chain => Number(chain.Recalls.Count(recall => recall.AwaitsPhysician)),
        ["near-misses"] = chain => Number(chain.NearMisses),
        ["band"] = chain => Number(chain.BandInstance),
        ["band-outdated"] = chain => Flag(chain.IsBandOutdated),
        ["relabel-undecided"] = chain => Flag(chain.AwaitsRelabelDecision),
        ["former-labels"] = chain => Number(chain.Prints.Keys.Count(serial => chain.FormerOn(serial) is not null)),
        ["bound"] = chain => Flag(chain.IsBandBound),
        ["tolerance"] = chain => $"{chain.ToleranceDecision?.Decided}",
        ["unconfirmed"] = chain => Number(chain.SafetyActs.Count),
        ["follow-up"] = chain => chain.FollowUp is { } follow ? $"{(follow.Extension ? "extension" : "follow-up")}, {follow.Status}" : null,
        ["dose:day1"] = chain => Cells(chain, 1),
        ["dose:day2"] = chain => Cells(chain, 2),
        ["lost"] = chain => Number(chain.LostThings.Count()),
        ["biohazard"] = chain => Flag(chain.Biohazard),
    };

    private static readonly Dictionary<string, Func<DoseBag, string?>> OfBag = new()
    {
        [""] = bag => $"{bag.State}",
        ["redesignated"] = bag => Flag(bag.IsRedesignated),
        ["locked"] = bag => Flag(bag.Locked),
        ["rounds"] = bag => Number(bag.Rounds.Count),
        ["infused"] = bag => bag.InfusedMl?.ToString("0.###", CultureInfo.InvariantCulture),
        ["volume"] = bag => bag.VolumeMl.ToString("0.###", CultureInfo.InvariantCulture),
        ["cells"] = bag => bag.CarPosE6.ToString("0.###", CultureInfo.InvariantCulture),
    };

    /// <summary>Everything a line may look at; <c>test:</c> takes a code of the specification.</summary>
    public static string Keys { get; } = string.Join(
        ", ", [.. OfChain.Keys, .. OfBag.Keys.Select(part => $"bag:day1{(part.Length == 0 ? "" : ".")}{part}"), "test:viability", Namesake, Events]);

    /// <returns>What is so now, <c>none</c> for what is not there; null for a key that means nothing.</returns>
    public static string? Find(ChainState chain, string key)
    {
        var parts = key.Split('.', 2);
        if (parts[0] is "bag:day1" or "bag:day2")
        {
            var bag = chain.BagsOf(parts[0][^1] - '0').LastOrDefault();
            return OfBag.TryGetValue(parts.ElementAtOrDefault(1) ?? "", out var read) ? OrNone(bag is null ? null : read(bag)) : null;
        }

        return key.StartsWith("test:", StringComparison.Ordinal) ? OrNone($"{chain.CurrentBatch?.Results.GetValueOrDefault(key[5..])?.Verdict}")
            : OfChain.TryGetValue(key, out var fact) ? OrNone(fact(chain))
            : null;
    }

    private static string OrNone(string? text) => string.IsNullOrEmpty(text) ? Missing : text;

    /// <summary>What the bags of the dose hold together, ×10⁶ CAR+.</summary>
    private static string Cells(ChainState chain, int day) => chain.DoseOf(day).Sum(bag => bag.CarPosE6).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
