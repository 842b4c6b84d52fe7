using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Demo;

/// <summary>The whole way of a participant, page by page, with everything kept in PostgreSQL.</summary>
public sealed class DemoOnServerTests
{
    [PostgresFact]
    public async Task Script_FollowedToItsEnd_LeadsTheMainPath_FromTheOrderToTheSecondDose()
    {
        using var server = new ServerDatabase();
        await using var site = DemoSite.Open(server);
        var coi = (await site.ChainsAsync())[0];
        var reader = new DemoReader(site, coi);

        List<string> taken = [];
        while (await reader.FollowAsync() is { } step)
        {
            taken.Add(step);
        }

        Assert.Equal(DemoLeg.Main.Skip(1).Select(leg => leg.StepId), taken.Where(step => step != "label.apply"));
        Assert.Equal(ProductState.Completed, (await site.ChainAsync(coi)).Product);
        Assert.Null((await EventLedger.VerifyAsync(site.Database, default)).First);
        await AssertTablesAgreeAsync(site.Database);
        Assert.Equal(DemoMarker.OnlyADemo, await DemoMarker.RefusalAsync(server.Address, asDemo: false, default));
    }

    /// <summary>As they were written step by step, and made anew from the ledger.</summary>
    private static async Task AssertTablesAgreeAsync(Database database)
    {
        await using (var session = await database.ReadAsync(default))
        {
            Assert.Null(await ProjectionCheck.FindAsync(session, default));
        }

        await using (var uow = await database.BeginAsync(default))
        {
            Assert.NotEqual(0, await Rebuild.RunAsync(uow, default));
            await uow.CommitAsync(default);
        }

        await using var again = await database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(again, default));
    }
}
