using HemC101.Tracking.Custody;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Custody;

/// <summary>A way that a logger may have gone along.</summary>
public sealed record LoggerLeg(CoiId Coi, SubjectNumber Subject, Stay Stay)
{
    public string Key => FormattableString.Invariant($"{Coi}/{Stay.Version}");

    /// <returns>Null for what is no key.</returns>
    public static LoggerPlace.Leg? Find(string? key) =>
        key?.Split('/') is [var coi, var version] && CoiId.TryParse(coi, out var id)
        && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var entry)
            ? new(id, entry)
            : null;
}

/// <summary>What a person chooses from when a logger's file is entered.</summary>
public sealed class LoggerPlaces(Database database, ChainDesk chains)
{
    private const int MostLegs = 50;

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<LoggerLeg>> LegsAsync(CancellationToken ct) =>
        await (from chain in chains.ListAsync(database, ct)
               from leg in Whereabouts.Of(chain).Where(stay => stay.IsLeg).Select(stay => new LoggerLeg(chain.Coi, chain.Subject, stay))
               orderby leg.Stay.From descending
               select leg).Take(MostLegs).ToListAsync(ct);

    /// <returns>Every place in which a bag lies or has lain.</returns>
    public async Task<IReadOnlyList<HouseThingRow>> PositionsAsync(CancellationToken ct)
    {
        var used = await chains.ListAsync(database, ct).SelectMany(Whereabouts.Of).Where(stay => !stay.IsLeg).Select(stay => stay.Where).ToHashSetAsync(cancellationToken: ct);
        return [.. (await HouseThings.ListAsync(database, HouseKind.Location, ct)).Where(place => used.Contains(place.HouseId))];
    }
}
