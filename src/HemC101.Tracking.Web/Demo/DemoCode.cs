using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Fallback;
using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Html;

namespace HemC101.Tracking.Web.Demo;

/// <summary>One code that a visitor scans from the screen or copies.</summary>
/// <param name="Raw">What a scanner reads, separators included.</param>
/// <param name="Note">What it is stuck on, or what state it is in; null when there is nothing to say.</param>
public sealed record DemoCode(Text Name, string Raw, bool Gs1 = false, Text? Note = null)
{
    public HtmlString Symbol => new(BarcodeSvg.Write(
        BarcodeEngines.Create().Encode(Gs1 ? Symbology.Gs1DataMatrix : Symbology.DataMatrix, Raw), label: Infrastructure.Language.T(Name)));

    public static DemoCode Band(ChainState chain) => new(
        new($"Браслет {chain.Subject}, № {chain.BandInstance}", $"Wristband {chain.Subject}, no. {chain.BandInstance}"),
        BarcodeWriter.Wristband(chain.Patient, chain.BandInstance),
        Gs1: true);

    public static DemoCode Of(HouseThingRow thing) =>
        new(new(thing.NameRu, thing.NameEn), BarcodeWriter.House(thing.HouseId), Note: LabelNames.Of(thing.Status));

    public static DemoCode Badge(PersonAccount account) =>
        new(new($"Бейдж: {account.FullName}", $"Badge: {account.FullName}"), BarcodeWriter.StaffBadge(account.StaffNo, account.BadgeSerial));

    /// <summary>What is recorded; of a new tag a number that no other pack of the site gets.</summary>
    public static DemoCode Tag(ScanDemand demand, Facts facts)
    {
        var pack = $"{facts.Chain.Coi} {facts.Target} {facts.Chain.Bags.Count} {demand.Prompt.En}";
        return new(new("Метка RFID", "RFID tag"), demand.Expect?.Invoke(facts) ?? $"E280{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(pack)))[..20]}");
    }

    /// <returns>Null for a print whose row is not there.</returns>
    public static async Task<DemoCode?> OfAsync(Source source, Print print, CancellationToken ct)
    {
        var kind = LabelNames.Of(print.Kind);
        return await LabelPrints.FindAsync(source, print.Serial, ct) is { } row
            ? new DemoCode(new($"{kind.Ru} {print.Of}", $"{kind.En} {print.Of}"), row.Symbol, Note: LabelNames.Of(print.State, print.Carrier))
            : null;
    }

    /// <summary>The wristband, and every label that was ever printed for the chain.</summary>
    public static async Task<IReadOnlyList<DemoCode>> ListAsync(Source source, ChainState chain, CancellationToken ct)
    {
        List<DemoCode> codes = [Band(chain)];
        foreach (var print in chain.Prints.Values.Where(print => print.Carrier != Carrier.Band).OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal))
        {
            if (await OfAsync(source, print, ct) is { } code)
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    /// <param name="source">Where labels are read.</param>
    /// <param name="chain">Whose it is.</param>
    /// <param name="thing">What it stands on.</param>
    /// <param name="fresh">Of two, the one that is just being put on.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The label on the thing itself; null when it has none yet.</returns>
    public static async Task<DemoCode?> OnAsync(Source source, ChainState chain, string? thing, bool fresh, CancellationToken ct) =>
        chain.Prints.Values
            .Where(print => print.Of == thing && print.Carrier == Carrier.PrimaryBag && print.State is (PrintState.Printed or PrintState.Applied))
            .OrderByDescending(print => print.State == PrintState.Printed == fresh)
            .FirstOrDefault() is { } live
            ? await OfAsync(source, live, ct)
            : null;

    /// <returns>The live label on the bag's tag; null when none was printed.</returns>
    public static async Task<DemoCode?> TagAsync(Source source, ChainState chain, string? bag, CancellationToken ct) =>
        chain.Prints.Values.FirstOrDefault(print => print.Of == bag && print.Carrier == Carrier.Tag && print.State is (PrintState.Printed or PrintState.Applied)) is { } tag
            ? await OfAsync(source, tag, ct)
            : null;

    /// <returns>A set that was issued to the unit; null when there is none.</returns>
    public static async Task<DemoCode?> FallbackAsync(Source source, CancellationToken ct) =>
        (await FallbackJournal.ListAsync(source, ct)).FirstOrDefault(set => set.State == FallbackState.Issued) is { } set
            ? new DemoCode(new($"Резервный набор {set.Number}", $"Fallback set {set.Number}"), BarcodeWriter.Fallback(set.Donation, set.Bag))
            : null;

    /// <inheritdoc cref="OnAsync(Source, ChainState, string?, bool, CancellationToken)"/>
    public static Task<DemoCode?> OnAsync(Source source, ChainState chain, string? thing, CancellationToken ct) => OnAsync(source, chain, thing, fresh: false, ct);
}
