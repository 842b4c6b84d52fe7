using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Labels.Drawing;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>Content and template in, printer bytes, PDF or SVG out. Safe for use by several threads at once.</summary>
public sealed class LabelRenderer : IDisposable
{
    private const int DotsPerMillimetre = 8;

    private readonly TemplateLibrary _templates;
    private readonly LabelFonts _fonts;

    /// <param name="fontsDirectory">Holds <c>DejaVuSans.ttf</c> and <c>DejaVuSans-Bold.ttf</c>.</param>
    public LabelRenderer(TemplateLibrary templates, string fontsDirectory)
        : this(templates, new LabelFonts(fontsDirectory)) { }

    private LabelRenderer(TemplateLibrary templates, LabelFonts fonts) => (_templates, _fonts) = (templates, fonts);

    /// <summary>That this one draws from.</summary>
    public TemplateLibrary Templates => _templates;

    /// <summary>Draws from other templates in the same fonts, and is good as long as this one is not disposed.</summary>
    public LabelRenderer With(TemplateLibrary templates) => new(templates, _fonts);

    /// <returns>Of the template that this kind is drawn from.</returns>
    public string VersionOf(LabelKind kind) => _templates.Get(kind).Version;

    /// <exception cref="LabelContentException">A field is missing, does not fit or cannot be printed.</exception>
    /// <exception cref="LabelSelfCheckException">The finished label does not say what it should.</exception>
    public RenderedLabel Render(LabelContent content, PrintDensity density = PrintDensity.Dpi203)
    {
        ArgumentNullException.ThrowIfNull(content);
        var template = _templates.Get(content.Kind, density);
        var sheet = new LabelSheet(template.Width, template.Height, _fonts) { Gs1 = content.Gs1, Density = density, Template = template.Name, Form = content.Form };
        var bytes = Encoding.UTF8.GetBytes(FormRules.Fill(template, content, sheet));
        var label = new RenderedLabel(bytes, template.Name, template.Version, Convert.ToHexStringLower(SHA256.HashData(bytes)))
        {
            DrawPdf = () => Pdf(content),
        };

        var findings = RenderedLabelCheck.Verify(label, content);
        return findings.Count == 0 ? label : throw new LabelSelfCheckException(template.Name, findings);
    }

    /// <summary>The same label as one PDF page of its own size, for printers that take no ZPL.</summary>
    /// <inheritdoc cref="Render" path="/exception"/>
    public LabelPdf Pdf(LabelContent content)
    {
        var drawing = Draw(content);
        return new(DrawingPdf.Write(drawing, _fonts), drawing.Media.Width, drawing.Media.Height);
    }

    /// <summary>The same label for a screen.</summary>
    /// <inheritdoc cref="Render" path="/exception"/>
    public string Svg(LabelContent content) => DrawingSvg.Write(Draw(content), _fonts);

    public void Dispose() => _fonts.Dispose();

    private LabelDrawing Draw(LabelContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var template = _templates.Get(content.Kind);
        var shapes = new ShapeBook();
        var sheet = new LabelSheet(template.Width, template.Height, _fonts) { Gs1 = content.Gs1, Shapes = shapes, Template = template.Name, Form = content.Form };
        var filled = FormRules.Fill(template, content, sheet);
        return new($"{template.Name} {content.Serial}", template.Width, template.Height, DotsPerMillimetre, LabelDrawing.Compose(filled, shapes));
    }
}
