using System.Security.Cryptography;
using System.Text;

namespace HemC101.Tracking.Labels.Templates;

/// <summary>A template as it lies in the folder, sound or not; for approval. Printing asks <see cref="TemplateLibrary"/>.</summary>
/// <param name="Name">Of the file without its extensions, as in <c>dose-bag-day1</c>.</param>
/// <param name="Version">By content: another text is another version.</param>
/// <param name="Fault">File, line and reason; null when labels can be printed from it.</param>
public sealed record TemplateFile(string Name, string Source, string Version, string? Fault)
{
    /// <summary>Read anew each time, in the order of their names. A file that is missing is not among them.</summary>
    public static IReadOnlyList<TemplateFile> ReadAll(string directory) =>
        [.. TemplateLibrary.Names.Where(name => File.Exists(PathOf(directory, name))).Order(StringComparer.Ordinal).Select(name => Read(directory, name))];

    /// <returns>Twelve hexadecimal digits of the SHA-256 of the text as UTF-8.</returns>
    public static string VersionOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..12];

    internal static string PathOf(string directory, string name) => Path.Combine(directory, name + TemplateNames.Extension);

    private static TemplateFile Read(string directory, string name)
    {
        try
        {
            var source = TemplateLibrary.ReadText(PathOf(directory, name));
            return new(name, source, VersionOf(source), TemplateLibrary.FaultIn(name, source));
        }
        catch (TemplateException e)
        {
            return new(name, "", "", e.Message);
        }
    }
}
