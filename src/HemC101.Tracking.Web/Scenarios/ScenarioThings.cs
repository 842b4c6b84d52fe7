using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Scenarios;

/// <param name="Identifier">As a target names it.</param>
/// <param name="Raw">What a scanner reads from it; empty where nothing is to be scanned.</param>
/// <param name="Typed">What a person types from it; null for what has no form that could be typed.</param>
/// <param name="Serial">The print on which it stands; null for what is no print of a chain.</param>
internal sealed record ScenarioThing(string Identifier, string Raw, string? Typed = null, PrintSerial? Serial = null);

/// <summary>Binds the names of a line to what was issued by then.</summary>
/// <param name="facts">Of the line's step: its own box, seal and position.</param>
internal sealed class ScenarioThings(ScenarioWorld world, ScenarioLine line, Facts? facts)
{
    private const string Kinds =
        "coi, wristband, previous-band, collection, second-bag, batch, bag:day1, bag:day2, box, seal, position, box:1, seal:1, position:1, room, "
        + "apheresis-device:1, processor:1, freezer:1, thawer:1, lot:vector, lot:vector:2, badge:smirnova, half, fallback:1, deviation:1, record:bag.freeze@run";

    /// <exception cref="ScenarioFaultException">There is no such thing, or not yet.</exception>
    public async Task<ScenarioThing> GetAsync(string text, CancellationToken ct)
    {
        if (ScenarioName.TryParse(text) is not { } name)
        {
            return ScenarioName.IsMeant(text) ? throw Unknown(text) : new(text, text, text);
        }

        return ScenarioHouse.Find(name) is { } id ? House(id)
            : name.Kind is "box" or "seal" or "position" ? House(Own(name.Kind) ?? throw NotYet(text))
            : name.Kind == "fallback" ? await ScenarioFallback.FindAsync(world, name.Which, name.On, ct) ?? throw NotYet(text)
            : name.Kind == "badge" ? await BadgeAsync(text, name.Which, ct)
            : await OfChainAsync(text, name, ct);
    }

    private async Task<ScenarioThing> OfChainAsync(string text, ScenarioName name, CancellationToken ct)
    {
        var who = name.Who ?? line.Participant;
        if (world.Participants.GetValueOrDefault(who) is not { } participant)
        {
            throw NotYet(text);
        }

        var chain = await world.ChainAsync(participant.Coi, ct);
        return (name.Kind, name.Which) switch
        {
            ("coi", "") => new(chain.Coi.ToString(), IsbtWriter.Single(new CoiValue(chain.Coi)), chain.Coi.WithCheck),
            ("wristband", "") => Band(chain, chain.BandInstance),
            ("previous-band", "") => Band(chain, chain.BandInstance > 1 ? chain.BandInstance - 1 : throw NotYet(text)),
            ("collection", _) => await LabelAsync(text, chain, At(chain.Collections, name.Which)?.Donation.ToString(), name.On, ct),
            ("second-bag", "") => await LabelAsync(text, chain, chain.CurrentCollection is { } taken ? $"{CollectionBagId.Of(taken.Donation, 2)}" : null, name.On, ct),
            ("batch", _) => await LabelAsync(text, chain, At(chain.Batches, name.Which)?.Number.ToString(), name.On, ct),
            ("bag", "day1") => await BagAsync(text, chain, 1, name, ct),
            ("bag", "day2") => await BagAsync(text, chain, 2, name, ct),
            ("half", "") => chain.FirstChecks.LastOrDefault() is { } half ? Plain(half.Version.ToString(CultureInfo.InvariantCulture)) : throw NotYet(text),
            ("deviation", _) => Plain((At(chain.Deviations, name.Which) ?? throw NotYet(text)).Number.ToString(CultureInfo.InvariantCulture)),
            ("record", _) => Plain((RecordOf(chain, name) ?? throw NotYet(text)).Target),
            _ => throw Unknown(text),
        };
    }

    private static ScenarioThing Plain(string identifier) => new(identifier, identifier);

    /// <summary>The field as the step recorded it last.</summary>
    private static Recorded? RecordOf(ChainState chain, ScenarioName name) =>
        (from entry in chain.Past
         where entry.Act.StepId == name.Which
         from recorded in Recorded.Of(chain, entry)
         where recorded.Field?.Name == name.On
         select recorded).LastOrDefault();

    private static ScenarioThing Band(ChainState chain, int instance) => new(
        chain.Patient.ToString(),
        BarcodeWriter.Wristband(chain.Patient, instance),
        Serial: chain.Prints.Values.FirstOrDefault(print => print.Carrier == Carrier.Band && print.State is (PrintState.Printed or PrintState.Applied))?.Serial);

    /// <param name="which">From 1; empty for the last.</param>
    private static T? At<T>(IReadOnlyList<T> all, string which)
        where T : class
    {
        var at = which.Length == 0 ? all.Count : int.TryParse(which, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return at >= 1 && at <= all.Count ? all[at - 1] : null;
    }

    /// <summary>A bag is there once it is filled; its label a moment before.</summary>
    private async Task<ScenarioThing> BagAsync(string text, ChainState chain, int day, ScenarioName name, CancellationToken ct)
    {
        var kind = day == 1 ? LabelKind.DoseBagDay1 : LabelKind.DoseBagDay2;
        var of = chain.BagsOf(day).LastOrDefault()?.Id.ToString() ?? chain.Prints.Values.FirstOrDefault(print => print.Kind == kind)?.Of;
        return name.On == "forged"
            ? Forged(text, chain, of is null ? null : DoseBagId.Parse(of), day)
            : await LabelAsync(text, chain, of, name.On, ct);
    }

    /// <summary>A label with everything right on it that was never printed here.</summary>
    private ScenarioThing Forged(string text, ChainState chain, DoseBagId? known, int day)
    {
        if (chain.CurrentBatch is not { } batch)
        {
            throw NotYet(text);
        }

        var code = ProductCode.Parse($"{new StudySettings().DoseProductCode}1{(day == 1 ? "A0" : "B0")}");
        var bag = known ?? DoseBagId.Of(batch.Donation, code);
        var expires = batch.BagsExpireAt ?? world.Clock.GetUtcNow().AddDays(1);
        return new(bag.ToString(), BarcodeWriter.DoseBag(bag, expires, chain.Coi, batch.Number, PrintSerial.Issue(999_999_999)));
    }

    private async Task<ScenarioThing> LabelAsync(string text, ChainState chain, string? of, string on, CancellationToken ct)
    {
        var prints = chain.Prints.Values.Where(print => print.Of == of).OrderBy(print => print.Serial.ToString(), StringComparer.Ordinal).ToList();
        var print = on switch
        {
            "" => prints.FindLast(print => print is { Carrier: Carrier.PrimaryBag, State: PrintState.Printed or PrintState.Applied }),
            "applied" => prints.FindLast(print => print is { Carrier: Carrier.PrimaryBag, State: PrintState.Applied }),
            "old" => prints.FindLast(print => print is { Carrier: Carrier.PrimaryBag, State: PrintState.Superseded or PrintState.Destroyed }),
            _ => Enum.TryParse<Carrier>(on, ignoreCase: true, out var carrier) ? prints.FindLast(print => print.Carrier == carrier) : throw Unknown(text),
        };
        if (of is null || print is null || await LabelPrints.FindAsync(world.Database, print.Serial, ct) is not { } row)
        {
            throw NotYet(text);
        }

        return new(of, row.Symbol, DonationNumber.TryParse(of, out var donation) ? donation.WithCheck : null, print.Serial);
    }

    private HouseId? Own(string kind) => kind switch
    {
        "box" => facts?.Bag?.Box ?? (facts?.Bag is null ? facts?.Collection?.Box : null),
        "seal" => facts?.Bag?.Seal ?? (facts?.Bag is null ? facts?.Collection?.Seal : null),
        _ => facts?.Bag?.Position,
    };

    private static ScenarioThing House(HouseId id) => new(id.ToString(), BarcodeWriter.House(id), id.WithCheck);

    private async Task<ScenarioThing> BadgeAsync(string text, string user, CancellationToken ct)
    {
        if (!ScenarioCast.IsKnown(user))
        {
            throw Unknown(text);
        }

        var account = await ScenarioCast.GetAsync(world.Database, user, ct);
        return new(account.StaffNo.ToString(), BarcodeWriter.StaffBadge(account.StaffNo, account.BadgeSerial), account.StaffNo.WithCheck);
    }

    private ScenarioFaultException Unknown(string text) => line.Fault(
        $"имя {text} не знакомо. Имена: {Kinds}; перед именем другого участника – «B.», после @ – что несёт этикетку (sheet, tag, old, applied, forged).",
        $"the name {text} is not known. Names: {Kinds}; \"B.\" before it for another participant, after @ what carries the label (sheet, tag, old, applied, forged).");

    private ScenarioFaultException NotYet(string text) => line.Fault(
        $"{text} к этой строке ещё не появилось. Поставьте выше строку, которая это создаёт, или «given».",
        $"{text} is not there yet at this line. Put the line that makes it, or a \"given\", before it.");
}
