using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages;

/// <summary>A station's page: what the signed-in person can do there now.</summary>
public abstract class StationModel(WorkList workList, AlarmBoard alarms, CurrentPerson signed) : PageModel
{
    public IReadOnlyList<Steps.Work> Work { get; private set; } = [];

    public IReadOnlyList<BoardAlarm> Alarms { get; private set; } = [];

    protected abstract Station Station { get; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Alarms = await alarms.ForAsync(signed.Required, Station, ct);
        Work = await workList.ForAsync(signed.Required, Station, ct);
    }
}
