using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.Scenarios;

/// <param name="Legs">How many of the main path lie behind.</param>
internal sealed record ScenarioParticipant(CoiId Coi, int Legs);

/// <summary>One scratch database with the use cases that the pages call, on a clock that goes when it is told.</summary>
internal sealed class ScenarioWorld : IAsyncDisposable
{
    /// <summary>Nobody's secrets: hashing them at full strength would only take time.</summary>
    private const int PasswordIterations = 1_000;

    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    /// <param name="file">There, and of this version.</param>
    /// <param name="ring">Folder of the key ring that opens its names.</param>
    /// <param name="now">Where its clock stands.</param>
    /// <param name="participants">By name, as far as they are enrolled.</param>
    public ScenarioWorld(string file, string ring, DateTimeOffset now, IReadOnlyDictionary<string, ScenarioParticipant> participants)
    {
        File = file;
        Clock = new(now);
        Participants = new(participants);
        _services = Services(file, ring, Clock);
        _scope = _services.CreateAsyncScope();
    }

    /// <summary>Of its database.</summary>
    public string File { get; }

    /// <summary>Nobody looks at it afterwards: the file goes with the world.</summary>
    public bool IsThrownAway { get; init; }

    public DemoClock Clock { get; }

    /// <summary>By name.</summary>
    public Dictionary<string, ScenarioParticipant> Participants { get; }

    public Database Database => Get<Database>();

    /// <summary>Of a scope of its own.</summary>
    public IServiceProvider Scope => _scope.ServiceProvider;

    public T Get<T>()
        where T : notnull => Scope.GetRequiredService<T>();

    public async Task<ChainState> ChainAsync(CoiId coi, CancellationToken ct) =>
        await Get<ChainDesk>().FindAsync(Database, coi, ct) ?? throw new InvalidOperationException($"There is no chain {coi}.");

    public Task<IReadOnlyList<Happened>> HistoryAsync(CoiId coi, CancellationToken ct) => ChainStreams.HistoryAsync(Database, coi, ct);

    /// <summary>With nothing scanned, recorded or signed.</summary>
    public async Task<Facts> FactsAsync(CoiId coi, string target, CancellationToken ct)
    {
        var (book, now) = (await Get<SettingsDesk>().BookAsync(Database, ct), Clock.GetUtcNow());
        return new() { Chain = await ChainAsync(coi, ct), Target = target, Settings = book.At(now).Settings, Book = book, Now = now };
    }

    public async Task<DemoDirector> DirectorAsync(CancellationToken ct) =>
        ActivatorUtilities.CreateInstance<DemoDirector>(Scope, await ScenarioCast.ListAsync(Database, ct), Clock);

    /// <summary>The participant has taken a step of the main path, whoever wrote it: a later <c>given</c> goes on behind it.</summary>
    public void Walked(string participant, StepAddress address, Facts before)
    {
        var known = Participants[participant];
        var last = DemoLeg.Main.ToList().FindLastIndex(leg => leg.Is(address, before));
        Participants[participant] = known with { Legs = Math.Max(known.Legs, last + 1) };
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        if (IsThrownAway)
        {
            System.IO.File.Delete(File);
        }
    }

    private static ServiceProvider Services(string file, string ring, DemoClock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(_ => new Database(file));
        services.AddPeople(new ConfigurationBuilder().Build());
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services.AddDataProtection().SetApplicationName(Site.Name).PersistKeysToFileSystem(new DirectoryInfo(ring));
        services.AddSingleton<PrintSignal>();
        Site.AddUseCases(services);
        return services.BuildServiceProvider();
    }
}
