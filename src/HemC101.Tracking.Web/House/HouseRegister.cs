using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Chains;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.House;

/// <summary>Use cases of the house register. Row, ledger entry and print are one transaction.</summary>
public sealed class HouseRegister(Database database, HouseRecall recall, IHttpContextAccessor accessor, TimeProvider time)
{
    public static string StreamOf(HouseId id) => HouseThings.StreamOf(id);

    /// <summary>The new thing gets its first plate at once.</summary>
    public async Task<HouseOutcome> RegisterAsync(HouseForm form, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        var now = time.GetUtcNow();
        List<Text> reasons = HouseRules.MayRegister(by, form.Kind)
            ? [.. HouseRules.Refusals(form, Clock.DayOf(now))]
            : [HouseReasons.MayNotRegister];
        if (reasons.Count > 0)
        {
            return new HouseOutcome.Refused(reasons);
        }

        await using var uow = await database.BeginAsync(ct);
        var thing = await AddAsync(uow, form, now, ct);
        await HouseJournal.RegisteredAsync(uow, thing, Doer.At(by.Number, accessor.HttpContext), ct);
        await PrintAsync(uow, thing, by, now, ct);
        await uow.CommitAsync(ct);
        return new HouseOutcome.Done(thing);
    }

    /// <param name="proof">Of a moment ago: whose decision it is.</param>
    public async Task<HouseOutcome> MoveAsync(HouseMove move, Authentication.Succeeded proof, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(proof);
        var now = Instants.CutToMilliseconds(time.GetUtcNow());
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await HouseThings.FindAsync(uow, move.Id, ct) is not { } thing)
        {
            return new HouseOutcome.NoSuchThing();
        }

        var reasons = await RefusalsAsync(uow, thing, move, proof.Person, Clock.DayOf(now), ct);
        if (reasons.Count > 0)
        {
            return new HouseOutcome.Refused(reasons);
        }

        if (!await HouseThings.MoveAsync(uow, move.Id, move.From, move.To, ct))
        {
            return new HouseOutcome.Refused([HouseReasons.SomebodyWasFirst]);
        }

        var by = Doer.At(proof.Person.Number, accessor.HttpContext);
        var recalled = HouseRules.Holds(thing.Kind, move) ? await recall.RunAsync(uow, thing.HouseId, by, now, ct) : null;
        var said = new { move.From, move.To, move.Basis, proof.Method, recalled?.Participants, recalled?.Given, recalled?.Holds };
        await HouseJournal.WriteAsync(uow, StreamOf(move.Id), "HouseThingMoved", said, by, now, ct);
        await uow.CommitAsync(ct);
        return new HouseOutcome.Done(thing with { Status = move.To }) { IsTraced = recalled is not null };
    }

    public async Task<HouseOutcome> PrintPlateAsync(HouseId id, Person by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var uow = await database.BeginAsync(ct);
        await EventLedger.HoldAsync(uow, ct);
        if (await HouseThings.FindAsync(uow, id, ct) is not { } thing)
        {
            return new HouseOutcome.NoSuchThing();
        }

        if (!HouseRules.MayRegister(by, thing.Kind))
        {
            return new HouseOutcome.Refused([HouseReasons.MayNotRegister]);
        }

        await PrintAsync(uow, thing, by, time.GetUtcNow(), ct);
        await uow.CommitAsync(ct);
        return new HouseOutcome.Done(thing);
    }

    private async Task PrintAsync(UnitOfWork uow, HouseThingRow thing, Person by, DateTimeOffset now, CancellationToken ct)
    {
        var serial = (await FreshNumbersFor.SerialsAsync(uow, 1, ct))[0];
        var doer = Doer.At(by.Number, accessor.HttpContext);
        await HouseLabels.PlateAsync(uow, thing.HouseId, serial, doer, now, ct);
        await HouseJournal.WriteAsync(uow, StreamOf(thing.HouseId), "PlatePrinted", new { Serial = serial }, doer, now, ct);
    }

    /// <summary>Numbers that were given by hand before are passed over.</summary>
    private static async Task<HouseThingRow> AddAsync(UnitOfWork uow, HouseForm form, DateTimeOffset now, CancellationToken ct)
    {
        HouseThingRow thing;
        do
        {
            thing = new HouseThingRow
            {
                HouseId = HouseId.Issue(form.Kind, await Numbers.NextAsync(uow, $"house/{form.Kind}", ct)),
                Kind = form.Kind,
                NameRu = form.NameRu,
                NameEn = form.NameEn,
                Status = HouseRules.FirstStatus(form.Kind),
                MaterialKind = form.Material,
                ManufacturerLot = form.ManufacturerLot,
                Gtin = form.Gtin is { } gtin ? HouseRules.Gtin(gtin) : null,
                ExpiresOn = form.ExpiresOn,
                CreatedAt = now,
            };
        }
        while (!await HouseThings.AddAsync(uow, thing, ct));

        return thing;
    }

    private static async Task<List<Text>> RefusalsAsync(
        UnitOfWork uow, HouseThingRow thing, HouseMove move, Person by, DateOnly today, CancellationToken ct)
    {
        if (!HouseRules.MayMove(by, thing.Kind))
        {
            return [HouseReasons.MayNotMove];
        }

        List<Text> reasons = [.. HouseRules.Refusals(thing, move, today)];
        if (move.To == HouseStatus.Retired
            && (thing.OccupiedBy is not null || await ChainRows.FindByPositionAsync(uow, thing.HouseId, ct) is not null))
        {
            reasons.Add(HouseReasons.Occupied);
        }

        return reasons;
    }
}
