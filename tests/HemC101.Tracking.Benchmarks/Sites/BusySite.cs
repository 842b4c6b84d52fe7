using HemC101.Tracking.Benchmarks.Scans;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Benchmarks.Sites;

/// <summary>A data folder with participants at three points of their way: a full collection bag, bags in the store, a thawed bag at the bed; one has gone the whole way, to the hand-over of Day 28.</summary>
internal sealed class BusySite : IDisposable
{
    private const int Collected = 24;
    private const int Thawed = 6;

    /// <summary>Nothing is due on a participant after it, and no list folds them any more.</summary>
    private static readonly DemoLeg HandOver = new("followup.hand-over", "", TimeSpan.FromDays(29));

    /// <summary>One client here scans for many people, and many sign in from one address.</summary>
    public static readonly string[] Unhindered = ["--Limits:SignInsPerMinute=1000000", "--Limits:ScansPerMinute=1000000"];

    public static readonly string[] Quietly = ["--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.AspNetCore=Error", .. Unhindered];

    private BusySite(DirectoryInfo data, IReadOnlyList<CrewMember> crew) => (Data, Crew) = (data, crew);

    public DirectoryInfo Data { get; }

    public IReadOnlyList<CrewMember> Crew { get; }

    public IReadOnlyList<Participant> AtTheStep { get; private set; } = [];

    public IReadOnlyList<Participant> AtTheBed { get; private set; } = [];

    /// <summary>Bags in the store.</summary>
    public Participant Stranger { get; private set; } = null!;

    /// <summary>Both doses given, and handed over to follow-up.</summary>
    public Participant Finished { get; private set; } = null!;

    public static async Task<BusySite> FillAsync()
    {
        var data = Directory.CreateTempSubdirectory("hemc101-bench-");
        IReadOnlyList<DemoLeg>[] pasts =
        [
            .. Enumerable.Repeat(DemoLeg.UpTo("collection.disconnect"), Collected),
            DemoLeg.UpTo("bag.store", "2"),
            .. Enumerable.Repeat(DemoLeg.UpTo("thaw.end", "1"), Thawed),
            [.. DemoLeg.Main, HandOver],
        ];
        var filled = await FreshSite.FillAsync(data, Quietly, pasts);
        var site = new BusySite(data, filled.Crew);
        await using var database = new Database(FreshSite.DatabaseIn(data));
        List<Participant> all = [];
        foreach (var coi in filled.Chains)
        {
            all.Add(await Participant.ReadAsync(database, coi));
        }

        (site.AtTheStep, site.Stranger, site.AtTheBed, site.Finished) = (all[..Collected], all[Collected], all[(Collected + 1)..^1], all[^1]);
        return site;
    }

    /// <summary>Refused scans that the ledger keeps.</summary>
    public async Task<int> NearMissesAsync()
    {
        await using var database = new Database(FreshSite.DatabaseIn(Data));
        var sum = 0;
        foreach (var participant in AtTheStep.Concat(AtTheBed))
        {
            sum += (await Participant.ChainAsync(database, participant.Coi)).NearMisses;
        }

        return sum;
    }

    public CrewMember First(Role role) => Crew.First(member => member.Role == role);

    public void Dispose() => Data.Delete(recursive: true);
}
