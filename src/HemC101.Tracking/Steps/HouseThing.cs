using HemC101.Tracking.Identity;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

public enum HouseStatus
{
    Released,
    Quarantine,
    Rejected,
    Recalled,

    /// <summary>Used up, broken or taken out of service.</summary>
    Retired,
}

/// <summary>A place, device, lot, box, seal or station, as the house keeps it.</summary>
/// <param name="ExpiresOn">Last day of use; null when it does not expire.</param>
/// <param name="OccupiedBy">The chain whose material is on it now; null when clear.</param>
public sealed record HouseThing(
    HouseId Id, Text Name, HouseStatus Status, MaterialKind? Material, DateOnly? ExpiresOn, CoiId? OccupiedBy);
