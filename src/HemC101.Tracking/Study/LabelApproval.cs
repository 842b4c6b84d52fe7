using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>No label of a participant's cells is printed from a text that quality assurance has not signed: until then nobody is enrolled.</summary>
public static class LabelApproval
{
    public static readonly IReadOnlyList<SignatureDemand> Signatures = [new(Meaning.Approved, Role.QualityAssurance)];

    /// <summary>Badges and plates are printed while a site is set up, before there is anybody to approve; fallback sets are printed for nobody yet.</summary>
    public static bool IsNeededToEnrol(LabelKind kind) => kind is not (LabelKind.StaffBadge or LabelKind.HouseThing or LabelKind.FallbackSet);

    /// <param name="missing">How many texts of a participant's labels nobody has approved.</param>
    /// <returns>Null when there is none.</returns>
    public static Refusal? Refusal(int missing) => missing == 0 ? null : new("labels-not-approved", new(
        $"Шаблоны этикеток не утверждены, всего: {missing}. Никто не включён. Попросите службу качества открыть «Этикетки», «Утверждение шаблонов», и подписать.",
        $"Label templates that are not approved: {missing}. Nobody was enrolled. Ask quality assurance to open Labels, Approval of templates, and to sign."));
}
