using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Stations;

/// <summary>Which registered station sent this request; asked of the database once, so that a revoked one counts no more at once.</summary>
public sealed class CurrentStation(Database database)
{
    private static readonly object Key = new();

    /// <returns>Null for a browser that is none, and where nobody has asked yet: on requests without a session.</returns>
    public static StationDeviceRow? Of(HttpContext? context) => context?.Items[Key] as StationDeviceRow;

    public async Task<StationDeviceRow?> FindAsync(HttpContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Items.ContainsKey(Key))
        {
            context.Items[Key] = StationCookie.Find(context) is { } secret
                ? await StationDevices.FindAsync(database, StationCookie.HashOf(secret), ct)
                : null;
        }

        return Of(context);
    }

    /// <summary>What the rest of this request goes by.</summary>
    internal static void Set(HttpContext context, StationDeviceRow station) => context.Items[Key] = station;
}
