using System.Runtime.CompilerServices;

namespace HemC101.Tracking.Web.Tests.Scenarios;

/// <summary>The scenarios that are shipped.</summary>
internal static class ScenarioFolder
{
    public static IReadOnlyList<string> Files { get; } = [.. Directory.EnumerateFiles(Find(), "*.jsonl").Order(StringComparer.Ordinal)];

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "scenarios"));
}
