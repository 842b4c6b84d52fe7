using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Stations;

namespace HemC101.Tracking.Web.House;

/// <summary>Who does something to the house, as the ledger keeps it.</summary>
/// <param name="Workstation">The registered station that it was done at; null for none.</param>
internal sealed record Doer(string Actor, string Station, HouseId? Workstation = null)
{
    /// <summary>Whoever may run commands on the server.</summary>
    public static Doer Console { get; } = new("console", "Console");

    /// <param name="staffNo">Who.</param>
    /// <param name="context">Of the browser in which it is done; null for what no browser asks.</param>
    public static Doer At(StaffNumber staffNo, HttpContext? context) => At(staffNo, "Administration", context);

    public static Doer At(StaffNumber staffNo, string station, HttpContext? context) =>
        new(staffNo.ToString(), station, CurrentStation.Of(context)?.HouseId);
}
