using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Pages.Enrolment;

public sealed class IndexModel(WorkList workList, CurrentPerson signed) : StationModel(workList, signed)
{
    protected override Station Station => Station.Enrolment;
}
