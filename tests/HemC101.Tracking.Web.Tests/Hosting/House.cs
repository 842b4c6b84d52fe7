using HemC101.Tracking.Identity;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>The things of the house that the tests scan.</summary>
internal static class House
{
    private const int Participants = 3;

    private static readonly HouseKind[] OfParticipants = [HouseKind.Equipment, HouseKind.Location, HouseKind.TransportBox, HouseKind.Seal];

    public static IEnumerable<(HouseId Id, MaterialKind? Material)> All =>
    [
        .. Enum.GetValues<MaterialKind>().Select(kind => (Lot(kind), (MaterialKind?)kind)),
        .. from kind in OfParticipants
           from participant in Enumerable.Range(1, Participants)
           from day in Enumerable.Range(0, 3)
           select (Of(kind, participant, day), (MaterialKind?)null),
    ];

    public static HouseId Lot(MaterialKind kind) => HouseId.Issue(HouseKind.MaterialLot, 1 + (int)kind);

    /// <param name="kind">Device, position, box or seal.</param>
    /// <param name="participant">From 1; nobody shares a device here.</param>
    /// <param name="day">The dose day; 0 for what is done to the collection and the batch.</param>
    public static HouseId Of(HouseKind kind, int participant, int day) => HouseId.Issue(kind, (10 * participant) + day);
}
