using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Custody;

/// <summary>A container was at one place for a time: in a box on its way, or at a position of a tank.</summary>
/// <param name="Of">Canonical text of the collection or the dose bag.</param>
/// <param name="Version">Of the event that began it: its name within the chain.</param>
/// <param name="Until">Null while it is still there.</param>
public sealed record Stay(string Of, HouseId Where, int Version, DateTimeOffset From, DateTimeOffset? Until)
{
    public bool IsLeg => Where.Kind == HouseKind.TransportBox;

    public bool IsCollection => DonationNumber.TryParse(Of, out _);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => From <= until && (Until is not { } left || left >= from);
}
