using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HemC101.Tracking.Web.Tests.Demo;

/// <summary>The demonstration in this process, filled on an empty folder. Its clock moves with every look at it, and when told.</summary>
public sealed class DemoSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-demo-");

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(5) };

    /// <summary>Beyond those of every demonstration.</summary>
    private IReadOnlyList<string> Arguments { get; init; } = [];

    public static DemoSite Open() => new();

    internal static DemoSite Open(ServerDatabase on) => new() { Arguments = on.Arguments };

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>In the order of the journey: who has just been enrolled comes first.</summary>
    public async Task<IReadOnlyList<CoiId>> ChainsAsync() => [.. (await ChainRows.ListAsync(Database, default)).Select(row => row.Coi).Reverse()];

    public async Task<ChainState> ChainAsync(CoiId coi) => ChainState.Fold(await ChainStreams.HistoryAsync(Database, coi, default))!;

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient NewBrowser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseArguments(Arguments)
        .UseSetting("Data:Directory", _data.FullName)
        .UseSetting("Demo:Enabled", "true")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
}
