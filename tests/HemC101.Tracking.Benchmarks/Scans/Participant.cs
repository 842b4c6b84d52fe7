using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Benchmarks.Scans;

/// <summary>What a scanner reads from a participant's labels.</summary>
/// <param name="CollectionSymbol">On the full collection bag.</param>
/// <param name="Bag">The Day 1 bag; null before the split.</param>
/// <param name="BagSymbol">On that bag.</param>
internal sealed record Participant(
    CoiId Coi, string Band, DonationNumber Donation, string CollectionSymbol, DoseBagId? Bag, string? BagSymbol)
{
    public static async Task<Participant> ReadAsync(Database database, CoiId coi)
    {
        var chain = await ChainAsync(database, coi);
        var donation = chain.CurrentCollection!.Donation;
        var bag = chain.BagsOf(1).FirstOrDefault()?.Id;
        return new(
            coi,
            BarcodeWriter.Wristband(chain.Patient, chain.BandInstance),
            donation,
            await SymbolAsync(database, chain, donation.ToString()),
            bag,
            bag is { } id ? await SymbolAsync(database, chain, id.ToString()) : null);
    }

    public static async Task<ChainState> ChainAsync(Database database, CoiId coi) =>
        ChainState.Fold(await ChainStreams.HistoryAsync(database, coi, default))!;

    private static async Task<string> SymbolAsync(Database database, ChainState chain, string of) =>
        (await LabelPrints.FindAsync(database, chain.LivePrimaryPrint(of)!.Serial, default))!.Symbol;
}
