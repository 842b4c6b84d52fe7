using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Chain;

/// <summary>What becomes of a label that was made before a correction of name or birth date.</summary>
public enum LabelFate
{
    /// <summary>Quality assurance has not decided.</summary>
    Undecided,

    /// <summary>Stays where it is, valid.</summary>
    Stays,

    /// <summary>To be printed again.</summary>
    Reprint,

    /// <summary>To be printed again, and cannot: nothing is stuck on a frozen bag or its cassette.</summary>
    Frozen,

    /// <summary>A wristband, to be replaced.</summary>
    ReplaceBand,

    /// <summary>Replaced or destroyed since.</summary>
    Gone,
}

public static class LabelFates
{
    public static LabelFate Of(ChainState chain, IdentityChange change, Print print)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(print);
        return print switch
        {
            { Kind: LabelKind.Wristband } => chain.BandInstance == change.Band ? LabelFate.ReplaceBand : LabelFate.Gone,
            { State: PrintState.Superseded or PrintState.Destroyed } => LabelFate.Gone,
            _ => change.Relabel switch
            {
                null => LabelFate.Undecided,
                false => LabelFate.Stays,
                true => IsFrozen(chain, print) ? LabelFate.Frozen : LabelFate.Reprint,
            },
        };
    }

    private static bool IsFrozen(ChainState chain, Print print) =>
        print.Carrier is Carrier.PrimaryBag or Carrier.Cassette && DoseBagId.TryParse(print.Of, out var bag) && chain.Find(bag) is { Frozen: true };

    public static Text NameOf(LabelFate fate) => fate switch
    {
        LabelFate.Undecided => new("действительна, ждёт решения ОК", "valid, waits for QA's decision"),
        LabelFate.Stays => new("действительна, остаётся", "valid, stays"),
        LabelFate.Reprint => new("перепечатать", "to be reprinted"),
        LabelFate.Frozen => new("на замороженном пакете: действительна, не меняется", "on a frozen bag: valid, not replaced"),
        LabelFate.ReplaceBand => new("заменить браслет", "replace the wristband"),
        LabelFate.Gone => new("заменена или уничтожена", "replaced or destroyed"),
    };
}
