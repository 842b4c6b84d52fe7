using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Commands;

/// <summary>What things of ours a code stands for: the thing, its print, the chain it belongs to. No name of a participant is among them.</summary>
internal static class ThingNames
{
    public static async Task<IReadOnlyList<Text>> FindAsync(Source source, ScannedCode code, CancellationToken ct) => code switch
    {
        WristbandCode band => [.. await BandAsync(source, band, ct), .. await ChainAsync(source, await ChainRows.FindByPatientAsync(source, band.Patient, ct), ct)],
        ContainerCode container => [.. await PrintAsync(source, container.Serial, ct), .. await ChainAsync(source, await OwnerAsync(source, container, ct), ct)],
        DonationCode donation => await ChainAsync(source, await ChainRows.FindByDonationAsync(source, donation.Donation, ct), ct),
        RfidCode tag => await ChainAsync(source, await RfidTags.OwnerAsync(source, tag.Tag, ct), ct),
        CoiCode coi => await ChainAsync(source, coi.Coi, ct),
        StaffCode staff => [.. await PrintAsync(source, staff.BadgeSerial, ct), .. await PersonAsync(source, staff, ct)],
        HouseCode or SupplierCode => await HouseLookup.FindAsync(source, code, ct) is { } thing ? [thing.Name] : [],
        _ => [],
    };

    private static async Task<CoiId?> OwnerAsync(Source source, ContainerCode container, CancellationToken ct) =>
        container.Coi ?? (container.Donation is { } donation ? await ChainRows.FindByDonationAsync(source, donation, ct) : null);

    private static async Task<IReadOnlyList<Text>> ChainAsync(Source source, CoiId? coi, CancellationToken ct) =>
        coi is { } known && await ChainRows.FindAsync(source, known, ct) is { } chain
            ? [new($"цепочка {chain.Coi}, участник {chain.SubjectNo}", $"chain {chain.Coi}, participant {chain.SubjectNo}")]
            : [];

    private static async Task<IReadOnlyList<Text>> PrintAsync(Source source, PrintSerial? serial, CancellationToken ct)
    {
        if (serial is not { } known || await LabelPrints.FindAsync(source, known, ct) is not { } print)
        {
            return [];
        }

        var (kind, state) = (PrintNames.Of(print.Kind), print.State);
        return [new($"{kind.Ru}, этикетка {serial} ({state})", $"{kind.En}, label {serial} ({state})")];
    }

    private static async Task<IReadOnlyList<Text>> BandAsync(Source source, WristbandCode band, CancellationToken ct) =>
        await Bands.FindAsync(source, band.Patient, band.Instance, ct) is { } row
            ? [new($"браслет {row.Instance} участника {row.SubjectNo} ({row.State})", $"wristband {row.Instance} of participant {row.SubjectNo} ({row.State})")]
            : [];

    private static async Task<IReadOnlyList<Text>> PersonAsync(Source source, StaffCode staff, CancellationToken ct) =>
        await PersonAccounts.FindAsync(source, staff.Staff, ct) is { } person ? [new(person.FullName, person.FullName)] : [];
}
