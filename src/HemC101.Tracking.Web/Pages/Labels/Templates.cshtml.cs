using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>The templates that this site prints from.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)}")]
public sealed class TemplatesModel(TemplateLibrary templates) : PageModel
{
    public IReadOnlyList<TemplateInfo> Templates => [.. Enum.GetValues<LabelKind>().Select(templates.About)];
}
