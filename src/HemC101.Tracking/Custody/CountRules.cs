using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Custody;

/// <summary>What is there and what should be there are two things.</summary>
/// <param name="Finding">A code.</param>
public sealed record CountFinding(CoiId Coi, DoseBagId Bag, string Finding);

/// <summary>The inventory count: who does it, and what of it is a discrepancy.</summary>
public static class CountRules
{
    public const string StepId = "inventory.count";

    /// <summary>A record without a bag.</summary>
    public const string Missing = "missing";

    /// <summary>A bag without a record there.</summary>
    public const string NotRecorded = "not-recorded";

    /// <summary>It is there, and its label is void, replaced or unknown.</summary>
    public const string Label = "label";

    private static readonly Role[] Keepers = [Role.Cryostore, Role.LabOperator, Role.QualityAssurance];

    public static IReadOnlyList<SignatureDemand> Signatures { get; } = [new(Meaning.Performed, Keepers), new(Meaning.Verified, Keepers)];

    public static Refusal NothingChosen { get; } = new("count-nothing-chosen", new("Выберите хотя бы одну позицию.", "Choose at least one position."));

    public static Refusal AlreadyOpen { get; } = new("count-open", new(
        "Эти позиции уже пересчитывают. Продолжите тот пересчёт или закройте его.", "These positions are being counted already. Go on with that count, or close it."));

    public static Refusal Closed { get; } = new("count-closed", new("Этот пересчёт уже закрыт. Откройте новый.", "This count is closed already. Open a new one."));

    public static Text FindingName(string finding) => finding switch
    {
        Missing => new("в записях есть, на месте нет", "recorded there, and is not there"),
        NotRecorded => new("на месте есть, в записях нет", "is there, and is not recorded there"),
        Label => new("на месте, этикетка недействительна", "is there, its label is void"),
        _ => new(finding, finding),
    };

    /// <summary>What came or went while the count went on is no discrepancy.</summary>
    public static IReadOnlyList<CountFinding> Findings(InventoryCount count, IEnumerable<ChainState> chains, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(chains);
        List<CountFinding> findings = [];
        foreach (var chain in chains)
        {
            var there = Whereabouts.Of(chain).Where(stay => count.Positions.Contains(stay.Where)).ToLookup(stay => stay.Of);
            foreach (var bag in chain.Bags)
            {
                var scans = count.Scanned.FindAll(scan => scan.Bag == bag.Id);
                if (Finding(count, [.. there[bag.Id.ToString()]], scans, now) is { } finding)
                {
                    findings.Add(new(chain.Coi, bag.Id, finding));
                }
            }
        }

        return findings;
    }

    /// <summary>Labels that belong to no bag of any chain: nothing can be held for them.</summary>
    public static IReadOnlyList<string> Unknown(InventoryCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return [.. count.Scanned.Where(scan => scan.Bag is null).Select(scan => scan.Code).Distinct()];
    }

    /// <summary>Each discrepancy of one chain, and a hold for it, unless one of an earlier count still stands.</summary>
    public static IEnumerable<ChainEvent> Events(ChainState chain, int count, IEnumerable<CountFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(findings);
        var number = chain.HoldsEverPlaced;
        foreach (var (_, bag, finding) in findings)
        {
            yield return new BagMiscounted(bag, count, finding);
            if (chain.Holds.Exists(hold => hold.Reason == Hold.Inventory && hold.Of == $"{bag}"))
            {
                continue;
            }

            yield return new HoldPlaced(++number, bag.ToString(), Hold.Inventory, StopsManufacture: false);
        }
    }

    private static string? Finding(InventoryCount count, List<Stay> there, ImmutableList<Counted> scans, DateTimeOffset now) =>
        scans.Count == 0 ? there.Any(stay => stay.From <= count.OpenedAt && (stay.Until is not { } left || left >= now)) ? Missing : null
        : !scans.Any(scan => there.Any(stay => stay.Overlaps(scan.At, scan.At))) ? NotRecorded
        : !scans.Any(scan => scan.IsLive) ? Label
        : null;
}
