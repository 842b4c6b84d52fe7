using System.Net;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>What operators install: published by the very command of the container file, and started.</summary>
[Collection(DeployTests.Name)]
public sealed class PublishTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hemc101-publish-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Published_IsOneProgram_ThatStartsTheDemonstrationFromAnywhere()
    {
        var program = await PublishAsync();
        var elsewhere = _folder.CreateSubdirectory("elsewhere");

        await using var site = await SiteProcess.StartAsync(program, "/Account/SignIn", elsewhere, ["--demo"]);
        using var client = new HttpClient { BaseAddress = site.Address };
        var page = await client.GetStringAsync(new Uri("/Account/SignIn", UriKind.Relative));
        using var style = await client.GetAsync(new Uri("/css/site.css", UriKind.Relative));
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Contains("name=\"Badge\"", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (style.StatusCode, ready.StatusCode));
        Assert.True(Directory.Exists(Path.Combine(elsewhere.FullName, "demo-data")));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(elsewhere.FullName, "demo-data", "printed")));
    }

    /// <returns>The program; no other lies beside it, and no assembly.</returns>
    private async Task<string> PublishAsync()
    {
        var target = Path.Combine(_folder.FullName, "program");
        var words = Containerfile.Publish.Split(' ').Select(word => word == Containerfile.Target ? target : word).ToList();
        Assert.Contains(target, words);
        // Compiling beforehand and analysing once more take minutes and change nothing that is asked here; the benchmark publishes with the first.
        var ended = await Programs.RunAsync(new(
            words[0], [.. words.Skip(1), "-p:PublishReadyToRun=false", "-p:RunAnalyzers=false", "--artifacts-path", Path.Combine(_folder.FullName, "build"), "-nodeReuse:false", "-m:1"])
        {
            WorkingDirectory = Example.Root,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        });
        Assert.True(ended.ExitCode == 0, ended.Output);
        Assert.Empty(Directory.EnumerateFiles(target, "*.dll"));
        return Path.Combine(target, "HemC101.Tracking.Web");
    }
}
