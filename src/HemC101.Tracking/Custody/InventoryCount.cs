using System.Collections.Immutable;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Custody;

/// <summary>A label that was scanned in a count.</summary>
/// <param name="Code">The identifier that a person would read aloud.</param>
/// <param name="Bag">Null for what no chain knows.</param>
/// <param name="IsLive">The label is the one that counts for its bag: neither void, nor replaced, nor unknown.</param>
public sealed record Counted(string Code, DoseBagId? Bag, bool IsLive, DateTimeOffset At);

/// <summary>A count of what lies at some positions of the cell store.</summary>
public sealed record InventoryCount
{
    public required int Number { get; init; }

    public required IReadOnlySet<HouseId> Positions { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required StaffNumber OpenedBy { get; init; }

    public ImmutableList<Counted> Scanned { get; init; } = [];

    /// <summary>Null while it goes on.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
