using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>The templates that this site prints from.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class TemplatesModel(Database database, TemplateDesk desk) : PageModel
{
    public IReadOnlyList<TemplateInfo> Templates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        try
        {
            var templates = (await desk.RendererAsync(session, ct)).Templates;
            Templates = [.. Enum.GetValues<LabelKind>().Select(templates.About)];
            return Page();
        }
        catch (TemplateException)
        {
            // A file is broken that nothing approved stands in for: that page says which, and why.
            return RedirectToPage("/Labels/Approval");
        }
    }
}
