using System.Runtime.CompilerServices;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>The examples of <c>src/HemC101.Tracking.Web/deploy</c>, and the repository around them.</summary>
internal static class Example
{
    public static string Root { get; } = FindRoot();

    public static string Site { get; } = Path.Combine(Root, "src", "HemC101.Tracking.Web");

    public static string PathOf(params IEnumerable<string> names) => Path.Combine([Site, "deploy", .. names]);

    public static string Read(params IEnumerable<string> names) => File.ReadAllText(PathOf(names));

    /// <summary>Every one of them has to stand in the example, so that a test never runs something else than what is shown.</summary>
    public static string Adapted(string text, params IEnumerable<(string From, string To)> changes)
    {
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return text;
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
