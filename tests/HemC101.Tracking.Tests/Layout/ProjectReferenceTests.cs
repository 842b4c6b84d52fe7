using System.Text.RegularExpressions;

namespace HemC101.Tracking.Tests.Layout;

/// <summary>A project exists because it forbids a dependency. Here it is seen that it still does.</summary>
public sealed partial class ProjectReferenceTests
{
    private const string Rules = "HemC101.Tracking";
    private const string Storage = "HemC101.Tracking.Storage";
    private const string Labels = "HemC101.Tracking.Labels";
    private const string Web = "HemC101.Tracking.Web";

    private static readonly string[] SqlPackages = ["Dapper", "Microsoft.Data.Sqlite", "Npgsql", "dbup-"];
    private static readonly string[] PaperPackages = ["SkiaSharp", "DotLiquid", "ZXing"];

    [Fact]
    public void Source_HoldsTheFourProjects() =>
        Assert.Equal([Rules, Labels, Storage, Web], Project.All.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Rules)]
    [InlineData(Storage, Rules)]
    [InlineData(Labels, Rules)]
    [InlineData(Web, Labels, Storage)]
    public void Project_ReferencesOnlyWhatLiesBelowIt(string project, params string[] below) =>
        Assert.Equal(below, Project.Called(project).Projects.Order(StringComparer.Ordinal));

    [Fact]
    public void Rules_HaveNoPackageButStateless() => Assert.Equal(["Stateless"], Project.Called(Rules).Packages);

    [Fact]
    public void Packages_OfTheDatabase_AreOnlyInStorage() => AssertOnlyIn(Storage, SqlPackages);

    [Fact]
    public void Packages_OfThePaper_AreOnlyInLabels() => AssertOnlyIn(Labels, PaperPackages);

    /// <summary>A package may still leak upwards through a project reference, so the code is asked too.</summary>
    [Fact]
    public void Code_SpeaksToTheDatabase_OnlyInStorage() => AssertUsedOnlyIn(Storage, SqlNamespace());

    [Fact]
    public void Code_DrawsLabels_OnlyInLabels() => AssertUsedOnlyIn(Labels, PaperNamespace());

    private static void AssertOnlyIn(string home, string[] packages) =>
        Assert.Empty(
            from project in Project.All
            where project.Name != home
            from package in project.Packages
            where packages.Any(start => package.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            select $"{project.Name}: {package}");

    private static void AssertUsedOnlyIn(string home, Regex use)
    {
        var byProject = Project.All.ToLookup(project => project.Name == home, project => project.Sources.Where(path => use.IsMatch(File.ReadAllText(path))));

        Assert.NotEmpty(byProject[true].SelectMany(paths => paths));
        Assert.Empty(byProject[false].SelectMany(paths => paths).Select(path => Path.GetRelativePath(Project.Root, path)));
    }

    [GeneratedRegex(@"\b(using (static )?|global::)(Dapper|Microsoft\.Data\.Sqlite|Npgsql|DbUp)\b")]
    private static partial Regex SqlNamespace();

    [GeneratedRegex(@"\b(using (static )?|global::)(SkiaSharp|DotLiquid|ZXing)\b")]
    private static partial Regex PaperNamespace();
}
