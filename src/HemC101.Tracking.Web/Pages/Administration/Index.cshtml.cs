using HemC101.Tracking.People;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Administration;

[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)}")]
public sealed class IndexModel(CurrentPerson signed) : PageModel
{
    public Person Person => signed.Required;

    public void OnGet()
    {
    }
}
