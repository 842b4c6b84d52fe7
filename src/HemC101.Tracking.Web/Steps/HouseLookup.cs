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
    public static async Task<HouseThing?> FindAsync(Source source, ScannedCode code, CancellationToken ct)
    {
        var row = code switch
        {
            HouseCode house => await HouseThings.FindAsync(source, house.Id, ct),
            SupplierCode { Lot: { } lot } supplier => (await HouseThings.ListLotAsync(source, supplier.Gtin, lot, ct)) is [var first, ..] ? first : null,
            _ => null,
        };
        if (row is null)
        {
            return null;
        }

        var occupiedBy = row.Kind == HouseKind.Location ? await ChainRows.FindByPositionAsync(source, row.HouseId, ct) : row.OccupiedBy;
        return new HouseThing(row.HouseId, new Text(row.NameRu, row.NameEn), row.Status, row.MaterialKind, row.ExpiresOn, occupiedBy);
    }
}
