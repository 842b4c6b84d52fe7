using HemC101.Tracking.Ledger;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Web.Commands;

/// <summary>A scanned code as names and texts; what the code does not say is left out.</summary>
internal sealed record InspectedCode(string Kind, IReadOnlyDictionary<string, string> Identifiers)
{
    public static InspectedCode Of(ScannedCode code) => code switch
    {
        WristbandCode band => Of("wristband", ("patient", band.Patient), ("instance", band.Instance)),
        ContainerCode container => Of(
            "container",
            ("donation", container.Donation),
            ("flags", container.Flags),
            ("product", container.Product),
            ("expiresAt", container.ExpiresAt is { } at ? Instants.ToText(at) : null),
            ("coi", container.Coi),
            ("batch", container.Batch),
            ("serial", container.Serial)),
        DonationCode donation => Of("donation", ("donation", donation.Donation), ("flags", donation.Flags)),
        StaffCode staff => Of("staff", ("staff", staff.Staff), ("badgeSerial", staff.BadgeSerial)),
        HouseCode house => Of("house", ("house", house.Id), ("houseKind", house.Id.Kind)),
        SupplierCode supplier => Of(
            "supplier",
            ("gtin", supplier.Gtin),
            ("lot", supplier.Lot),
            ("expiresOn", supplier.ExpiresOn?.ToString("O", null)),
            ("serialNumber", supplier.SerialNumber)),
        CoiCode coi => Of("coi", ("coi", coi.Coi)),
        _ => throw new InvalidOperationException($"Unexpected code {code.GetType().Name}."),
    };

    private static InspectedCode Of(string kind, params (string Name, object? Value)[] identifiers) =>
        new(kind, identifiers.Where(item => item.Value is not null).ToDictionary(item => item.Name, item => $"{item.Value}"));
}
