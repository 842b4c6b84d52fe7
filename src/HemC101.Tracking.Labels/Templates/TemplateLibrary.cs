using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>All label templates of one folder, read and proven once. A changed file needs a new <see cref="Load"/>.</summary>
public sealed class TemplateLibrary
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<LabelKind, LabelTemplate> _templates;
    private readonly ConcurrentDictionary<(LabelKind Kind, PrintDensity Density), LabelTemplate> _scaled = new();

    private TemplateLibrary(Dictionary<LabelKind, LabelTemplate> templates) => _templates = templates;

    /// <exception cref="TemplateException">A file is missing or unusable; names file, line and reason.</exception>
    public static TemplateLibrary Load(string directory) =>
        new(Enum.GetValues<LabelKind>().ToDictionary(kind => kind, kind => Read(kind, directory)));

    /// <summary>The names that <see cref="LabelContent.Fields"/> must hold for this kind; others are allowed and not printed.</summary>
    public IReadOnlyCollection<string> FieldsOf(LabelKind kind) => _templates[kind].Fields;

    /// <summary>The label carries a Code 128, so that <see cref="LabelContent.Linear"/> must be given.</summary>
    public bool HasLinear(LabelKind kind) => _templates[kind].Variables.Contains("linear");

    /// <exception cref="TemplateException">The template has lengths that cannot be said for this print head.</exception>
    internal LabelTemplate Get(LabelKind kind, PrintDensity density = PrintDensity.Dpi203) =>
        density == PrintDensity.Dpi203 ? _templates[kind] : _scaled.GetOrAdd((kind, density), wanted => _templates[wanted.Kind].For(wanted.Density));

    private static LabelTemplate Read(LabelKind kind, string directory)
    {
        var file = Path.Combine(directory, TemplateNames.Of(kind) + TemplateNames.Extension);
        if (!File.Exists(file))
        {
            throw new TemplateException(file, 0, "the file is missing.");
        }

        var bytes = File.ReadAllBytes(file);
        try
        {
            return new LabelTemplate(kind, file, StrictUtf8.GetString(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }
        catch (DecoderFallbackException e)
        {
            throw new TemplateException(file, 0, "the file is not UTF-8.", e);
        }
    }
}
