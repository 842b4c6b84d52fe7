namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>The container file, line by line; a line that ends in a backslash goes on.</summary>
internal static class Containerfile
{
    /// <summary>Where it publishes to.</summary>
    public const string Target = "/program";

    public static IReadOnlyList<(string Word, string Told)> Lines { get; } = [.. Read()];

    /// <summary>The command that makes the program.</summary>
    public static string Publish => All("RUN").Single(command => command.StartsWith("dotnet publish ", StringComparison.Ordinal));

    public static IEnumerable<string> All(string word) => Lines.Where(line => line.Word == word).Select(line => line.Told);

    private static IEnumerable<(string Word, string Told)> Read() =>
        from line in Example.Read("Containerfile").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        where line.Length > 0 && line[0] != '#'
        let end = line.IndexOf(' ', StringComparison.Ordinal)
        select (line[..end], line[(end + 1)..].Trim());
}
