using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Traces;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>Every mock recall there was, the latest first.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class DrillsModel(Database database) : PageModel
{
    internal IReadOnlyList<(RecallDrilled Drill, HouseThingRow? Thing)> Drills { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var things = (await HouseThings.ListAllAsync(session, ct)).ToDictionary(thing => thing.HouseId);
        var entries = await EventLedger.ReadStreamAsync(session, RecallDrilled.Stream, ct);
        Drills = [.. entries.Reverse().Select(RecallDrilled.Read).Select(drill => (drill, things.GetValueOrDefault(drill.Thing)))];
    }
}
