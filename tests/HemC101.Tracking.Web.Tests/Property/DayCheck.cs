using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>What has to be so after any day: the ledger is whole, it explains every row, it folds to what was worked with, and nothing in it is forbidden.</summary>
internal static class DayCheck
{
    public static async Task AssertAsync(Database database, ChainDesk desk, IReadOnlyList<CoiId> chains)
    {
        foreach (var coi in chains)
        {
            var history = await ChainStreams.HistoryAsync(database, coi, default);
            Assert.Equal(Shape(ChainState.Fold(history)!), Shape((await desk.FindAsync(database, coi, default))!));
            Follow(history);
        }

        Assert.Null((await EventLedger.VerifyAsync(database, default)).First);
        Assert.Null(await DivergedAsync(database));
        await using (var uow = await database.BeginAsync(default))
        {
            await Rebuild.RunAsync(uow, default);
            await uow.CommitAsync(default);
        }

        Assert.Null(await DivergedAsync(database));
    }

    private static async Task<DivergedRow?> DivergedAsync(Database database)
    {
        await using var session = await database.ReadAsync(default);
        return await ProjectionCheck.FindAsync(session, default);
    }

    private static string Shape(ChainState state) => JsonSerializer.Serialize(state with { Past = [] });

    private static void Follow(IReadOnlyList<Happened> history)
    {
        var before = ChainState.Fold([history[0]])!;
        foreach (var happened in history.Skip(1))
        {
            var after = before.Apply(happened);
            Assert.True(IsAllowed(before, after, happened), $"Version {happened.Version} of {before.Coi}: {happened.What}");
            before = after;
        }
    }

    private static bool IsAllowed(ChainState before, ChainState after, Happened happened) =>
        happened.Act.Signatures.DistinctBy(signature => signature.By).Count() == happened.Act.Signatures.Count
        && (before.Product is not (ProductState.Completed or ProductState.Discontinued) || before.Product == after.Product)
        && before.Bags.Where(bag => bag.IsTerminal).All(bag => after.Find(bag.Id)!.State == bag.State)
        && after.Bags.All(bag => (bag.InfusedMl ?? 0) <= bag.VolumeMl)
        && happened.What switch
        {
            BagReserved reserved => MayGoOn(before, reserved.Bag, happened),
            BagIssued issued => MayGoOn(before, issued.Bag, happened),
            BagCleared cleared => MayGoOn(before, cleared.Bag, happened) && Scanned(before, cleared.Bag, happened),
            ThawStarted started => MayGoOn(before, started.Bag, happened) && MayThaw(before, started.Bag, happened),
            BedsideRoundFinished round => Scanned(before, round.Bag, happened),
            InfusionStarted started => MayGoOn(before, started.Bag, happened) && Scanned(before, started.Bag, happened)
                && before.Find(started.Bag) is { State: BagState.Verified } bag && bag.Rounds.Distinct().Count() == 2 && bag.StartBefore >= happened.Act.RecordedAt,
            _ => true,
        };

    /// <summary>Released, no test failed, nothing held or locked; and a second dose only after the first, and after GO.</summary>
    private static bool MayGoOn(ChainState chain, DoseBagId id, Happened happened) =>
        chain.Find(id) is { Locked: false } bag && chain.Find(bag.Batch) is { IsReleased: true, HasFailedTest: false } batch
        && !chain.HoldsOver(null, batch.Number.ToString(), id.ToString()).Any()
        && bag.ExpiresAt > happened.Act.RecordedAt
        && (bag.Day == 1 || chain.IsDoseDone(1) && chain.ToleranceDecision is { Decided: Tolerance.Go });

    private static bool MayThaw(ChainState chain, DoseBagId id, Happened happened) =>
        chain.Readiness.GetValueOrDefault(id.Day) is { Revoked: false } ready && ready.ValidUntil >= happened.Act.RecordedAt
        && (id.Day == 1 || chain.ToleranceDecision!.ValidUntil >= happened.Act.RecordedAt);

    private static bool Scanned(ChainState chain, DoseBagId bag, Happened happened) =>
        happened.Act.Scans.Any(scan => scan.Identifier == $"{chain.Patient}/{chain.BandInstance}")
        && happened.Act.Scans.Any(scan => scan.Identifier == bag.ToString());
}
