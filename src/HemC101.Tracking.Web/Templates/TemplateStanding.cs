using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Web.Templates;

/// <summary>A template's file beside what was approved of it.</summary>
/// <param name="Approved">Null when nobody ever approved it.</param>
internal sealed record TemplateStanding(TemplateFile File, TemplateApproval? Approved)
{
    /// <summary>Labels are not printed from the file as it is now.</summary>
    public bool Waits => Approved?.Template.Version != File.Version;

    /// <summary>Can be signed.</summary>
    public bool IsReady => Waits && File.Fault is null;

    public ApprovedTemplate Proposed => new(File.Name, File.Version, File.Source);
}
