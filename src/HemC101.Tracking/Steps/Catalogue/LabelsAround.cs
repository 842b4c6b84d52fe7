using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Steps.Catalogue;

/// <summary>What is labelled besides the thing itself, where the step needs it.</summary>
internal static class LabelsAround
{
    /// <summary>
    /// Asked before the freezer: afterwards nothing is stuck on the cassette. Cells do not wait for a printer: a label that two people have
    /// recorded as destroyed, because it never came out, is waited for no longer.
    /// </summary>
    public static readonly Gate CassetteLabelled = new(
        "cassette-unlabelled", "Этикетка кассеты напечатана, но не считана на кассете. Наклейте её сейчас («Этикетки», «Наклеить») и считайте; испорченную перепечатайте. Принтер не печатает, а ждать нельзя – вдвоём запишите её как уничтоженную («Не вышла из принтера») и сообщите об отклонении.",
        "The cassette's label was printed and not scanned back on the cassette. Put it on now (Labels, Apply) and scan it; reprint a spoilt one. If the printer fails and the cells cannot wait, two people record it as destroyed (did not come out of the printer) and report a deviation.",
        facts => !OfTheCassette(facts).Any(print => print.State == PrintState.Printed && facts.Chain.AppliedBefore(print) is null));

    /// <summary>On the outside of the sealed box, for the hands that carry it.</summary>
    public static IReadOnlyList<LabelOrder> OfTheBox(Facts facts) =>
        (facts.Bag?.Id.ToString() ?? facts.Collection?.Donation.ToString()) is { } inside ? [new(LabelKind.TransportContainer, Carrier.Box, inside)] : [];

    public static IReadOnlyList<LabelOrder> OfTheSamples(Facts facts) =>
        facts.Batch is { } batch && Targets.Unit(facts) is { } unit && batch.Process.Unit(unit.Code).EndsFormulated
            ? [Sample(batch, LabelKind.TestTube), Sample(batch, LabelKind.SterilityTube), Sample(batch, LabelKind.RetentionSample), Sample(batch, LabelKind.RetentionSample, Carrier.Tag)]
            : [];

    /// <summary>Before the freezer: nothing is stuck on anything that is frozen.</summary>
    public static IReadOnlyList<LabelOrder> OfTheCassettes(Facts facts) =>
    [
        .. from bag in facts.Chain.Bags
           where bag.Batch == facts.Batch?.Number
           from kind in facts.Batch?.State == BatchState.SuppliedOutOfSpecification
               ? new[] { CassetteOf(bag), LabelKind.OutOfSpecification }
               : [CassetteOf(bag)]
           select new LabelOrder(kind, Carrier.Cassette, bag.Id.ToString()),
    ];

    /// <summary>Of bags that are frozen already it is a tag, since nothing is stuck on their cassettes any more.</summary>
    public static IReadOnlyList<LabelOrder> OfTheSupply(Facts facts) =>
    [
        .. from bag in facts.Chain.Bags
           where bag.Batch == facts.Batch?.Number && !bag.HasEndedUninfused
           select new LabelOrder(LabelKind.OutOfSpecification, bag.Frozen ? Carrier.Tag : Carrier.Cassette, bag.Id.ToString()),
    ];

    public static IReadOnlyList<LabelOrder> OfTheNewDay(Facts facts) =>
        facts.Bag is { } bag ? [new(LabelKind.CassetteRedesignated, Carrier.Cassette, bag.Id.ToString())] : [];

    public static IReadOnlyList<LabelOrder> OfTheThawedBag(Facts facts) =>
        facts.Bag is { } bag ? [new(LabelKind.PostThaw, Carrier.Overwrap, bag.Id.ToString())] : [];

    /// <param name="facts">Where it is.</param>
    /// <param name="kind">What it says.</param>
    /// <param name="of">Null for the whole chain: whatever of it is at hand, the bags once they are filled.</param>
    public static IReadOnlyList<LabelOrder> Stickers(Facts facts, LabelKind kind, string? of)
    {
        var chain = facts.Chain;
        var bags = chain.Bags.Where(bag => !bag.IsTerminal && (of is null || of == bag.Batch.ToString())).Select(bag => bag.Id.ToString()).ToList();
        IReadOnlyList<string> things = bags.Count > 0 ? bags
            : of is not null ? [of]
            : chain.CurrentBatch is { } batch ? [$"{batch.Number}"]
            : [.. chain.CurrentCollection?.Present ?? []];
        return [.. things.Select(thing => new LabelOrder(kind, Carrier.Sticker, thing))];
    }

    private static LabelOrder Sample(Batch batch, LabelKind kind, Carrier carrier = Carrier.Tube) => new(kind, carrier, batch.Number.ToString());

    private static IEnumerable<Print> OfTheCassette(Facts facts) =>
        facts.Chain.Prints.Values.Where(print => print.Carrier == Carrier.Cassette && print.Of == facts.Bag?.Id.ToString());

    private static LabelKind CassetteOf(DoseBag bag) => bag.Id.Day == 1 ? LabelKind.CassetteDay1 : LabelKind.CassetteDay2;
}
