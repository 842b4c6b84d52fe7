using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Steps;

/// <summary>What the house keeps under a scanned code.</summary>
internal static class HouseLookup
{
    /// <returns>Null for participants' things and for strangers.</returns>
    public static async Task<HouseThing?> FindAsync(Source source, ScannedCode code, CancellationToken ct) => code switch
    {
        HouseCode { Id.Kind: HouseKind.MaterialLot } house =>
            await DeliveriesAsync(source, house.Id, ct) is { Count: > 0 } lot ? Deliveries.One(house.Id, lot) : null,
        HouseCode house => await HouseThings.FindAsync(source, house.Id, ct) is { } row ? await ThingAsync(source, row, ct) : null,
        SupplierCode { Lot: { } lot } supplier =>
            Deliveries.Any([.. (await HouseThings.ListLotAsync(source, supplier.Gtin, lot, ct)).Select(row => Thing(row, row.OccupiedBy))]),
        _ => null,
    };

    private static async Task<IReadOnlyList<HouseThing>> DeliveriesAsync(Source source, HouseId lot, CancellationToken ct) =>
        [.. (await HouseThings.ListDeliveriesAsync(source, lot, ct)).Select(row => Thing(row, row.OccupiedBy))];

    private static async Task<HouseThing> ThingAsync(Source source, HouseThingRow row, CancellationToken ct) =>
        Thing(row, row.Kind == HouseKind.Location ? await ChainRows.FindByPositionAsync(source, row.HouseId, ct) : row.OccupiedBy);

    private static HouseThing Thing(HouseThingRow row, CoiId? occupiedBy) =>
        new(row.HouseId, new Text(row.NameRu, row.NameEn), row.Status, row.MaterialKind, row.ExpiresOn, occupiedBy);
}
