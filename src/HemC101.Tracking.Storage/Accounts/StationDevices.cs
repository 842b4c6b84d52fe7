using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>The table <c>station_device</c>. A station has one browser at a time, and counts only while the thing itself is in use.</summary>
public static class StationDevices
{
    private const string Columns = "house_id, device_id, type, secret_hash, registered_by, registered_at, seen_at";

    /// <summary>True when there is any in use.</summary>
    internal const string Any = $"exists (select 1 from station_device where {InUse})";

    private const string InUse = "exists (select 1 from house_thing where house_thing.house_id = station_device.house_id and status = 'Released')";

    /// <returns>Null when the browser was never registered, was revoked or replaced, or its station is out of use.</returns>
    public static Task<StationDeviceRow?> FindAsync(Source source, string secretHash, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.FindAsync<StationDeviceRow>(
            $"""
            select {Columns}
              from station_device
             where secret_hash = @secretHash
               and {InUse}
            """,
            new { secretHash },
            ct);
    }

    public static Task<IReadOnlyList<StationDeviceRow>> ListAsync(Source source, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.QueryAsync<StationDeviceRow>($"select {Columns} from station_device order by house_id", null, ct);
    }

    /// <summary>The browser that was the station before is none any more.</summary>
    public static Task PutAsync(UnitOfWork work, StationDeviceRow device, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync(
            """
            insert into station_device (house_id, device_id, type, secret_hash, registered_by, registered_at, seen_at)
            values (@HouseId, @DeviceId, @Type, @SecretHash, @RegisteredBy, @RegisteredAt, @SeenAt)
            on conflict (house_id) do update
               set device_id = excluded.device_id, type = excluded.type, secret_hash = excluded.secret_hash,
                   registered_by = excluded.registered_by, registered_at = excluded.registered_at, seen_at = excluded.seen_at
            """,
            device,
            ct);
    }

    public static Task SeeAsync(UnitOfWork work, string deviceId, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.ExecuteAsync("update station_device set seen_at = @now where device_id = @deviceId", new { deviceId, now }, ct);
    }

    /// <returns>False when this browser is no longer the station.</returns>
    public static async Task<bool> RemoveAsync(UnitOfWork work, HouseId houseId, string deviceId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return await work.ExecuteAsync(
            "delete from station_device where house_id = @houseId and device_id = @deviceId", new { houseId, deviceId }, ct) == 1;
    }
}
