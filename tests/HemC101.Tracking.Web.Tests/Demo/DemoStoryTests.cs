using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Web.Demo;

namespace HemC101.Tracking.Web.Tests.Demo;

/// <summary>The script is followed to the letter, and the ways out of a mistake are found in it.</summary>
public sealed class DemoStoryTests : IAsyncLifetime
{
    private const int Enrolled = 0;
    private const int Collected = 1;
    private const int AtTheBed = 5;

    private DemoSite _site = null!;
    private IReadOnlyList<CoiId> _chains = [];

    public async Task InitializeAsync()
    {
        _site = DemoSite.Open();
        _chains = await _site.ChainsAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Script_FollowedToItsEnd_LeadsTheMainPath_FromTheOrderToTheSecondDose()
    {
        var reader = new DemoReader(_site, _chains[Enrolled]);

        List<string> taken = [];
        while (await reader.FollowAsync() is { } step)
        {
            taken.Add(step);
        }

        Assert.Equal(DemoLeg.Main.Skip(1).Select(leg => leg.StepId), taken.Where(step => step != "label.apply"));
        Assert.Equal(["collection.hand-over", "unit.complete", "split.detach", "bag.depart", "thaw.end", "bag.depart", "thaw.end"], Labelling(taken));
        Assert.Equal(ProductState.Completed, (await _site.ChainAsync(_chains[Enrolled])).Product);
        Assert.Null((await Tracking.Storage.EventLedger.VerifyAsync(_site.Database, default)).First);
    }

    /// <summary>After which steps labels around the things were put on.</summary>
    private static IEnumerable<string> Labelling(IReadOnlyList<string> taken) =>
        taken.Zip(taken.Skip(1)).Where(pair => pair.Second == "label.apply" && pair.First != "label.apply").Select(pair => pair.First);

    [Fact]
    public async Task SomebodyElsesBag_AtTheBed_StopsAsForetold_AndBothParticipantsAreLedOn()
    {
        var reader = new DemoReader(_site, _chains[AtTheBed]);
        await reader.FollowToAsync("bedside.second");

        var (foretold, said) = await reader.MistakeAsync(mistake => mistake.TextContent.Contains("участник 01-", StringComparison.Ordinal));

        Assert.Contains("НЕ ВВОДИТЬ", said, StringComparison.Ordinal);
        Assert.Contains("Пакет ДРУГОГО участника", said, StringComparison.Ordinal);
        Assert.Contains("Пакет ДРУГОГО участника", foretold, StringComparison.Ordinal);
        Assert.Equal("bedside.first", await reader.NextAsync());
        var owner = await OwnerOfTheLockedBagAsync();
        Assert.Contains($"({owner.Subject})", foretold, StringComparison.Ordinal);
        Assert.Equal("bag.unlock", await new DemoReader(_site, owner.Coi).FollowAsync());
        await reader.FollowToAsync("tolerance.decide");
    }

    [Fact]
    public async Task SomebodyElsesBand_AtTheBed_LocksTheBag_AndTheScriptLeadsThroughReidentification()
    {
        var reader = new DemoReader(_site, _chains[AtTheBed]);
        await reader.FollowToAsync("bedside.second");

        var (_, said) = await reader.MistakeAsync(mistake => mistake.TextContent.Contains("Браслет участника", StringComparison.Ordinal));

        Assert.Contains("Браслет ДРУГОГО человека", said, StringComparison.Ordinal);
        Assert.Equal("bag.reidentify", await reader.NextAsync());
        await reader.FollowToAsync("tolerance.decide");
    }

    [Fact]
    public async Task ReadinessThatRanOut_IsSignedAgain_BeforeTheThaw()
    {
        var reader = new DemoReader(_site, _chains[AtTheBed]);
        _site.Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal("readiness.sign", await reader.FollowAsync());

        Assert.Equal("thaw.start", await reader.NextAsync());
    }

    [Fact]
    public async Task RoundsThatRanOut_AreBegunAnew()
    {
        var reader = new DemoReader(_site, _chains[AtTheBed]);
        await reader.FollowToAsync("infusion.start");
        _site.Time.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal("bedside.lapse", await reader.FollowAsync());

        await reader.FollowToAsync("tolerance.decide");
    }

    [Fact]
    public async Task NothingHelps_TheClockAfterTheThawRanOut_ThePageSaysWhy()
    {
        var reader = new DemoReader(_site, _chains[AtTheBed]);
        await reader.FollowToAsync("bedside.first");
        _site.Time.Advance(TimeSpan.FromMinutes(31));

        var page = await reader.PageAsync();

        Assert.Null(page.QuerySelector("[data-script]"));
        Assert.Contains("Время после размораживания истекло", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SealsAndBoxes_InUse_AreNotOfferedToOthers()
    {
        var (one, other) = (new DemoReader(_site, _chains[Collected]), new DemoReader(_site, _chains[Enrolled]));
        await one.FollowToAsync("collection.hand-over");
        await one.FollowAsync();
        await other.FollowToAsync("collection.hand-over");

        await other.FollowAsync();

        string Of(DemoReader reader, string demand) => reader.Scanned.Last(scan => scan.Demand == demand).Raw;
        Assert.NotEqual(Of(one, "box"), Of(other, "box"));
        Assert.NotEqual(Of(one, "seal"), Of(other, "seal"));
        var seals = (await Task.WhenAll(_chains.Select(_site.ChainAsync))).SelectMany(chain => chain.UsedSeals).ToList();
        Assert.Equal(seals.Count, seals.Distinct().Count());
        Assert.Contains(Of(other, "seal"), seals.Select(BarcodeWriter.House));
    }

    private async Task<Chain.ChainState> OwnerOfTheLockedBagAsync() =>
        (await Task.WhenAll(_chains.Select(_site.ChainAsync))).Single(chain => chain.Bags.Any(bag => bag.Locked));
}
