using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Accounts;

/// <summary>A code that makes the browser in which it is typed the station.</summary>
public sealed record StationPairingRow
{
    public required HouseId HouseId { get; init; }

    public required StationType Type { get; init; }

    /// <summary>Lower-case hex SHA-256.</summary>
    public required string CodeHash { get; init; }

    public required StaffNumber OfferedBy { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTimeOffset Until { get; init; }
}
