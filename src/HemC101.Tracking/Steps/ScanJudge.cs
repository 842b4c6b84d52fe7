using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Steps;

/// <summary>Judges one scan against one demand.</summary>
internal static class ScanJudge
{
    public static ScanVerdict Judge(ScanDemand demand, Facts facts, ScannedCode code, HouseThing? known) => demand.Wanted switch
    {
        Wanted.Band => code is WristbandCode band ? Band(demand, facts, band) : Other(demand, code, known),
        Wanted.CollectionBag => Label(demand, facts, code, demand.Expect?.Invoke(facts) ?? facts.Collection?.Present.First(), CollectionBagOf),
        Wanted.ProcessContainer => Label(demand, facts, code, facts.Batch?.Number.ToString(), container => container.Batch?.ToString()),
        Wanted.DoseBag => Label(demand, facts, code, DoseBagWanted(demand, facts), BagOf),
        Wanted.RfidTag => Tag(demand, facts, code),
        Wanted.LabelAround => Around(demand, facts, code, facts.Print?.Of, print => print.Serial == facts.Print?.Serial),
        Wanted.Tag => Around(demand, facts, code, demand.Expect?.Invoke(facts), print => print.Carrier == Carrier.Tag && print.Of == demand.Expect?.Invoke(facts)),
        Wanted.FallbackSet => FallbackJudge.Judge(demand, facts, code),
        Wanted.Location => House(demand, facts, code, known, HouseKind.Location),
        Wanted.Equipment => House(demand, facts, code, known, HouseKind.Equipment),
        Wanted.Material => House(demand, facts, code, known, HouseKind.MaterialLot),
        Wanted.TransportBox => House(demand, facts, code, known, HouseKind.TransportBox),
        Wanted.Seal => House(demand, facts, code, known, HouseKind.Seal),
        _ => throw new InvalidOperationException($"Unexpected wanted {demand.Wanted}."),
    };

    /// <summary>The identifier a person would read aloud.</summary>
    /// <returns>Null for a code about a person that is not the participant's own band.</returns>
    public static string? Identifier(ScannedCode code, HouseThing? known) => code switch
    {
        WristbandCode band => $"{band.Patient}/{band.Instance}",
        ContainerCode container => BagOf(container) ?? CollectionBagOf(container) ?? container.Batch?.ToString() ?? container.Coi?.ToString() ?? "?",
        DonationCode donation => donation.Donation.ToString(),
        StaffCode staff => staff.Staff.ToString(),
        HouseCode house => house.Id.ToString(),
        SupplierCode supplier => known?.Id.ToString() ?? $"{supplier.Gtin}/{supplier.Lot}",
        CoiCode coi => coi.Coi.ToString(),
        RfidCode tag => tag.Tag.ToString(),
        OtherCode other => other.Identifier,
        _ => throw new InvalidOperationException($"Unexpected code {code}."),
    };

    /// <returns>Null for a collection bag or batch container: only a divided product is a dose bag.</returns>
    internal static string? BagOf(ContainerCode container) =>
        container is { Donation: { } donation, Product: { } product } && DoseBagId.TryParse($"{donation}{product}", out var bag)
            ? bag.ToString()
            : null;

    private static string? CollectionBagOf(ContainerCode container) =>
        container.Donation is { } donation ? CollectionBagId.Of(donation, container.Flags?.ToString() == "02" ? 2 : 1).ToString() : null;

    private static string? DoseBagWanted(ScanDemand demand, Facts facts) => demand.Expect?.Invoke(facts) ?? facts.Bag?.Id.ToString();

    private static ScanVerdict Band(ScanDemand demand, Facts facts, WristbandCode band)
    {
        var got = $"{band.Patient}/{band.Instance}";
        var expected = $"{facts.Chain.Patient}/{facts.Chain.BandInstance}";
        if (band.Patient != facts.Chain.Patient)
        {
            return new(Verdict.Mismatch, ScanSentences.AnotherBand, demand.Key, got, expected);
        }

        if (band.Instance != facts.Chain.BandInstance)
        {
            return new(Verdict.VoidPrint, ScanSentences.OldBand, demand.Key, got, expected);
        }

        return facts.Chain.IsBandBound || demand.IsFresh(facts)
            ? new(Verdict.Accepted, demand.Prompt, demand.Key, got, Serial: demand.IsFresh(facts) ? FreshBand(facts) : null)
            : new(Verdict.NotDue, ScanSentences.BandNotBound, demand.Key, got, expected);
    }

    private static PrintSerial? FreshBand(Facts facts) =>
        facts.Chain.Prints.Values.FirstOrDefault(print => print is { Carrier: Carrier.Band, State: PrintState.Printed })?.Serial;

    private static ScanVerdict Label(
        ScanDemand demand, Facts facts, ScannedCode code, string? expected, Func<ContainerCode, string?> identify)
    {
        if (code is ContainerCode { Coi: { } owner } && owner != facts.Chain.Coi)
        {
            return new(Verdict.Mismatch, ScanSentences.AnotherParticipant, demand.Key, Identifier(code, null), expected);
        }

        if (code is ContainerCode { Serial: { } number } && facts.Chain.Sheets.ContainsKey(number))
        {
            return new(Verdict.WrongKind, ScanSentences.NotTheBagItself, demand.Key, number.ToString(), expected, number);
        }

        if (code is ContainerCode other && (other.Flags?.IsNoBag == true || (identify(other) is null && PrintOf(facts, other) is { Carrier: not Carrier.PrimaryBag })))
        {
            return new(Verdict.WrongKind, ScanSentences.NotTheBagItself, demand.Key, Identifier(code, null), expected, other.Serial);
        }

        if (code is not ContainerCode container || identify(container) is not { } got)
        {
            return code is DonationCode ? new(Verdict.WrongKind, ScanSentences.NeedsDataMatrix, demand.Key, Identifier(code, null)) : Other(demand, code, null);
        }

        if (container.Coi is null && PrintOf(facts, container) is null)
        {
            return FallbackJudge.IsUntaken(facts, container) ? new(Verdict.WrongKind, FallbackJudge.TakeItFirst, demand.Key, got, expected)
                : new(Verdict.Mismatch, ScanSentences.AnotherParticipant, demand.Key, got, expected);
        }

        if (demand.Wanted == Wanted.DoseBag && expected is not null && got != expected)
        {
            return new(Verdict.WrongDay, ScanSentences.WrongDay(DayOf(got, facts)), demand.Key, got, expected);
        }

        if (demand.Wanted != Wanted.DoseBag && (got != expected || BagOf(container) is not null && demand.Wanted == Wanted.ProcessContainer))
        {
            return new(Verdict.WrongKind, ScanSentences.OtherThingOfChain(demand), demand.Key, got, expected);
        }

        return Printed(demand, facts, container, got, expected);
    }

    private static ScanVerdict Printed(ScanDemand demand, Facts facts, ContainerCode container, string got, string? expected)
    {
        if (PrintOf(facts, container) is not { } print || (print.Of != got && print.Carrier == Carrier.PrimaryBag))
        {
            return new(Verdict.VoidPrint, ScanSentences.UnknownPrint, demand.Key, got, expected);
        }

        var serial = print.Serial;
        if (print.State is PrintState.Superseded or PrintState.Destroyed)
        {
            return new(Verdict.VoidPrint, ScanSentences.VoidPrint, demand.Key, got, expected, serial);
        }

        if (print.Carrier != Carrier.PrimaryBag)
        {
            return new(Verdict.WrongKind, ScanSentences.NotTheBagItself, demand.Key, got, expected, serial);
        }

        if (facts.Print is { } own && own.Serial != serial)
        {
            return new(Verdict.WrongKind, demand.Prompt, demand.Key, got, expected, serial);
        }

        return print.State == PrintState.Applied || (demand.IsFresh(facts) && IsPutOnHere(facts, print))
            ? new(Verdict.Accepted, demand.Prompt, demand.Key, got, Serial: serial)
            : new(Verdict.NotDue, facts.Chain.AppliedBefore(print) is null ? ScanSentences.NotAppliedYet : ScanSentences.ReprintWaits, demand.Key, got, expected, serial);
    }

    /// <summary>In the place of a label that is on the thing a new one comes by a step of its own, at which the old one goes.</summary>
    private static bool IsPutOnHere(Facts facts, Print print) => facts.Print is not null || facts.Chain.AppliedBefore(print) is null;

    private static Print? PrintOf(Facts facts, ContainerCode code) => code.Serial is { } serial ? facts.Chain.Prints.GetValueOrDefault(serial) : null;

    /// <summary>The one print that is wanted, on what it was printed for.</summary>
    private static ScanVerdict Around(ScanDemand demand, Facts facts, ScannedCode code, string? expected, Func<Print, bool> isWanted)
    {
        if (code is not ContainerCode container)
        {
            return Other(demand, code, null);
        }

        var got = Identifier(code, null);
        if (container.Coi is { } owner && owner != facts.Chain.Coi)
        {
            return new(Verdict.Mismatch, ScanSentences.AnotherParticipantsLabel, demand.Key, got, expected);
        }

        if (PrintOf(facts, container) is not { } print)
        {
            return container.Coi is null && facts.FallbackSet is { State: Fallback.FallbackState.Used } set && set.Donation == container.Donation
                ? new(Verdict.Mismatch, ScanSentences.AnotherParticipantsLabel, demand.Key, got, expected)
                : new(Verdict.VoidPrint, ScanSentences.UnknownPrint, demand.Key, got, expected);
        }

        return print.State is PrintState.Superseded or PrintState.Destroyed ? new(Verdict.VoidPrint, ScanSentences.VoidPrint, demand.Key, got, expected, print.Serial)
            : !isWanted(print) ? new(Verdict.WrongKind, ScanSentences.OtherLabelOfChain(demand), demand.Key, got, expected, print.Serial)
            : new(Verdict.Accepted, demand.Prompt, demand.Key, got, Serial: print.Serial);
    }

    /// <summary>
    /// Two tags lie close together, and a reader may take the other one of the same bag: that is no mismatch. Neither is a stray reading a
    /// word about the pack that it came from: who owns that one is not locked, as they are when a label was scanned.
    /// </summary>
    private static ScanVerdict Tag(ScanDemand demand, Facts facts, ScannedCode code)
    {
        if (code is not RfidCode { Tag: var tag })
        {
            return Other(demand, code, null);
        }

        var (got, expected) = (tag.ToString(), demand.Expect?.Invoke(facts));
        return demand.Empty
            ? facts.TakenTags.Contains(tag) || facts.Chain.Bags.Exists(bag => bag.Has(tag))
                ? new(Verdict.Held, ScanSentences.TagTaken, demand.Key, got)
                : new(Verdict.Accepted, demand.Prompt, demand.Key, got)
            : got == expected ? new(Verdict.Accepted, demand.Prompt, demand.Key, got)
            : facts.Bag?.Has(tag) == true ? new(Verdict.WrongKind, ScanSentences.OtherTagOfTheBag(demand), demand.Key, got, expected)
            : new(Verdict.Mismatch, ScanSentences.AnotherTag, demand.Key, got, expected);
    }

    private static int? DayOf(string bag, Facts facts) => DoseBagId.TryParse(bag, out var id) ? facts.Chain.Find(id)?.Day ?? id.Day : null;

    private static ScanVerdict House(ScanDemand demand, Facts facts, ScannedCode code, HouseThing? known, HouseKind kind)
    {
        if (code is not (HouseCode or SupplierCode) || (code is HouseCode { Id.Kind: var scanned } && scanned != kind))
        {
            return Other(demand, code, known);
        }

        var got = Identifier(code, known);
        if (known is null)
        {
            return new(Verdict.NotDue, ScanSentences.NotRegistered, demand.Key, got);
        }

        if (known.Material != demand.Material)
        {
            return Other(demand, code, known);
        }

        if (demand.Expect?.Invoke(facts) is { } expected && expected != known.Id.ToString())
        {
            var sentence = kind == HouseKind.Location ? ScanSentences.AnotherPosition(expected) : ScanSentences.NotTheOne(demand);
            return new(Verdict.WrongKind, sentence, demand.Key, got, expected);
        }

        if (known.Status != HouseStatus.Released)
        {
            return new(Verdict.Held, ScanSentences.NotReleased(known), demand.Key, got);
        }

        if (known.ExpiresOn is { } last && MoscowTime.DayOf(facts.Now) > last)
        {
            return new(Verdict.Expired, ScanSentences.LotExpired(last), demand.Key, got);
        }

        if (demand.Empty && (known.OccupiedBy is not null || facts.Chain.Bags.Any(bag => bag.Position == known.Id)))
        {
            return new(Verdict.Held, kind == HouseKind.Seal ? ScanSentences.SealUsed : ScanSentences.PositionTaken, demand.Key, got);
        }

        return demand.Exclusive && known.OccupiedBy is { } other && other != facts.Chain.Coi
            ? new(Verdict.Held, ScanSentences.Occupied, demand.Key, got)
            : new(Verdict.Accepted, demand.Prompt, demand.Key, got, House: known.Id);
    }

    private static ScanVerdict Other(ScanDemand demand, ScannedCode code, HouseThing? known) =>
        new(Verdict.WrongKind, demand.Prompt, demand.Key, Identifier(code, known));
}
