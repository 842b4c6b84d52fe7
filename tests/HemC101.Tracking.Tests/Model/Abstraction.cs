using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Model;

/// <summary>
/// What of a chain decides about its future, as one line: two chains of one line are taken for one state. Numbers, people, serials and
/// hours are left out; every clock is asked whether it still runs. What has become irrelevant (the readiness for a dose that is in, a hold over
/// a bag that is gone) is left out, too.
/// </summary>
internal static class Abstraction
{
    public static string Of(Place place)
    {
        var chain = place.Chain;
        string[] parts = IsOver(chain)
            ? [$"{chain.Product}", Collection(place), $"{chain.CurrentBatch?.State}", .. chain.Bags.Select(bag => Gone(bag) ?? State(bag)), FollowUp(place), Acts(place)]
            :
            [
                $"{chain.Product}", chain.IsBandBound ? "" : "unbound", Collection(place), Batch(place), .. chain.Bags.Select(bag => Bag(bag, place)),
                Holds(chain), Clocks(place), FollowUp(place), Acts(place),
            ];
        return string.Join('|', parts);
    }

    public static bool IsOver(ChainState chain) => chain.Product is ProductState.Completed or ProductState.Discontinued;

    /// <summary>What became of the participant afterwards decides nothing.</summary>
    private static string FollowUp(Place place) => place.Chain is { FollowUp: not null } ? "handed over" : place.Chain.Product != ProductState.Rejected && IsDay28(place) ? "day 28" : "";

    private static bool IsDay28(Place place) =>
        place.Chain.FirstInfusedOn is { } first && MoscowTime.DayOf(place.Now) >= first.AddDays(Place.Settings.HandOverDay - 1);

    /// <summary>Only of what is over, and not handed over yet.</summary>
    public static bool AwaitsDay28(Place place) =>
        place.Chain is { FollowUp: null, Product: not ProductState.Discontinued, FirstInfusedOn: not null } && !IsDay28(place);

    private static string Collection(Place place) => place.Chain.CurrentCollection is not { } collection ? "no collection"
        : collection.State is CollectionState.Used or CollectionState.Aborted or CollectionState.Rejected ? $"{collection.State}{(collection is { State: CollectionState.Used, Bags: 2, Missing: null } && place.Chain.CurrentBatch is { Plan: null, State: BatchState.InProcess } ? " two" : "")}"
        : $"{collection.State}{Bags(place.Chain, collection)}{(collection is { State: CollectionState.Collected, DisconnectedAt: not null } ? " parted" : "")}{(collection.Strayed ? " strayed" : "")}{(collection.Lost ? " lost" : "")} {Label(place.Chain, collection.Donation.ToString())}{Before(place, collection.EndedAt?.AddHours(Place.Settings.FreshApheresisHoldHours))}";

    private static string Bags(ChainState chain, Collection collection) => collection.Bags == 1 ? ""
        : $" two{(collection.Missing is null ? "" : " but one")} {Label(chain, $"{CollectionBagId.Of(collection.Donation, 2)}")}";

    /// <summary>Conditionally or finally: the ward's gates ask whether it is released, and whether a test has failed.</summary>
    private static string Batch(Place place) => place.Chain.CurrentBatch is not { } batch ? "no batch"
        : batch is { IsSplit: true, SplitTiming: SplitTiming.AfterRelease } or { IsSplit: true, IsReleased: true } ? $"{(batch.IsReleased ? "released" : batch.State)} {(batch.HasFailedTest ? "failed" : "")} {(batch.BagsConfirmed ? "confirmed" : "")}"
        : string.Join(
            ' ',
            batch.State,
            batch.IsSplit ? "filled" : "",
            $"{batch.CurrentUnit?.Code}{batch.CurrentUnit?.State}",
            batch.StagePasses(1) ? "1" : "",
            batch.StagePasses(2) ? "2" : "",
            batch.HasFailedTest ? "failed" : "",
            batch.Exception is { } asked && asked.Covers(batch) ? $"asked {asked.IsRiskAcceptable} {asked.IsAccepted} {asked.IsSponsorInformed}" : "",
            batch.Plan is null ? batch.Underdose is null ? "" : "short" : batch.IsSingleDose ? "single" : "planned",
            $"{Before(place, batch.FormulatedAt?.AddHours(Place.Settings.BulkHoldHours))}{Label(place.Chain, batch.Number.ToString())}");

    private static string? Gone(DoseBag bag) => !bag.IsTerminal ? null : bag.WasInfused ? $"infused{(bag.InfusedMl is null ? "?" : "")}" : "gone";

    /// <summary>Damaged, expired and recalled bags wait for the same: to be discarded, or retained.</summary>
    private static string State(DoseBag bag) => IsUnusable(bag) ? $"unusable{(bag.Lost ? " lost" : "")}" : $"{bag.State}";

    private static bool IsUnusable(DoseBag bag) => bag.State is BagState.Damaged or BagState.Expired or BagState.Recalled;

    private static string Bag(DoseBag bag, Place place) => Gone(bag) ?? (IsUnusable(bag) ? State(bag) : string.Join(
        ' ',
        bag.State,
        bag.State == BagState.Labelled ? $"{bag.Frozen}{bag.CurveAccepted}{Label(place.Chain, bag.Id.ToString())}" : "",
        bag.Locked ? "locked" : "",
        bag.IsRedesignated ? $"as day {bag.Day}{(bag.State == BagState.Stored ? Label(place.Chain, bag.Id.ToString()) : "")}{place.Chain.AwaitsItsLabel(bag)}" : "",
        bag.Lost ? "lost" : "",
        bag.ThawStartedAt is null ? "" : "thawed",
        bag.IsAtBed ? $"{bag.Rounds.Count}{bag.VoidedRounds.IsEmpty}" : "",
        bag.IsAtBed ? Before(place, bag.PostThawExpiresAt) : "",
        bag.State == BagState.Thawed ? Before(place, bag.FirstRoundAt?.AddMinutes(Place.Settings.BedsidePairMinutes)) : "",
        bag.State == BagState.Verified ? Before(place, bag.StartBefore) : "",
        bag.State == BagState.InTransit ? Before(place, bag.DepartedAt?.AddMinutes(bag.MaxTransportMinutes ?? 0)) : "",
        bag.State is BagState.Infusing or BagState.Paused ? "" : Before(place, bag.ExpiresAt)));

    private static string Holds(ChainState chain) => string.Join(
        ' ',
        from hold in chain.Holds
        where !chain.Bags.Any(bag => bag.IsTerminal && bag.Id.ToString() == hold.Of)
        let over = hold.Of is null ? "chain" : chain.Bags.Find(bag => bag.Id.ToString() == hold.Of) is { } bag ? $"day {bag.Day}" : "batch"
        select $"hold {over}{(hold.StopsManufacture ? " and manufacture" : "")}");

    private static string Clocks(Place place)
    {
        var chain = place.Chain;
        var open = chain.Bags.Where(bag => !bag.IsTerminal && !IsUnusable(bag)).ToList();
        if (open.Count == 0 || chain.Product is not (ProductState.Split or ProductState.Released) || chain.CurrentBatch is { HasFailedTest: true })
        {
            return "";
        }

        var ahead = open.Exists(bag => !bag.IsBeyondThawStart);
        return string.Join(
            ' ',
            chain.LymphodepletionStartedAt is null ? "" : "depleting",
            ahead ? Window(place, chain.LymphodepletionLastDoseAt?.AddDays(Place.Settings.LymphodepletionMinDays), chain.LymphodepletionLastDoseAt?.AddDays(Place.Settings.LymphodepletionMaxDays)) : "",
            string.Join(' ', open.Select(bag => Ready(place, bag))),
            chain.IsDoseDone(1) && open.Exists(bag => bag.Day == 2)
                ? $"{chain.ToleranceDecision?.Decided}{(ahead ? Before(place, chain.ToleranceDecision?.ValidUntil) + Window(place, chain.InfusionStart(1)?.AddHours(Place.Settings.DoseIntervalMinHours), chain.InfusionStart(1)?.AddHours(Place.Settings.DoseIntervalMaxHours)) : "")}"
                : "");
    }

    private static string Ready(Place place, DoseBag bag) => place.Chain.Readiness.GetValueOrDefault(bag.Day) is not { } ready ? "-"
        : ready.Revoked ? "revoked"
        : bag.IsBeyondThawStart ? Before(place, ready.CulturesCheckedAt.AddHours(Place.Settings.CultureLookBackHours))
        : Before(place, ready.ValidUntil);

    private static string Acts(Place place) => string.Join(
        ' ', place.Chain.SafetyActs.Select(act => act.IsDisputed ? "disputed" : $"act{Before(place, act.At + SafetyActs.Patience)}"));

    private static string Label(ChainState chain, string of) => string.Join(
        ',', chain.Prints.Values.Where(print => print.Of == of && print.Carrier == Carrier.PrimaryBag && print.State is PrintState.Printed or PrintState.Applied)
            .Select(print => print.State).Order());

    private static string Before(Place place, DateTimeOffset? limit) => limit is null ? "-" : place.Now <= limit ? "+" : "!";

    private static string Window(Place place, DateTimeOffset? from, DateTimeOffset? until) => from is null ? "-" : place.Now < from ? "early" : place.Now <= until ? "in" : "late";
}
