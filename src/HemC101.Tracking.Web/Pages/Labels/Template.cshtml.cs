using HemC101.Tracking.Labels.Barcodes;
using HemC101.Tracking.Labels.Raster;
using HemC101.Tracking.Labels.Templates;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HemC101.Tracking.Web.Pages.Labels;

/// <summary>One template, with an example of what comes out of it: as PDF and SVG draw it, and the printer's dots.</summary>
[Authorize(Roles = $"{nameof(Role.Administrator)},{nameof(Role.QualityAssurance)}")]
public sealed class TemplateModel(TemplateLibrary templates, LabelRenderer renderer) : PageModel
{
    public TemplateInfo Template { get; private set; } = null!;

    /// <summary>Why the example cannot be drawn; null when it can.</summary>
    public Text? Refusal { get; private set; }

    public IActionResult OnGet(string name)
    {
        if (Find(name) is not { } template)
        {
            return NotFound();
        }

        (Template, (_, Refusal)) = (template, Draw(template, sample => renderer.Pdf(sample)));
        return Page();
    }

    public IActionResult OnGetSvg(string name) => Send(name, renderer.Svg, svg => Content(svg, "image/svg+xml; charset=utf-8"));

    public IActionResult OnGetDots(string name) =>
        Send(name, sample => BarcodePng.Write(ZplRaster.Draw(renderer.Render(sample).Bytes)), png => File(png, "image/png"));

    public IActionResult OnGetPdf(string name) => Send(name, renderer.Pdf, pdf => File(pdf.Bytes, "application/pdf", $"{name}.pdf"));

    public IActionResult OnGetZpl(string name) => Send(name, renderer.Render, label => File(label.Bytes, "text/plain; charset=utf-8", $"{name}.zpl"));

    private IActionResult Send<T>(string name, Func<LabelContent, T> draw, Func<T, IActionResult> answer)
        where T : class =>
        Find(name) is { } template && Draw(template, draw).Drawn is { } drawn ? answer(drawn) : NotFound();

    private (T? Drawn, Text? Refusal) Draw<T>(TemplateInfo template, Func<LabelContent, T> draw)
        where T : class
    {
        try
        {
            return (draw(SampleLabel.Of(templates, renderer, template.Kind)), null);
        }
        catch (LabelContentException e)
        {
            return (null, e.Reason);
        }
    }

    private TemplateInfo? Find(string name) =>
        Enum.GetValues<LabelKind>().Select(templates.About).FirstOrDefault(template => template.Name == name);
}
