using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Pages.Shared;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>One template, with an example of what comes out of it: as PDF and SVG draw it, and the printer's dots.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)},{nameof(Role.QualifiedPerson)}")]
public sealed class TemplateModel(Database database, TemplateDesk desk, SettingsDesk settings) : PageModel
{
    /// <summary>The file as it lies in the folder now, and not what labels are printed from.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Proposed { get; set; }

    /// <summary>Of the form to look at; null for what the settings in force say, as the next two.</summary>
    [BindProperty(SupportsGet = true)]
    public LabelIdentityMode? Identity { get; set; }

    [BindProperty(SupportsGet = true)]
    public LabelProfile? Profile { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? English { get; set; }

    public LabelForm Form { get; private set; } = LabelForm.Default;

    public TemplateInfo Template { get; private set; } = null!;

    /// <summary>Why the example cannot be drawn; null when it can.</summary>
    public Verdict? Verdict { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (await FindAsync(name, ct) is not var (template, renderer))
        {
            return NotFound();
        }

        Template = template;
        Verdict = Draw(renderer, template, renderer.Pdf).Refusal is { } refusal
            ? new(VerdictTone.Stop, new("Образец не построен", "The example cannot be drawn"), refusal)
            : null;
        return Page();
    }

    public Task<IActionResult> OnGetSvgAsync(string name, CancellationToken ct) =>
        SendAsync(name, (renderer, sample) => renderer.Svg(sample), svg => Content(svg, "image/svg+xml; charset=utf-8"), ct);

    public Task<IActionResult> OnGetDotsAsync(string name, CancellationToken ct) =>
        SendAsync(name, (renderer, sample) => BarcodePng.Write(ZplRaster.Draw(renderer.Render(sample).Bytes)), png => File(png, "image/png"), ct);

    public Task<IActionResult> OnGetPdfAsync(string name, CancellationToken ct) =>
        SendAsync(name, (renderer, sample) => renderer.Pdf(sample), pdf => File(pdf.Bytes, "application/pdf", $"{name}.pdf"), ct);

    public Task<IActionResult> OnGetZplAsync(string name, CancellationToken ct) =>
        SendAsync(name, (renderer, sample) => renderer.Render(sample), label => File(label.Bytes, "text/plain; charset=utf-8", $"{name}.zpl"), ct);

    private async Task<IActionResult> SendAsync<T>(string name, Func<LabelRenderer, LabelContent, T> draw, Func<T, IActionResult> answer, CancellationToken ct)
        where T : class =>
        await FindAsync(name, ct) is var (template, renderer) && Draw(renderer, template, sample => draw(renderer, sample)).Drawn is { } drawn
            ? answer(drawn)
            : NotFound();

    private (T? Drawn, Text? Refusal) Draw<T>(LabelRenderer renderer, TemplateInfo template, Func<LabelContent, T> draw)
        where T : class
    {
        try
        {
            return (draw(SampleLabel.Of(renderer.Templates, renderer, template.Kind, Form)), null);
        }
        catch (LabelContentException e)
        {
            return (null, e.Reason);
        }
        catch (LabelSelfCheckException e)
        {
            return (null, new(e.Message, e.Message));
        }
    }

    /// <returns>Null when there is no such template, or its proposed file is broken.</returns>
    private async Task<(TemplateInfo Template, LabelRenderer Renderer)?> FindAsync(string name, CancellationToken ct)
    {
        await using var session = await database.ReadAsync(ct);
        if ((Proposed ? await desk.ProposedAsync(session, name, ct) : await desk.RendererAsync(session, ct)) is not { } renderer)
        {
            return null;
        }

        var form = LabelForm.Of(await settings.CurrentAsync(session, ct));
        Form = new(Identity ?? form.Identity, Profile ?? form.Profile, English ?? form.English);
        var template = Enum.GetValues<LabelKind>().Select(renderer.Templates.About).FirstOrDefault(template => template.Name == name);
        return template is null ? null : (template, renderer);
    }
}
