using System.Runtime.CompilerServices;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Tests.Lifecycle;

/// <summary>The pictures in the README are the machines themselves. UPDATE_DOCS=1 rewrites them.</summary>
public sealed class LifecycleDiagrams
{
    private const string Opening = "<!-- machines -->";
    private const string Closing = "<!-- /machines -->";

    [Fact]
    public void Readme_MachinesSection_ShowsTheMachinesOfTheCode()
    {
        var path = Path.Combine(Root(), "README.md");
        var readme = File.ReadAllText(path);
        var start = readme.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = readme.IndexOf(Closing, StringComparison.Ordinal);
        Assert.True(start >= Opening.Length && end >= start, $"README.md needs the markers {Opening} and {Closing}.");

        var expected = $"\n{Pictures()}\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            readme = readme[..start] + expected + readme[end..];
            File.WriteAllText(path, readme);
            end = start + expected.Length;
        }

        Assert.Equal(expected, readme[start..end]);
    }

    [Fact]
    public void Mermaid_OfEveryMachine_NamesItsTransitionsAndNoGuards()
    {
        var text = new DoseBagLifecycle(default, []).ToMermaid();

        Assert.StartsWith("stateDiagram-v2", text, StringComparison.Ordinal);
        Assert.Contains("Verified --> Infusing : StartInfusion", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[Function", text, StringComparison.Ordinal);
    }

    private static string Pictures() => string.Join("\n\n",
        Picture("Product", new ProductLifecycle(default, []).ToMermaid()),
        Picture("Collection", new CollectionLifecycle(default, []).ToMermaid()),
        Picture("Batch", new BatchLifecycle(default, []).ToMermaid()),
        Picture("Unit operation", new UnitLifecycle(default, []).ToMermaid()),
        Picture("Dose bag", new DoseBagLifecycle(default, []).ToMermaid()));

    private static string Picture(string name, string mermaid) =>
        $"**{name}**\n\n```mermaid\n{mermaid.ReplaceLineEndings("\n").Trim()}\n```";

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
