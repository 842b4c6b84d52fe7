using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>The demonstration as a newcomer starts it: a process of its own on an empty folder.</summary>
public sealed class DemoProcess : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-demo-");
    private SiteProcess? _process;

    public Uri Address => _process?.Address ?? throw new InvalidOperationException("The demonstration was not started.");

    public string Output => _process?.Output ?? "";

    public async Task InitializeAsync() => _process = await SiteProcess.StartAsync(_data, "--demo");

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }
}
