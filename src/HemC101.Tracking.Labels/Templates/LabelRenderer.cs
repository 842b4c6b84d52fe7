using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Labels.Zpl;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>Content and template in, printer bytes out. Safe for use by several threads at once.</summary>
/// <param name="fontsDirectory">Holds <c>DejaVuSans.ttf</c> and <c>DejaVuSans-Bold.ttf</c>.</param>
public sealed class LabelRenderer(TemplateLibrary templates, string fontsDirectory) : IDisposable
{
    private readonly LabelFonts _fonts = new(fontsDirectory);

    /// <exception cref="LabelContentException">A field is missing, does not fit or cannot be printed.</exception>
    /// <exception cref="LabelSelfCheckException">The finished label does not say what it should.</exception>
    public RenderedLabel Render(LabelContent content, PrintDensity density = PrintDensity.Dpi203)
    {
        ArgumentNullException.ThrowIfNull(content);
        var template = templates.Get(content.Kind, density);
        var sheet = new LabelSheet(template.Width, template.Height, _fonts) { Gs1 = content.Gs1, Density = density };
        var bytes = Encoding.UTF8.GetBytes(template.Fill(ValuesFor(template, content), sheet));
        var label = new RenderedLabel(bytes, template.Name, template.Version, Convert.ToHexStringLower(SHA256.HashData(bytes)));

        var findings = RenderedLabelCheck.Verify(label, content);
        return findings.Count == 0 ? label : throw new LabelSelfCheckException(template.Name, findings);
    }

    public void Dispose() => _fonts.Dispose();

    private static Dictionary<string, string> ValuesFor(LabelTemplate template, LabelContent content) =>
        template.Variables.ToDictionary(name => name, name =>
        {
            var value = name switch
            {
                "symbol" => content.Symbol,
                "linear" => content.Linear,
                "serial" => content.Serial,
                _ => content.Fields.GetValueOrDefault(name),
            };
            return string.IsNullOrWhiteSpace(value) ? throw new LabelFieldMissingException(name, template.Name) : value;
        });
}
