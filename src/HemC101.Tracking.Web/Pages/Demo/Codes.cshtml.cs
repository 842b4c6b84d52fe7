using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Demo;

/// <summary>Every thing of the demonstration's house as a code, free or not: for those who leave the script.</summary>
[AllowAnonymous]
public sealed class CodesModel(Database database, DemoMode demo) : PageModel
{
    public IReadOnlyList<(HouseKind Kind, IReadOnlyList<DemoCode> Codes)> House { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!demo.IsOn)
        {
            return NotFound();
        }

        House = await DemoStock.ListAsync(database, ct);
        return Page();
    }
}
