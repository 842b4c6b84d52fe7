using System.Globalization;

namespace HemC101.Tracking.Ledger.Seals;

public enum SealFlaw
{
    /// <summary>It is not the text of a seal, or not of this many entries.</summary>
    Unreadable,

    /// <summary>By a key that nobody has shown.</summary>
    UnknownKey,

    WrongSignature,

    /// <summary>It does not continue the seal before it.</summary>
    OutOfLine,

    /// <summary>The ledger's entries are not those that were sealed, although their own hashes may agree.</summary>
    OtherEntries,

    /// <summary>It covers entries that the ledger no longer has.</summary>
    CutOff,
}

/// <summary>The first seal that does not fit.</summary>
/// <param name="Entries">How many entries it covers.</param>
/// <param name="SoundUpTo">Entries covered by the last seal that fits; what is wrong stands behind them.</param>
/// <param name="Flaw">What is wrong.</param>
public sealed record BrokenSeal(long Entries, long SoundUpTo, SealFlaw Flaw)
{
    public Text Text => Template.With(Number(Entries), Number(SoundUpTo + 1));

    private Text Template => Flaw switch
    {
        SealFlaw.Unreadable => new("Печать над {0} записями изменена: её текст не читается.", "The seal over {0} entries was changed: its text cannot be read."),
        SealFlaw.UnknownKey => new("Печать над {0} записями сделана неизвестным ключом.", "The seal over {0} entries was made with an unknown key."),
        SealFlaw.WrongSignature => new("Подпись печати над {0} записями неверна.", "The signature of the seal over {0} entries is wrong."),
        SealFlaw.OutOfLine => new("Печать над {0} записями не продолжает предыдущую.", "The seal over {0} entries does not continue the one before."),
        SealFlaw.OtherEntries => new("Записи {1}–{0} не те, что были опечатаны.", "Entries {1} to {0} are not those that were sealed."),
        SealFlaw.CutOff => new("Опечатано {0} записей, в журнале их меньше: конец журнала удалён.", "{0} entries were sealed and the ledger has fewer: its end was cut off."),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
