using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Durability;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>The example of a primary with a synchronous standby, with two nodes of the site at work on it.</summary>
[Collection(DeployTests.Name)]
public sealed class FailoverTests : IAsyncLifetime
{
    private const int Desks = 4;
    private const int Answers = 60;

    /// <summary>Far longer than the nodes need to look again for the primary.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hemc101-failover-");
    private readonly Acknowledged _acknowledged = new();
    private readonly List<SiteProcess> _nodes = [];
    private TwoServers _servers = null!;
    private IReadOnlyList<CrewMember> _crew = [];

    public async Task InitializeAsync()
    {
        _servers = await TwoServers.StartAsync();
        _crew = (await FreshSite.FillAsync(_data, _servers.Arguments)).Crew;
        _nodes.Add(await SiteProcess.StartAsync(_data, _servers.Arguments));
        _nodes.Add(await SiteProcess.StartAsync(_data, _servers.Arguments));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _servers.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [ProgramFact(Programs.Postgres, "postgresql")]
    public async Task PrimaryKilledUnderLoad_StandbyPromoted_NothingAcknowledgedIsLost_AndTheNodesGoOn()
    {
        var early = await _servers.TryAsync("promote.sh", "b");
        Assert.True(early.ExitCode != 0 && early.Output.Contains("still answers", StringComparison.Ordinal), early.Output);

        await WorkUntilAsync("first", () => _servers.KillAsync("a"));
        await _servers.DoAsync("promote.sh", "b");
        await ReadyAsync();
        await AssertKeptAsync();

        _servers.MoveAway("a");
        await _servers.FollowAsync("a", "b");
        await WorkUntilAsync("second", () => _servers.KillAsync("b"));
        await _servers.DoAsync("promote.sh", "a");
        await ReadyAsync();
        await WorkUntilAsync("third", () => _servers.StopAsync("a"));

        await _servers.StartAgainAsync("a");
        await AssertKeptAsync();
    }

    [ProgramFact(Programs.Postgres, "postgresql")]
    public async Task StandbyGone_NothingIsAcknowledged_ThatAFailoverWouldLose()
    {
        using var before = await DeskAsync("before", 0);
        var early = await _servers.TryAsync("alone.sh", "a");
        Assert.True(early.ExitCode != 0 && early.Output.Contains("still follows", StringComparison.Ordinal), early.Output);
        await _servers.StopAsync("b");

        var work = before.WorkAsync();
        await Task.WhenAny(work, Task.Delay(Patience));
        Assert.Equal(0, _acknowledged.Count);

        await _servers.DoAsync("alone.sh", "a");
        using (var alone = await DeskAsync("alone", 0))
        {
            await alone.EnrolAsync();
        }

        Assert.Equal(1, _acknowledged.Count);
        await _servers.StartAgainAsync("b");
        await _servers.DoAsync("synchronous.sh", "a");
        await ReadyAsync();
        await WorkUntilAsync("again", () => _servers.KillAsync("a"));
        await _servers.DoAsync("promote.sh", "b");
        await ReadyAsync();
        await AssertKeptAsync();
    }

    private async Task<BusyDesk> DeskAsync(string name, int index)
    {
        var desk = new BusyDesk(_nodes[index % _nodes.Count].Address, _crew, $"{name}-{index}", _acknowledged);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                await desk.SignInAsync();
                return desk;
            }
            catch (HttpRequestException) when (!patience.IsCancellationRequested)
            {
                // Ready to read; the way to write is looked for at the first writing.
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    /// <summary>Desks at both nodes work, and in the midst of it something happens that ends it.</summary>
    private async Task WorkUntilAsync(string name, Func<Task> happens)
    {
        var enough = _acknowledged.Count + Answers;
        var desks = await Task.WhenAll(Enumerable.Range(0, Desks).Select(index => DeskAsync(name, index)));
        var work = Task.WhenAll(desks.Select(desk => desk.WorkAsync()));
        using var patience = new CancellationTokenSource(Patience);
        while (_acknowledged.Count < enough && !work.IsCompleted && !patience.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await happens();
        await work;
        Array.ForEach(desks, desk => desk.Dispose());
        Assert.True(_acknowledged.Count >= enough, $"Only {_acknowledged.Count} answers came. The nodes said:\n{_nodes[0].Output}\n{_nodes[1].Output}");
    }

    /// <summary>The same processes as before.</summary>
    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var node in _nodes)
        {
            using var client = new HttpClient { BaseAddress = node.Address };
            while (!await IsReadyAsync(client, patience.Token))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
            }
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
        return answer.IsSuccessStatusCode;
    }

    private async Task AssertKeptAsync()
    {
        await using var database = new Database(DatabaseAddress.OfServer(_servers.ConnectionString));
        await Kept.AssertAsync(database, _acknowledged);
    }
}
