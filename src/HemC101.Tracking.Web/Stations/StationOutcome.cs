using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.Stations;

/// <summary>Answer to who offers, registers or revokes a station.</summary>
public abstract record StationOutcome
{
    private StationOutcome()
    {
    }

    /// <param name="Code">Told nowhere else.</param>
    public sealed record Offered(string Code, DateTimeOffset Until) : StationOutcome;

    public sealed record Registered(StationDeviceRow Device) : StationOutcome;

    public sealed record Revoked : StationOutcome;

    public sealed record Refused(Text Reason) : StationOutcome;
}
