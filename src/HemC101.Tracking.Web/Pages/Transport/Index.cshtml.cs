using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Pages.Transport;

public sealed class IndexModel(WorkList workList, AlarmBoard alarms, CurrentPerson signed) : StationModel(workList, alarms, signed)
{
    protected override Station Station => Station.Transport;
}
