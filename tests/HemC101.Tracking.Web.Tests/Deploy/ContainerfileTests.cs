using System.Text.RegularExpressions;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>What can be said of the container file where no container engine is; its publish command is run by <see cref="PublishTests"/>.</summary>
public sealed partial class ContainerfileTests
{
    private static string Settings => string.Join(' ', Containerfile.All("ENV"));

    [Fact]
    public void Copies_OnlyWhatIsThere_AndEverythingTheBuildReads()
    {
        var copied = Containerfile.All("COPY").Where(rest => !rest.StartsWith("--", StringComparison.Ordinal)).SelectMany(rest => rest.Split(' ')[..^1]).ToList();

        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Example.Root, path)), $"There is no {path}."));
        Assert.All(
            Directory.EnumerateFiles(Example.Root).Select(path => Path.GetFileName(path)).Where(IsReadByTheBuild),
            name => Assert.Contains(name, copied));
    }

    [Fact]
    public void Listens_WhereItSaysSo() => Assert.Equal(Port().Match(Settings).Groups["port"].Value, Assert.Single(Containerfile.All("EXPOSE")));

    [Fact]
    public void Runs_AsNobodyInParticular_AndWritesIntoTheVolumeAlone()
    {
        var user = Assert.Single(Containerfile.All("USER"));
        var volume = Assert.Single(Containerfile.All("VOLUME"));

        Assert.True(int.Parse(user, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Contains($"Data__Directory={volume}", Settings, StringComparison.Ordinal);
        Assert.Contains(Containerfile.All("COPY"), rest => rest.Contains($"--chown={user}:{user}", StringComparison.Ordinal) && rest.EndsWith($" {volume}", StringComparison.Ordinal));
    }

    [Fact]
    public void Starts_WhatWasPublished()
    {
        var from = Assert.Single(Containerfile.All("COPY"), rest => rest.StartsWith("--from=build /program ", StringComparison.Ordinal));

        Assert.EndsWith(" ./", from, StringComparison.Ordinal);
        Assert.Equal(Containerfile.Target, Containerfile.All("WORKDIR").Last());
        Assert.Equal($"[\"{Containerfile.Target}/HemC101.Tracking.Web\"]", Assert.Single(Containerfile.All("ENTRYPOINT")));
        Assert.Contains($" -o {Containerfile.Target}", Containerfile.Publish, StringComparison.Ordinal);
    }

    private static bool IsReadByTheBuild(string name) =>
        name.StartsWith("Directory.", StringComparison.Ordinal) || name is "global.json" or "BannedSymbols.txt" or ".editorconfig" or "nuget.config";

    [GeneratedRegex(@"ASPNETCORE_URLS=http://\+:(?<port>\d+)")]
    private static partial Regex Port();
}
