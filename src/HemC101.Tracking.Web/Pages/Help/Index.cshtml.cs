using HemC101.Tracking.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Station = HemC101.Tracking.Steps.Station;

namespace HemC101.Tracking.Web.Pages.Help;

/// <summary>The rules as they are built in: every step with scans, record, gates and signatures, and the lifecycles. Nothing is written down twice.</summary>
[Authorize]
public sealed class IndexModel : PageModel
{
    public IEnumerable<IGrouping<Station, Step>> Stations => StepCatalogue.All.GroupBy(step => step.Station).OrderBy(station => station.Key);
}
