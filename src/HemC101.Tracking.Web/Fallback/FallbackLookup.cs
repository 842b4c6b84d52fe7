using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;

namespace HemC101.Tracking.Web.Fallback;

/// <summary>The set that a step's scan stands on, as it is now.</summary>
internal static class FallbackLookup
{
    /// <summary>For the judging of one code: a label that names no chain, at a step that wants a set or the label of a bag.</summary>
    public static async Task<Facts> ForAsync(Source source, Step step, Facts facts, ScannedCode code, CancellationToken ct) =>
        step.ScansFor(facts).Any(demand => demand.Wanted is Wanted.FallbackSet or Wanted.CollectionBag or Wanted.Tag or Wanted.LabelAround) && code is ContainerCode { Coi: null, Donation: { } donation }
            ? facts with { FallbackSet = await FallbackJournal.FindAsync(source, donation, ct) }
            : facts;

    /// <summary>For the decision: the set that was scanned.</summary>
    public static async Task<Facts> ScannedAsync(Source source, Step step, Facts facts, CancellationToken ct) =>
        Demand(step) is { } demand && facts.Scans.TryGetValue(demand.Key, out var scan) && DonationNumber.TryParse(scan.Evidence.Identifier, out var donation)
            ? facts with { FallbackSet = await FallbackJournal.FindAsync(source, donation, ct) }
            : facts;

    private static ScanDemand? Demand(Step step) => step.Scans.FirstOrDefault(demand => demand.Wanted == Wanted.FallbackSet);
}
