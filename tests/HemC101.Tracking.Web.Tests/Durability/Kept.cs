using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Tests.Durability;

internal static class Kept
{
    /// <summary>Everything that was acknowledged is there, the ledger is whole, and whatever else was written is there with all its rows.</summary>
    public static async Task AssertAsync(Database database, Acknowledged acknowledged)
    {
        foreach (var (id, _) in acknowledged.Scans)
        {
            Assert.NotNull(await StepScans.FindAsync(database, id, default));
        }

        var refused = acknowledged.Scans.Values.CountBy(coi => coi).ToDictionary();
        foreach (var coi in acknowledged.Chains)
        {
            var history = await ChainStreams.HistoryAsync(database, CoiId.Parse(coi), default);
            Assert.NotEmpty(history);
            Assert.True(history.Count(happened => happened.What is ScanRefused) >= refused.GetValueOrDefault(coi), $"{coi} lost a scan.");
        }

        Assert.Null((await EventLedger.VerifyAsync(database, default)).First);
        await using var session = await database.ReadAsync(default);
        Assert.Null(await ProjectionCheck.FindAsync(session, default));
    }
}
