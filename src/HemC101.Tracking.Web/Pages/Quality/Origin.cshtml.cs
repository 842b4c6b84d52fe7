using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Quality;

/// <summary>A dose bag traced backward: every lot, room, device, position, box and person behind it.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class OriginModel(Database database) : PageModel
{
    public ChainRow Chain { get; private set; } = null!;

    public Origin Origin { get; private set; } = null!;

    /// <summary>Of the dose that it belongs to now.</summary>
    public int Day { get; private set; }

    /// <summary>By the kind of thing; what is no longer registered is named by its number.</summary>
    public ILookup<HouseKind, (ThingUse Use, HouseThingRow? Thing)> Things { get; private set; } = null!;

    public IReadOnlyDictionary<StaffNumber, string> Names { get; private set; } = new Dictionary<StaffNumber, string>();

    public async Task<IActionResult> OnGetAsync(string bag, CancellationToken ct)
    {
        if (!DoseBagId.TryParse(bag, out var id))
        {
            return NotFound();
        }

        await using var session = await database.ReadAsync(ct);
        if (await ChainRows.FindByDonationAsync(session, id.Donation, ct) is not { } coi)
        {
            return NotFound();
        }

        var history = await ChainStreams.HistoryAsync(session, coi, ct);
        if (Origin.Of(history, id) is not { } origin)
        {
            return NotFound();
        }

        Day = ChainState.Fold(history)!.Find(id)!.Day;
        var things = (await HouseThings.ListAllAsync(session, ct)).ToDictionary(thing => thing.HouseId);
        (Chain, Origin) = ((await ChainRows.FindAsync(session, coi, ct))!, origin);
        Things = origin.Uses.ToLookup(use => use.Thing.Kind, use => (use, things.GetValueOrDefault(use.Thing)));
        Names = (await PersonAccounts.ListAsync(session, ct)).ToDictionary(account => account.StaffNo, account => account.FullName);
        return Page();
    }
}
