using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class ThingsModel(Database database, CurrentPerson signed) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public HouseKind Kind { get; set; }

    public bool MayRegister => HouseRules.MayRegister(signed.Required, Kind);

    public IReadOnlyList<HouseThingRow> Things { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Things = await HouseThings.ListAsync(database, Kind, ct);
}
