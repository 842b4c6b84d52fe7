using System.Data.Common;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>The table <c>station_pairing</c>: each code is taken once, by one browser.</summary>
public static class StationPairings
{
    /// <summary>The code before it is worth nothing.</summary>
    /// <returns>False when another station has the same code.</returns>
    public static async Task<bool> PutAsync(UnitOfWork work, StationPairingRow pairing, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work.ExecuteAsync(
                """
                insert into station_pairing (house_id, type, code_hash, offered_by, until)
                values (@HouseId, @Type, @CodeHash, @OfferedBy, @Until)
                on conflict (house_id) do update
                   set type = excluded.type, code_hash = excluded.code_hash, offered_by = excluded.offered_by, until = excluded.until
                """,
                pairing,
                ct);
            return true;
        }
        catch (DbException e) when (Dialect.IsDuplicate(e))
        {
            return false;
        }
    }

    /// <summary>Belongs into the transaction that registers: of two at once the second waits, and finds the code gone.</summary>
    /// <returns>Null when there is no such code, it was taken or replaced, or its time is over.</returns>
    public static async Task<StationPairingRow?> TakeAsync(UnitOfWork work, string codeHash, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var found = await work.FindAsync<StationPairingRow>(
            "select house_id, type, code_hash, offered_by, until from station_pairing where code_hash = @codeHash and until > @now",
            new { codeHash, now },
            ct);
        var taken = await work.ExecuteAsync("delete from station_pairing where code_hash = @codeHash", new { codeHash }, ct);
        return taken == 1 ? found : null;
    }

    /// <summary>A station that is revoked leaves no code behind that would bring it back.</summary>
    public static Task RemoveAsync(UnitOfWork work, Identity.HouseId houseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync("delete from station_pairing where house_id = @houseId", new { houseId }, ct);
    }
}
