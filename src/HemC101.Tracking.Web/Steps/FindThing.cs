using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Scanners;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Where a scan of any label leads.</summary>
public abstract record Found
{
    private Found() { }

    public sealed record OnChain(CoiId Coi) : Found;

    /// <summary>A numbered sheet: whoever scans it enters what stands on it.</summary>
    public sealed record OnSheet(CoiId Coi, PrintSerial Serial) : Found;

    /// <param name="Description">A thing of the house, or a badge: nothing to open, but known.</param>
    public sealed record Known(Text Description) : Found;

    public sealed record Nothing(Text Reason) : Found;
}

/// <summary>Use case: scan any label anywhere and land on that thing.</summary>
public sealed class FindThing(Database database, ChainDesk chains, DeviceScanner scanner)
{
    private static readonly Text Unknown = new(
        "Код прочитан, но такого объекта в системе нет. Проверьте, наша ли это этикетка.",
        "The code was read, but the system knows no such thing. Check whether this label is one of ours.");

    public async Task<Found> RunAsync(string raw, CancellationToken ct) => BarcodeReader.Read(raw, await scanner.SetupAsync(ct)) switch
    {
        Reading.Unreadable no => new Found.Nothing(no.Reason),
        Reading.Understood read => await FindAsync(read.Code, ct),
        var other => throw new InvalidOperationException($"Unexpected reading {other}."),
    };

    private async Task<Found> FindAsync(ScannedCode code, CancellationToken ct)
    {
        if (code is OtherCode other)
        {
            return new Found.Nothing(other.Why);
        }

        var coi = code switch
        {
            WristbandCode band => await ChainRows.FindByPatientAsync(database, band.Patient, ct),
            ContainerCode { Coi: { } inSymbol } => (await ChainRows.FindAsync(database, inSymbol, ct))?.Coi,
            ContainerCode { Donation: { } donation } => await ChainRows.FindByDonationAsync(database, donation, ct),
            DonationCode donation => await ChainRows.FindByDonationAsync(database, donation.Donation, ct),
            RfidCode tag => await RfidTags.OwnerAsync(database, tag.Tag, ct),
            CoiCode chain => (await ChainRows.FindAsync(database, chain.Coi, ct))?.Coi,
            _ => null,
        };
        if (coi is { } found)
        {
            return code is ContainerCode { Donation: null, Batch: null, Serial: { } serial } && (await chains.FindAsync(database, found, ct))?.Sheets.ContainsKey(serial) == true
                ? new Found.OnSheet(found, serial)
                : new Found.OnChain(found);
        }

        if (await HouseLookup.FindAsync(database, code, ct) is not { } thing)
        {
            return code is StaffCode ? new Found.Known(new("Это бейдж сотрудника.", "This is a staff badge.")) : new Found.Nothing(Unknown);
        }

        return thing.OccupiedBy is { } here ? new Found.OnChain(here) : new Found.Known(thing.Name);
    }
}
