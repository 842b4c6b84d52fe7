using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>The templates that this site prints from.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class TemplatesModel(Database database, TemplateDesk desk) : PageModel
{
    public IReadOnlyList<TemplateInfo> Templates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        var templates = (await desk.RendererAsync(session, ct)).Templates;
        Templates = [.. Enum.GetValues<LabelKind>().Select(templates.About)];
    }
}
