using HemC101.Tracking.People;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages;

/// <summary>Home: what waits for the signed-in person, at every station.</summary>
public sealed class IndexModel(WorkList workList, AlarmBoard alarms, CurrentPerson signed) : PageModel
{
    public Person Person => signed.Required;

    public IReadOnlyList<Steps.Work> Work { get; private set; } = [];

    public IReadOnlyList<BoardAlarm> Alarms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Alarms = await alarms.ForAsync(signed.Required, null, ct);
        Work = await workList.ForAsync(signed.Required, null, ct);
    }
}
