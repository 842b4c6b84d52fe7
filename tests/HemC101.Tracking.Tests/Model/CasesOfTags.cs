using System.Collections.Immutable;
using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Tests.Steps;

namespace HemC101.Tracking.Tests.Model;

/// <summary>RFID tags, which the model's own study does not use.</summary>
internal static class CasesOfTags
{
    public static IReadOnlyList<Case> All { get; } =
    [
        Case.At("bag.tag-dead", "signature-missing 0 signatures", "bag.reserve", "1", new("unsigned", attempt => attempt.By()), Tagged),
        Case.At("bag.tag-dead", "role-missing", "bag.reserve", "1", new("by administrators", attempt => attempt.By(Crew.Of(Role.Administrator, 1), Crew.Of(Role.Administrator, 2))), Tagged),
        Case.At("bag.tag-dead", "scan-missing without bag", "bag.reserve", "1", new("without bag", attempt => attempt.Without("bag")), Tagged),
        Case.At("bag.tag-dead", "tag-not-there", "bag.reserve", "1", new("of the cassette", attempt => attempt.With("where", nameof(Carrier.Cassette))), Tagged),
        Case.At("batch.no-tags", "no-tags-wanted", "split.fill-day1", "", Input.Good, (chain, _) => chain),
        Case.At("bag.freeze", "cassette-unlabelled", "bag.freeze", "1", Input.Good, Unlabelled),
    ];

    private static ChainState Unlabelled(ChainState chain, DateTimeOffset _) => chain with
    {
        Prints = chain.Prints.ToImmutableDictionary(print => print.Key, print => print.Value.Carrier == Carrier.Cassette ? print.Value with { State = PrintState.Printed } : print.Value),
    };

    private static ChainState Tagged(ChainState chain, DateTimeOffset _) => chain with
    {
        Bags = [.. chain.Bags.Select(bag => bag with { Tags = [new BagTag(Carrier.PrimaryBag, Symbols.Tag($"{bag.Id}"))] })],
    };
}
