namespace HemC101.Tracking.Tests.Layout;

/// <summary>Whoever opens the repository sees three folders, one solution and one page to read.</summary>
public sealed class TopLevelTests
{
    private static readonly HashSet<string> Folders = ["src", "tests", "labels"];

    private static readonly HashSet<string> Files =
    [
        "HemC101.Tracking.sln", "README.md", "LICENSE", "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt",
    ];

    /// <summary>What running the application or the tests leaves; git does not see it.</summary>
    private static readonly HashSet<string> LeftBehind = ["artifacts", "demo", "data", "TestResults"];

    [Fact]
    public void TopLevel_HoldsOnlyWhatBelongsThere()
    {
        Assert.Empty(Names(Directory.EnumerateDirectories(Project.Root)).Except(Folders).Except(LeftBehind));
        Assert.Empty(Names(Directory.EnumerateFiles(Project.Root)).Except(Files));
    }

    [Fact]
    public void Tests_MirrorTheSource()
    {
        var tests = Names(Directory.EnumerateDirectories(Path.Combine(Project.Root, "tests"), "*.Tests"));

        Assert.Equal(
            Project.All.Select(project => $"{project.Name}.Tests").Order(StringComparer.Ordinal), tests.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) =>
        paths.Select(path => Path.GetFileName(path)!).Where(name => !name.StartsWith('.'));
}
