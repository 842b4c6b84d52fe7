using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Storage.Registry;

public sealed record HouseThingRow
{
    public required HouseId HouseId { get; init; }

    public required HouseKind Kind { get; init; }

    public required string NameRu { get; init; }

    public required string NameEn { get; init; }

    public required HouseThingStatus Status { get; init; }

    /// <summary>Null for what is no material.</summary>
    public string? MaterialKind { get; init; }

    public string? ManufacturerLot { get; init; }

    public string? Gtin { get; init; }

    /// <summary>The last day of use; null when the thing does not expire.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The one chain that is open in it; null when it is free.</summary>
    public CoiId? OccupiedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
