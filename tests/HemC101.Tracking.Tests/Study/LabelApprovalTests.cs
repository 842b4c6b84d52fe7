using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

public sealed class LabelApprovalTests
{
    [Fact]
    public void Refusal_OnlyWhereSomeLabelOfAParticipantLacksItsText()
    {
        Assert.Null(LabelApproval.Refusal(0));
        Assert.Equal("labels-not-approved", LabelApproval.Refusal(1)!.Code);
        Assert.Equal([LabelKind.StaffBadge, LabelKind.HouseThing, LabelKind.FallbackSet], Enum.GetValues<LabelKind>().Where(kind => !LabelApproval.IsNeededToEnrol(kind)));
    }
}
