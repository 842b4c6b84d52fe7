using System.Collections.Concurrent;
using System.Text;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>All label templates of one folder, read and proven once. A changed file needs a new <see cref="Load(string)"/>.</summary>
public sealed class TemplateLibrary
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<LabelKind, LabelTemplate> _templates;
    private readonly ConcurrentDictionary<(LabelKind Kind, PrintDensity Density), LabelTemplate> _scaled = new();

    private TemplateLibrary(Dictionary<LabelKind, LabelTemplate> templates) => _templates = templates;

    /// <summary>Of all templates that a site has.</summary>
    public static IEnumerable<string> Names => NamesOf(_ => true);

    /// <summary>Of the templates that labels of these kinds are printed from.</summary>
    public static IEnumerable<string> NamesOf(Func<LabelKind, bool> kinds) => Enum.GetValues<LabelKind>().Where(kinds).Select(TemplateNames.Of);

    /// <exception cref="TemplateException">A file is missing or unusable; names file, line and reason.</exception>
    public static TemplateLibrary Load(string directory) => Load(directory, new Dictionary<string, string>());

    /// <param name="approved">By name: texts that are printed from whatever the folder holds now.</param>
    /// <exception cref="TemplateException">A file that no approved text stands in for is missing or unusable; names file, line and reason.</exception>
    public static TemplateLibrary Load(string directory, IReadOnlyDictionary<string, string> approved) =>
        new(Enum.GetValues<LabelKind>().ToDictionary(kind => kind, kind => Read(kind, directory, approved)));

    /// <returns>File, line and reason; null when labels can be printed from the text.</returns>
    public static string? FaultIn(string name, string source)
    {
        try
        {
            _ = new LabelTemplate(Enum.GetValues<LabelKind>().First(kind => TemplateNames.Of(kind) == name), name + TemplateNames.Extension, source);
            return null;
        }
        catch (TemplateException e)
        {
            return e.Message;
        }
    }

    /// <summary>The names that <see cref="LabelContent.Fields"/> must hold for this kind; others are allowed and not printed.</summary>
    public IReadOnlyCollection<string> FieldsOf(LabelKind kind) => _templates[kind].Fields;

    /// <summary>The label carries a Code 128, so that <see cref="LabelContent.Linear"/> must be given.</summary>
    public bool HasLinear(LabelKind kind) => _templates[kind].Variables.Contains("linear");

    public TemplateInfo About(LabelKind kind)
    {
        var template = _templates[kind];
        return new(kind, template.Name, template.Version, template.Width, template.Height, template.Fields);
    }

    internal static string ReadText(string file)
    {
        try
        {
            return StrictUtf8.GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException e)
        {
            throw new TemplateException(file, 0, "the file is not UTF-8.", e);
        }
    }

    /// <exception cref="TemplateException">The template has lengths that cannot be said for this print head.</exception>
    internal LabelTemplate Get(LabelKind kind, PrintDensity density = PrintDensity.Dpi203) =>
        density == PrintDensity.Dpi203 ? _templates[kind] : _scaled.GetOrAdd((kind, density), wanted => _templates[wanted.Kind].For(wanted.Density));

    private static LabelTemplate Read(LabelKind kind, string directory, IReadOnlyDictionary<string, string> approved)
    {
        var name = TemplateNames.Of(kind);
        var file = TemplateFile.PathOf(directory, name);
        return approved.TryGetValue(name, out var source) ? new LabelTemplate(kind, file, source)
            : File.Exists(file) ? new LabelTemplate(kind, file, ReadText(file))
            : throw new TemplateException(file, 0, "the file is missing.");
    }
}
