using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;

namespace HemC101.Tracking.Chain;

/// <summary>The fold: what each event leaves behind. Pure; refuses only a history that cannot have happened.</summary>
public sealed partial record ChainState
{
    /// <summary>Folds a whole history.</summary>
    /// <returns>Null for a stream without events.</returns>
    public static ChainState? Fold(IEnumerable<Happened> history)
    {
        ChainState? state = null;
        foreach (var happened in history)
        {
            state = state is null ? Open(happened) : state.Apply(happened);
        }

        return state;
    }

    public ChainState Apply(Happened happened) =>
        happened.What is RecordCorrected corrected ? Corrected(corrected, happened) : Next(happened);

    private ChainState Next(Happened happened)
    {
        var state = happened.What is RecordCorrected corrected ? Noted(corrected, happened) : When(happened.What, happened.Act, happened.Version);
        return state.Deviating(happened, this).WithoutStaleChecks() with { Version = happened.Version, Head = happened.Hash, Signed = SignedWith(happened.Act), Past = PastWith(happened) };
    }

    private static ChainState Open(Happened happened) => happened.What is ChainOpened opened
        ? new ChainState
        {
            Coi = opened.Coi,
            Subject = opened.Subject,
            Patient = opened.Patient,
            PersonalDataHash = opened.PersonalDataHash,
            AgeAtConsent = opened.AgeAtConsent,
            ConsentedOn = opened.ConsentedOn,
            WeightKg = opened.WeightKg,
            Version = happened.Version,
            Head = happened.Hash,
            Signed = NamesIn(happened.Act),
            Past = [happened with { Act = happened.Act with { Scans = [] } }],
        }
        : throw new InvalidOperationException($"A chain begins with {nameof(ChainOpened)}, not {happened.What.GetType().Name}.");

    private ChainState When(ChainEvent what, Act act, int version) => what switch
    {
        BandBound => this with { IsBandBound = true },
        BandReplaced replaced => this with { BandInstance = replaced.Instance, IsBandBound = false },
        ChainDiscontinued => On(ProductTrigger.Discontinue),

        LabelPrinted printed => With(printed, version).Labelled(printed.Carrier, printed.Of, act),
        LabelApplied applied => With(applied.Serial, PrintState.Applied).Without(applied.Supersedes).Labelled(Prints[applied.Serial], act),
        LabelDestroyed destroyed => With(destroyed.Serial, PrintState.Destroyed).Labelled(Prints[destroyed.Serial], act),

        SheetIssued sheet => this with
        {
            Sheets = Sheets.Add(sheet.Serial, new Sheet(sheet.Serial, sheet.Kind, sheet.Of, act.RecordedAt, act.By, version)),
        },
        HoldPlaced hold => this with
        {
            Holds = Holds.Add(new Hold(hold.Number, hold.Of, hold.Reason, hold.StopsManufacture, PlacersOf(act)) { Thing = hold.Thing, PlacedAt = act.RecordedAt }),
            HoldsEverPlaced = hold.Number,
        },
        HoldReleased released => this with { Holds = Holds.RemoveAll(hold => hold.Number == released.Number) },
        ThingWithdrawn gone => this with { Recalls = Recalls.RemoveAll(known => known.Thing == gone.Thing).Add(new(gone.Thing, gone.UsedFor, gone.Given)) },
        RecallAssessed assessed => this with { Recalls = [.. Recalls.Select(known => assessed.Things.Contains(known.Thing) ? known with { IsAssessed = true } : known)] },
        ScanRefused => this with { NearMisses = NearMisses + 1 },
        StepRefused => this,
        IdentityMismatched => this with { NearMisses = NearMisses + 1 },

        TherapyCompleted => On(ProductTrigger.Complete),
        DeviationOpened or DeviationClosed => this,
        _ => WhenChecked(what, act, version) ?? WhenCollected(what, act) ?? WhenMade(what, act) ?? WhenSupplied(what, act) ?? WhenStored(what, act) ?? WhenStrayed(what) ?? WhenInfused(what, act) ?? WhenConfirmed(what, act) ?? WhenFollowed(what) ?? WhenIdentified(what, act, version)
            ?? throw new InvalidOperationException($"The fold knows no {what.GetType().Name}."),
    };

    private static IReadOnlyList<StaffNumber> PlacersOf(Act act) =>
        act.Signatures.Count == 0 ? [act.By] : [.. act.Signatures.Select(signature => signature.By)];

    private ChainState With(LabelPrinted printed, int version)
    {
        var print = new Print(printed.Serial, printed.Kind, printed.Carrier, printed.Of, PrintState.Printed) { Version = version };
        var state = this with { Prints = Prints.Add(print.Serial, print) };
        return state.Without(printed.Supersedes).Without(printed.AlsoSupersedes);
    }

    private ChainState Without(PrintSerial? old) => old is { } serial ? With(serial, PrintState.Superseded) : this;

    private ChainState With(PrintSerial serial, PrintState state) =>
        this with { Prints = Prints.SetItem(serial, Prints[serial] with { State = state }) };

    private ChainState On(ProductTrigger trigger) =>
        this with { Product = Transitions.Next(Product, trigger) ?? throw new InvalidOperationException($"Chain {Coi} in {Product} cannot {trigger}.") };

    private ChainState With(DonationNumber donation, Func<Collection, Collection> change)
    {
        var at = Collections.FindIndex(item => item.Donation == donation);
        return this with { Collections = Collections.SetItem(at, change(Collections[at])) };
    }

    private ChainState With(BatchNumber batch, Func<Batch, Batch> change)
    {
        var at = Batches.FindIndex(item => item.Number == batch);
        return this with { Batches = Batches.SetItem(at, change(Batches[at])) };
    }

    private ChainState With(DoseBagId bag, Func<DoseBag, DoseBag> change)
    {
        var at = Bags.FindIndex(item => item.Id == bag);
        return this with { Bags = Bags.SetItem(at, change(Bags[at])) };
    }

    private ChainState With(DoseBagId bag, BagTrigger trigger) => With(bag, item => item.On(trigger));
}
