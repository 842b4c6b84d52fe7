using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Steps;

/// <summary>The database went back by one commit under a running site, as after a fail-over to a server that lagged.</summary>
public sealed class ChainDeskTests : IAsyncLifetime
{
    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private ChainDesk Desk => _site.Services.GetRequiredService<ChainDesk>();

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("apheresis.order"), DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Find_AfterACommitWasLost_ForgetsItToo()
    {
        var before = (await Desk.FindAsync(_site.Database, Coi, default))!;
        Lose(before);

        var after = (await Desk.FindAsync(_site.Database, Coi, default))!;

        Assert.Equal((before.Version - 1, await _site.HistoryAsync(Coi) is [.., var last] ? last.Hash : default), (after.Version, after.Head));
        Assert.NotEqual(before.Product, after.Product);
    }

    [Fact]
    public async Task Find_UnderAUnitOfWork_ForgetsItToo()
    {
        var before = (await Desk.FindAsync(_site.Database, Coi, default))!;
        Lose(before);

        await using var uow = await _site.Database.BeginAsync(default);

        Assert.Equal(before.Version - 1, (await Desk.FindAsync(uow, Coi, default))!.Version);
    }

    [Fact]
    public async Task Find_WithoutRoomToKeepTwo_AnswersAsTheLedgerSays()
    {
        var desk = new ChainDesk(mostKept: 1);
        var listed = await desk.ListAsync(_site.Database, default).ToListAsync();
        var again = await desk.ListAwakeAsync(_site.Database, default).ToListAsync();

        Assert.Equal(_site.Chains.ToHashSet(), listed.Select(chain => chain.Coi).ToHashSet());
        foreach (var chain in listed.Concat(again).Append((await desk.FindAsync(_site.Database, Coi, default))!))
        {
            Assert.Equal((await _site.HistoryAsync(chain.Coi))[^1].Hash, chain.Head);
        }
    }

    private void Lose(ChainState last)
    {
        using var connection = new SqliteConnection($"Data Source={_site.Database.Address.Name};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            drop trigger ledger_refuses_update; drop trigger ledger_refuses_delete; drop trigger stream_head_refuses_step_back;
            delete from ledger where stream = @stream and version = @version;
            update stream_head
               set version = version - 1,
                   hash = (select hash from ledger where stream = @stream and version = @version - 1)
             where stream = @stream;
            """;
        command.Parameters.AddWithValue("@stream", $"chain/{last.Coi}");
        command.Parameters.AddWithValue("@version", last.Version);
        command.ExecuteNonQuery();
    }
}
