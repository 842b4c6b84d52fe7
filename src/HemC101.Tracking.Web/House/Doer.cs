using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.House;

/// <summary>Who does something to the house, as the ledger keeps it.</summary>
internal sealed record Doer(string Actor, string Station)
{
    /// <summary>Whoever may run commands on the server.</summary>
    public static Doer Console { get; } = new("console", "Console");

    public static Doer At(StaffNumber staffNo) => new(staffNo.ToString(), "Administration");
}
