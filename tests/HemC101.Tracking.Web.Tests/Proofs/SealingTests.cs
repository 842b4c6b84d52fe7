using HemC101.Tracking.Ledger.Seals;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Seals;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Proofs;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HemC101.Tracking.Web.Tests.Proofs;

public sealed class SealingTests : IAsyncLifetime
{
    private readonly DirectoryInfo _deposit = Directory.CreateTempSubdirectory("hemc101-deposit-");
    private LiveSite _site = null!;

    private Sealer Sealer => _site.Services.GetRequiredService<Sealer>();

    /// <summary>The process that filled the site sealed when it stopped; what is sealed here comes on top.</summary>
    private int _before;

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"));
        _before = (await SealRows.ListAsync(_site.Database, default)).Count;
        await AddAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _deposit.Delete(recursive: true);
    }

    [Fact]
    public async Task Seal_CoversEverything_AndFits()
    {
        var seal = await Sealer.SealAsync(default);

        Assert.Equal(await SealRows.EntriesAsync(_site.Database, default), seal!.Entries);
        Assert.Equal((null, 1), await CheckAsync());
    }

    [Fact]
    public async Task Seal_WithoutNewEntries_IsNone()
    {
        await Sealer.SealAsync(default);

        Assert.Null(await Sealer.SealAsync(default));
    }

    [Fact]
    public async Task Seal_AfterMoreEntries_ContinuesTheOneBefore()
    {
        var first = await Sealer.SealAsync(default);
        await AddAsync();
        var second = await Sealer.SealAsync(default);

        Assert.Equal((first!.Entries, first.Entries + 1), (SealText.TryParse(second!.Text)!.PreviousEntries, second.Entries));
        Assert.Equal((null, 2), await CheckAsync());
    }

    [Fact]
    public async Task Seal_AskedForByManyAtOnce_IsMadeOnce()
    {
        var seals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Sealer.SealAsync(default)));

        Assert.Single(seals, seal => seal is not null);
        Assert.Equal((null, 1), await CheckAsync());
    }

    [Fact]
    public async Task Seal_ByAnotherProcessOfTheSite_StaysInLine()
    {
        using var other = ProofsSetup.SealerOf(_site.Services);
        await Sealer.SealAsync(default);
        await AddAsync();
        await other.SealAsync(default);
        await AddAsync();
        await Sealer.SealAsync(default);

        Assert.Equal((null, 3), await CheckAsync());
    }

    [Fact]
    public async Task Keeper_AfterTheInterval_SealsAndDeposits()
    {
        using var keeper = Keeper(_deposit.FullName);
        await keeper.StartAsync(default);
        await UntilAsync(() =>
        {
            _site.Time.Advance(TimeSpan.FromMinutes(1));
            return _deposit.EnumerateFiles("seal-*.txt").Any();
        });
        await keeper.StopAsync(default);

        Assert.Equal((null, 1), await CheckAsync(_deposit.FullName));
    }

    [Fact]
    public async Task Keeper_WhenStopped_SealsWhatIsNew()
    {
        using var keeper = Keeper(deposit: null);
        await keeper.StartAsync(default);
        await keeper.StopAsync(default);

        Assert.Equal((null, 1), await CheckAsync());
    }

    [Fact]
    public async Task Keeper_WithADepositThatCannotBeWritten_SealsAllTheSame()
    {
        var file = Path.Combine(_deposit.FullName, "no-folder");
        await File.WriteAllTextAsync(file, "");
        using var keeper = Keeper(file);
        await keeper.StartAsync(default);
        await keeper.StopAsync(default);

        Assert.Equal((null, 1), await CheckAsync());
    }

    [Fact]
    public async Task Deposit_BroughtTwice_HasEachSealOnce()
    {
        var deposit = new SealDeposit(_site.Database, _deposit.FullName);
        await Sealer.SealAsync(default);

        Assert.Equal((_before + 1, 0), (await deposit.BringAsync(default), await deposit.BringAsync(default)));
    }

    [Fact]
    public async Task Deposit_OfALedgerThatWasSetBack_ShowsIt()
    {
        var copy = Path.Combine(_deposit.FullName, "older.db");
        File.Copy(_site.Database.Address.Name, copy);
        await AddAsync();
        var seal = await Sealer.SealAsync(default);
        await new SealDeposit(_site.Database, _deposit.FullName).BringAsync(default);
        await using var older = new Database(copy);
        var (first, _) = await CheckAsync(_deposit.FullName, older);

        Assert.Equal((seal!.Entries, SealFlaw.CutOff), (first!.Entries, first.Flaw));
    }

    private SealKeeper Keeper(string? deposit) =>
        new(Sealer, _site.Database, new SealOptions(5, deposit), _site.Time, NullLogger<SealKeeper>.Instance);

    private async Task AddAsync()
    {
        var count = await SealRows.EntriesAsync(_site.Database, default);
        await using var uow = await _site.Database.BeginAsync(default);
        await EventLedger.AppendAsync(
            uow, $"test/{count}", 0, _site.Time.GetUtcNow(), [new("Tested", 1, _site.Time.GetUtcNow(), "A9999-1", "test", "{}")], default);
        await uow.CommitAsync(default);
    }

    private async Task<(BrokenSeal? First, int Sound)> CheckAsync(string? deposit = null, Database? database = null)
    {
        using var keys = new SealKeys();
        keys.Add(await SealRows.ListKeysAsync(_site.Database, default));
        var seals = deposit is null ? await SealRows.ListAsync(_site.Database, default) : SealDeposit.Read(deposit).Seals;
        var check = new SealCheck(seals, keys.ById, inLine: deposit is null);
        await using var moment = await (database ?? _site.Database).ReadAsync(default);
        Assert.Null((await EventLedger.VerifyAsync(moment, [check], default)).First);
        return (check.End(), check.Sound - _before);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 300 && !holds(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.True(holds());
    }
}
