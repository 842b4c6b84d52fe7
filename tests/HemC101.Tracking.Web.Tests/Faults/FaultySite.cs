using System.Globalization;
using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Commands;
using HemC101.Tracking.Web.Tests.Commands;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Durability;
using HemC101.Tracking.Web.Tests.Hosting;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Faults;

/// <summary>A site in a process of its own, whose disk and database file a test can spoil and mend, with people at work on it.</summary>
internal sealed class FaultySite : IAsyncDisposable
{
    private const int Desks = 3;
    private const int Answers = 40;

    /// <summary>Far longer than the answers take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-faulty-");
    private readonly Acknowledged _acknowledged = new();
    private SiteProcess? _site;

    public IReadOnlyList<CrewMember> Crew { get; private set; } = [];

    public string DatabaseFile => FreshSite.DatabaseIn(_data);

    public string Output => _site!.Output;

    public static async Task<FaultySite> FillAsync()
    {
        var faulty = new FaultySite();
        faulty.Crew = (await FreshSite.FillAsync(faulty._data, [])).Crew;
        return faulty;
    }

    public Uri Address => _site!.Address;

    public Task StartAsync() => StartAsync([]);

    public async Task StartAsync(IEnumerable<string> arguments) => _site = await SiteProcess.StartUnderAsync(Ordinary(), _data, arguments);

    /// <summary>No file may grow or be written any more, as on a disk that fails; what is open stays open.</summary>
    public Task StopWritesAsync() => LimitAsync("--fsize=0:");

    public Task AllowWritesAsync() => LimitAsync("--fsize=unlimited:");

    /// <summary>Several people work; what happens in the midst of it ends them.</summary>
    public async Task WorkUntilAsync(string name, Func<Task> happens)
    {
        var enough = _acknowledged.Count + Answers;
        List<BusyDesk> desks = [];
        for (var i = 0; i < Desks; i++)
        {
            desks.Add(new(_site!.Address, Crew, string.Create(CultureInfo.InvariantCulture, $"{name}{i}"), _acknowledged));
            await desks[i].SignInAsync();
        }

        var work = Task.WhenAll(desks.Select(desk => desk.WorkAsync()));
        using var patience = new CancellationTokenSource(Patience);
        while (_acknowledged.Count < enough && !work.IsCompleted && !patience.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await happens();
        await work;
        desks.ForEach(desk => desk.Dispose());
        Assert.True(_acknowledged.Count >= enough, $"Only {_acknowledged.Count} answers came. The site said:\n{Output}");
    }

    /// <summary>One participant, by somebody who then goes home.</summary>
    public async Task EnrolAsync(string name = "one")
    {
        using var desk = new BusyDesk(_site!.Address, Crew, name, _acknowledged);
        await desk.SignInAsync();
        await desk.EnrolAsync();
    }

    public Task KillAsync() => _site!.KillAsync();

    public async Task<Tablet> TabletAsync(string language)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _site!.Address };
        return await Tablet.SignInAsync(client, Crew.First(member => member.Role == Role.Coordinator), language);
    }

    /// <summary>Scans something that is not wanted: refused, and the refusal is an entry of the ledger.</summary>
    /// <returns>The status, and what the person reads.</returns>
    public async Task<(HttpStatusCode Status, string Says)> ScanAsync(Tablet tablet, string id)
    {
        var coi = _acknowledged.Chains.First();
        using var answer = await tablet.ScanAsync(
            $"/Enrolment/Step/band.bind/{coi}", $"scan-{id}", HouseStock.Of(Identity.HouseKind.Seal, 1, 0).ToString(), scanId: id);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            Assert.True(_acknowledged.Scans.TryAdd(id, coi));
        }

        var page = await Desk.PageAsync(answer);
        return (answer.StatusCode, page.QuerySelector("main")!.TextContent);
    }

    /// <summary>Of the files a killed site left: everything that was acknowledged is there, and nothing half of anything.</summary>
    public async Task AssertKeptAsync()
    {
        await using (var database = new Database(DatabaseFile))
        {
            await Kept.AssertAsync(database, _acknowledged);
        }

        var (code, said, error) = await Terminal.RunAsync("", "verify", "--database", DatabaseFile);
        Assert.True(code == ExitCode.Good, said + error);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>
    /// A program that asks for too large a file is told so instead of being ended; and root, like anybody else, may write only what the modes
    /// of a file let it.
    /// </summary>
    private static string[] Ordinary()
    {
        string[] told = ["bash", "-c", """trap "" XFSZ; exec "$@" """, "bash"];
        return Environment.IsPrivilegedProcess ? [.. told, "setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] : told;
    }

    private async Task LimitAsync(string limit)
    {
        var ended = await Programs.RunAsync(new("prlimit", ["--pid", _site!.Id.ToString(CultureInfo.InvariantCulture), limit]));
        Assert.True(ended.ExitCode == 0, ended.Output);
    }
}
