using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Storage.Projections;

/// <summary>House things: what is open in them, and the status that was signed for those that have a journal.</summary>
internal static class HouseCheck
{
    /// <param name="source">Of one moment.</param>
    /// <param name="occupied">By the chains as they stand.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DivergedRow?> FindAsync(Source source, IReadOnlyDictionary<HouseId, CoiId> occupied, CancellationToken ct)
    {
        var things = (await HouseThings.ListAllAsync(source, ct)).ToDictionary(thing => thing.HouseId);
        if (occupied.Keys.FirstOrDefault(id => !things.ContainsKey(id)) is var missing && missing != default)
        {
            return new("house_thing", $"{missing}", Divergence.Missing);
        }

        foreach (var thing in things.Values)
        {
            var by = occupied.TryGetValue(thing.HouseId, out var coi) ? coi : (CoiId?)null;
            var journal = await EventLedger.ReadStreamAsync(source, HouseThings.StreamOf(thing.HouseId), ct);
            if (thing.OccupiedBy != by || (Told.Last(journal, "Status", "To") is { } status && status.GetString() != thing.Status.ToString()))
            {
                return new("house_thing", $"{thing.HouseId}", Divergence.Changed);
            }
        }

        return null;
    }
}
