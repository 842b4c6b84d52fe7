using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Storage.Registry;

public static class HouseThings
{
    /// <summary>The thing <c>@thing</c> and, for a lot, every delivery of it: a manufacturer recalls by product and lot.</summary>
    internal const string SameLot =
        """
        select @thing
        union
        select other.house_id
          from house_thing as this
          join house_thing as other
            on other.manufacturer_lot = this.manufacturer_lot
           and other.gtin is not distinct from this.gtin
           and other.material_kind is not distinct from this.material_kind
         where this.house_id = @thing
        """;

    /// <summary>Where the ledger keeps what was done to it.</summary>
    public static string StreamOf(HouseId houseId) => $"house/{houseId}";

    /// <returns>False when the identifier is taken.</returns>
    public static async Task<bool> AddAsync(UnitOfWork uow, HouseThingRow thing, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            insert into house_thing (house_id, kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin,
                                     expires_on, occupied_by, created_at)
            values (@HouseId, @Kind, @NameRu, @NameEn, @Status, @MaterialKind, @ManufacturerLot, @Gtin,
                    @ExpiresOn, @OccupiedBy, @CreatedAt)
            on conflict (house_id) do nothing
            """,
            thing,
            ct) == 1;

    /// <returns>False when someone else changed the status first.</returns>
    public static async Task<bool> MoveAsync(
        UnitOfWork uow, HouseId houseId, HouseStatus from, HouseStatus to, CancellationToken ct) =>
        await uow.ExecuteAsync(
            "update house_thing set status = @to where house_id = @houseId and status = @from",
            new { houseId, from, to },
            ct) == 1;

    /// <returns>False when another chain is open there; true also when it was this chain's already.</returns>
    public static async Task<bool> OccupyAsync(UnitOfWork uow, HouseId houseId, CoiId coi, CancellationToken ct) =>
        await uow.ExecuteAsync(
            """
            update house_thing
               set occupied_by = @coi
             where house_id = @houseId
               and (occupied_by is null or occupied_by = @coi)
            """,
            new { houseId, coi },
            ct) == 1;

    /// <returns>False when it was not this chain that was open there.</returns>
    public static async Task<bool> FreeAsync(UnitOfWork uow, HouseId houseId, CoiId coi, CancellationToken ct) =>
        await uow.ExecuteAsync(
            "update house_thing set occupied_by = null where house_id = @houseId and occupied_by = @coi",
            new { houseId, coi },
            ct) == 1;

    public static Task<HouseThingRow?> FindAsync(Source source, HouseId houseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.RestOn(StreamOf(houseId));
        return source.FindAsync<HouseThingRow>(
            """
            select house_id, kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin, expires_on, occupied_by, created_at
              from house_thing
             where house_id = @houseId
            """,
            new { houseId },
            ct);
    }

    /// <returns>Oldest first; more than one when the lot was delivered more than once.</returns>
    public static async Task<IReadOnlyList<HouseThingRow>> ListLotAsync(
        Source source, string gtin, string manufacturerLot, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        var things = await source.QueryAsync<HouseThingRow>(
            """
            select house_id, kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin, expires_on, occupied_by, created_at
              from house_thing
             where gtin = @gtin
               and manufacturer_lot = @manufacturerLot
             order by created_at, house_id
            """,
            new { gtin, manufacturerLot },
            ct);
        return Rested(source, things);
    }

    /// <summary>All deliveries of the manufacturer's lot that this one belongs to.</summary>
    /// <returns>Oldest first; itself alone when it is no lot of a manufacturer, and nothing when there is no such thing.</returns>
    public static async Task<IReadOnlyList<HouseThingRow>> ListDeliveriesAsync(Source source, HouseId houseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.RestOn(StreamOf(houseId));
        var things = await source.QueryAsync<HouseThingRow>(
            $"""
            select house_id, kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin, expires_on, occupied_by, created_at
              from house_thing
             where house_id in ({SameLot})
             order by created_at, house_id
            """,
            new { thing = houseId },
            ct);
        return Rested(source, things);
    }

    public static Task<IReadOnlyList<HouseThingRow>> ListAllAsync(Source source, CancellationToken ct) =>
        source.QueryAsync<HouseThingRow>(
            """
            select house_id, kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin, expires_on, occupied_by, created_at
              from house_thing
             order by house_id
            """,
            null,
            ct);

    public static Task<IReadOnlyList<HouseThingRow>> ListAsync(Source source, HouseKind kind, CancellationToken ct) =>
        source.QueryAsync<HouseThingRow>(
            """
            select house_id, kind, name_ru, name_en, status, material_kind, manufacturer_lot, gtin, expires_on, occupied_by, created_at
              from house_thing
             where kind = @kind
             order by house_id
            """,
            new { kind },
            ct);

    private static IReadOnlyList<HouseThingRow> Rested(Source source, IReadOnlyList<HouseThingRow> things)
    {
        foreach (var thing in things)
        {
            source.RestOn(StreamOf(thing.HouseId));
        }

        return things;
    }
}
