using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Custody;

/// <summary>X-17 on PostgreSQL, by two nodes at once: each chain is held once, and all of them or none.</summary>
public sealed class LoggerOnServerTests
{
    [PostgresFact]
    public async Task Tank_EnteredOnTwoNodesAtOnce_HoldsEveryBagOnce()
    {
        var data = Directory.CreateTempSubdirectory("hemc101-logger-");
        using var server = new ServerDatabase();
        try
        {
            var filled = await FreshSite.FillAsync(data, server.Arguments, DemoLeg.UpTo("bags.confirm"), DemoLeg.UpTo("bags.confirm"));
            await using var here = new FreshSite(data, server.Arguments);
            await using var there = new FreshSite(data, server.Arguments);

            var file = Encoding.UTF8.GetBytes($"{TimeProvider.System.GetUtcNow().AddSeconds(-20):yyyy-MM-ddTHH:mm:ssZ};-100");
            var outcomes = await Task.WhenAll(new[] { here, there }.Select((node, at) => ImportAsync(node, filled, file, $"attempt-{at}")));

            Assert.Single(outcomes.OfType<LoggerOutcome.Imported>());
            Assert.Equal("logger-imported", Assert.Single(Assert.Single(outcomes.OfType<LoggerOutcome.Refused>()).Reasons).Code);
            await using var database = new Database(server.Address);
            foreach (var coi in filled.Chains)
            {
                var chain = ChainState.Fold(await ChainStreams.HistoryAsync(database, coi, default))!;
                Assert.Equal(chain.Bags.Select(bag => bag.Id.ToString()), chain.Holds.Select(hold => hold.Of));
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Task<LoggerOutcome> ImportAsync(FreshSite node, FilledSite filled, byte[] file, string attempt)
    {
        var keeper = filled.Crew.First(member => member.Role == Role.Cryostore).Person;
        var tank = new LoggerPlace.Positions(DemoHouse.Rows(TimeProvider.System.GetUtcNow()).Select(row => row.HouseId).Where(id => id.Kind == HouseKind.Location).ToHashSet());
        return Task.Run(() => node.Services.GetRequiredService<ImportLogger>().RunAsync(
            new(attempt, Station.CellStore, tank, file, [new(keeper, AuthenticationMethod.BadgeAndPin)]), default));
    }
}
