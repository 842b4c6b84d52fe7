using System.Globalization;
using System.Text.RegularExpressions;
using HemC101.Tracking.Labels.Zpl;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>One template file, proven usable: every place in it has been drawn once with a sample value.</summary>
internal sealed partial class LabelTemplate
{
    private static readonly HashSet<string> NotFields = ["symbol", "linear", "serial"];

    private readonly DotLiquid.Template _liquid;
    private readonly (LabelKind Kind, string File, string Source) _read;

    /// <param name="version">Null for that of the source.</param>
    public LabelTemplate(LabelKind kind, string file, string source, string? version = null)
    {
        _read = (kind, file, source);
        Name = TemplateNames.Of(kind);
        Version = version ?? TemplateFile.VersionOf(source);
        (Width, Height) = SizeOf(file, source);
        Variables = TemplateProof.Check(file, source, Width, Height);
        _liquid = DotLiquid.Template.Parse(source);
        _liquid.MakeThreadSafe();
    }

    public string Name { get; }

    public string Version { get; }

    /// <summary>In dots, as the template's <c>^PW</c> and <c>^LL</c> say.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>Every name in the template, with <c>symbol</c>, <c>linear</c> and <c>serial</c>.</summary>
    public IReadOnlyCollection<string> Variables { get; }

    public IReadOnlyCollection<string> Fields => [.. Variables.Where(name => !NotFields.Contains(name))];

    public string Fill(IReadOnlyDictionary<string, string?> values, LabelSheet sheet) =>
        LabelFilters.Render(_liquid, values, sheet);

    /// <summary>The same label in the dots of another print head; its version is that of the file.</summary>
    public LabelTemplate For(PrintDensity density) => new(_read.Kind, _read.File, DotScale.Apply(_read.File, _read.Source, density), Version);

    private static (int Width, int Height) SizeOf(string file, string source)
    {
        var width = WidthCommand().Match(source);
        var height = HeightCommand().Match(source);
        return width.Success && height.Success
            ? (int.Parse(width.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(height.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : throw new TemplateException(file, 1, "^PW and ^LL (width and height of the label in dots) are not both given.");
    }

    [GeneratedRegex(@"\^PW(\d{1,5})")]
    private static partial Regex WidthCommand();

    [GeneratedRegex(@"\^LL(\d{1,5})")]
    private static partial Regex HeightCommand();
}
