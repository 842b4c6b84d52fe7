using HemC101.Tracking.Benchmarks.Growth;
using HemC101.Tracking.Benchmarks.Scans;
using HemC101.Tracking.Benchmarks.Sites;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Copying;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Crowds;

/// <summary>A site with participants who were infused, one for each of a crowd, and the nurses of the ward.</summary>
internal sealed class Reactions : IDisposable
{
    private readonly DirectoryInfo _first;
    private readonly GrownSite _grown;
    private readonly IReadOnlyList<CrewMember> _nurses;
    private readonly IReadOnlyList<(CoiId Coi, DoseBagId Bag)> _infused;

    private Reactions(DirectoryInfo first, GrownSite grown, IReadOnlyList<CrewMember> nurses, IReadOnlyList<(CoiId, DoseBagId)> infused) =>
        (_first, _grown, _nurses, _infused) = (first, grown, nurses, infused);

    public DirectoryInfo Data => _grown.Data;

    public string DatabaseFile => _grown.Database;

    public static async Task<Reactions> PrepareAsync(int participants)
    {
        var data = Directory.CreateTempSubdirectory("hemc101-bench-crowd-");
        var filled = await FreshSite.FillAsync(data, BusySite.Quietly, DemoLeg.Main);
        var grown = await GrownSite.GrowAsync(data, filled.Chains[0], participants);
        await using var database = new Database(grown.Database);
        List<(CoiId, DoseBagId)> infused = [];
        foreach (var row in (await ChainRows.ListAsync(database, CancellationToken.None)).Take(participants))
        {
            infused.Add((row.Coi, (await Participant.ChainAsync(database, row.Coi)).BagsOf(1).First().Id));
        }

        return new(data, grown, [.. filled.Crew.Where(member => member.Role == Role.WardNurse)], infused);
    }

    /// <param name="clients">How many.</param>
    /// <param name="chains">So many of the participants they report on; as many as there are clients, and nobody meets another.</param>
    /// <param name="sites">The nodes, in turn.</param>
    public Task<Crowd> GatherAsync(int clients, int chains, params IReadOnlyList<Uri> sites) =>
        Crowd.GatherAsync(clients, n => EnterAsync(n, sites[n % sites.Count], [_infused[n % chains]], int.MaxValue));

    /// <summary>Each client has participants of their own and goes from one to the next, as they come and go at a site.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="each">So many reactions of one participant before the next.</param>
    /// <param name="site">Where.</param>
    public Task<Crowd> GatherInTurnAsync(int clients, int each, Uri site) =>
        Crowd.GatherAsync(clients, n => EnterAsync(n, site, _infused.Where((_, at) => at % clients == n), each));

    /// <summary>Carries the site over to a server, as its operator would.</summary>
    public Task CopyToAsync(DatabaseAddress to) => new SiteCopy(new Silence()).RunAsync(DatabaseAddress.OfFile(DatabaseFile), to, CancellationToken.None);

    /// <summary>As many bytes as one of these steps leaves in the ledger.</summary>
    public async Task<string> BytesOfOneAsync(Database database) => new('x', LengthOf(await LastAsync(database)));

    /// <summary>What one of these steps says in the ledger.</summary>
    public async Task<string> DataOfOneAsync(Database database) => (await LastAsync(database)).Data;

    /// <summary>As they were before the crowd came.</summary>
    public async Task<IReadOnlyList<ChainState>> ChainsAsync()
    {
        await using var database = new Database(DatabaseFile);
        return await Task.WhenAll(_infused.Select(infused => Participant.ChainAsync(database, infused.Coi)));
    }

    /// <returns>How many more, or fewer, the ledger has than were acknowledged.</returns>
    /// <exception cref="InvalidOperationException">The ledger does not hold.</exception>
    public async Task<int> MissedAsync(Database database, int acknowledged) =>
        (await EventLedger.VerifyAsync(database, CancellationToken.None)).First is { } broken
            ? throw new InvalidOperationException(broken.Text.En)
            : Math.Abs(acknowledged - await RecordedAsync(database));

    /// <exception cref="InvalidOperationException">The ledger does not hold, or holds other steps than those that were acknowledged.</exception>
    public async Task CheckAsync(Database database, int acknowledged)
    {
        if (await MissedAsync(database, acknowledged) is var missed and not 0)
        {
            throw new InvalidOperationException($"{acknowledged} reactions were acknowledged; the ledger differs by {missed}.");
        }
    }

    public void Dispose()
    {
        _grown.Dispose();
        _first.Delete(recursive: true);
    }

    private async Task<IClient> EnterAsync(int n, Uri site, IEnumerable<(CoiId Coi, DoseBagId Bag)> infused, int each)
    {
        using var tablet = await Tablet.SignInAsync(site, _nurses[n % _nurses.Count]);
        return new Reporter(tablet, infused, each);
    }

    private async Task<int> RecordedAsync(Database database)
    {
        var recorded = 0;
        foreach (var (coi, _) in _infused)
        {
            recorded += (await EventLedger.ReadStreamAsync(database, ChainStreams.StreamOf(coi), CancellationToken.None))
                .Count(entry => entry.Type == Reporter.Event);
        }

        return recorded;
    }

    private async Task<LedgerEntry> LastAsync(Database database) =>
        (await EventLedger.ReadStreamAsync(database, ChainStreams.StreamOf(_infused[0].Coi), CancellationToken.None))[^1];

    private static int LengthOf(LedgerEntry entry) =>
        entry.Stream.Length + entry.Type.Length + entry.Actor.Length + entry.Station.Length + entry.Data.Length
        + $"{entry.PreviousHash}{entry.Hash}".Length + (2 * "2026-01-01T00:00:00.000Z".Length);

    private sealed class Silence : ICopyListener
    {
        public void Carried(string table, long rows)
        {
        }

        public void Compared(string table, long rows)
        {
        }
    }
}
