using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace HemC101.Tracking.Tests.Layout;

/// <summary>A project of <c>src</c> as its file states it.</summary>
internal sealed record Project(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Project> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Read),
    ];

    public static Project Called(string name) => All.Single(project => project.Name == name);

    /// <summary>Its own code; nothing that the build wrote.</summary>
    public IEnumerable<string> Sources =>
        from path in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".cshtml"
        where Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
        select path;

    private static Project Read(string path)
    {
        var items = XDocument.Load(path).Descendants().ToLookup(item => item.Name.LocalName, item => (string?)item.Attribute("Include"));
        return new(
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!,
            [.. items["ProjectReference"].Select(reference => Path.GetFileNameWithoutExtension(reference!.Replace('\\', '/')))],
            [.. items["PackageReference"].Select(reference => reference!)]);
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
