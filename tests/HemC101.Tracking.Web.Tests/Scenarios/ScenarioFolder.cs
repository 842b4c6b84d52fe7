using System.Runtime.CompilerServices;

namespace HemC101.Tracking.Web.Tests.Scenarios;

/// <summary>The scenarios that are shipped.</summary>
internal static class ScenarioFolder
{
    public static IReadOnlyList<string> Files { get; } = [.. Directory.EnumerateFiles(Find(), "*.jsonl").Order(StringComparer.Ordinal)];

    /// <summary>The example of the page that tells the format.</summary>
    public static IEnumerable<string> Example { get; } =
    [
        .. File.ReadLines(Path.Combine(Find(), "README.md")).SkipWhile(line => !line.StartsWith("{\"scenario\"", StringComparison.Ordinal)).TakeWhile(line => line != "```"),
    ];

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "scenarios"));
}
