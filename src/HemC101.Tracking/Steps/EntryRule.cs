using HemC101.Tracking.Scans;

namespace HemC101.Tracking.Steps;

/// <summary>
/// Which way of entry is good enough. What is typed needs its check character, a second person and a reason. Nothing is typed in a round
/// at the bed: each nurse signs it alone, and neither band nor bag has a form that could be typed. A label that cannot be scanned there
/// is printed and applied anew.
/// </summary>
public static class EntryRule
{
    private static readonly Text NoPaste = new(
        "Вставлять идентификатор из буфера нельзя. Отсканируйте код на самом предмете.",
        "An identifier may not be pasted. Scan the code on the thing itself.");

    private static readonly Refusal Alone = new("typed-alone", new(
        "Ручной ввод здесь запрещён: шаг подтверждает один человек. Отсканируйте код.",
        "Typing is not allowed here: one person alone signs this step. Scan the code."));

    private static readonly Text NoCheck = new(
        "Код введён вручную, без контрольного символа. Отсканируйте его или введите номер вместе с контрольным символом с этикетки.",
        "The code was typed, and without a check character. Scan it, or type the number with the check character that stands on the label.");

    private static readonly Refusal NoReason = new("typed-without-reason", new(
        "Номер введён вручную. Укажите, почему код не отсканирован, и отправьте ещё раз; второй человек подтвердит номер подписью.",
        "The number was typed. Say why the code was not scanned and send it again; a second person will confirm the number by signing."));

    private static readonly Text NoTypedBadge = new(
        "Бейдж введён вручную. Отсканируйте его.", "The badge was typed. Scan it.");

    /// <param name="judged">The verdict on the code, whatever way it came.</param>
    /// <param name="pasteAllowed">True in the demonstration only.</param>
    /// <returns>The same verdict when the way of entry is good enough. A stop stays a stop, unless it was pasted: then nobody holds such a thing.</returns>
    public static ScanVerdict Judge(Step step, ScanVerdict judged, Reading reading, ScanEntry entry, bool pasteAllowed)
    {
        ArgumentNullException.ThrowIfNull(judged);
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Method switch
        {
            EntryMethod.Pasted when !pasteAllowed => new ScanVerdict(Verdict.EntryRefused, NoPaste),
            EntryMethod.Typed when judged.IsAccepted => Typed(step, judged, reading, entry),
            _ => judged,
        };
    }

    /// <summary>The same over a whole step, for scans that were accepted before.</summary>
    public static IEnumerable<Refusal> Refusals(Step step, Facts facts) =>
        from scan in facts.Scans.Values
        where scan.Evidence.Entry == EntryMethod.Typed && step.Original is null && (IsSignedAlone(step) || scan.Evidence.TypedBecause is null)
        select IsSignedAlone(step) ? Alone : NoReason;

    /// <returns>Why a badge that came this way opens no round at the bed; null when it may.</returns>
    public static Text? RefuseBadge(ScanEntry entry, bool pasteAllowed)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Method switch
        {
            EntryMethod.Pasted when !pasteAllowed => NoPaste,
            EntryMethod.Typed => NoTypedBadge,
            _ => null,
        };
    }

    private static ScanVerdict Typed(Step step, ScanVerdict judged, Reading reading, ScanEntry entry) =>
        IsSignedAlone(step) ? Refused(judged, Alone.Reason)
        : reading is not Reading.Understood { Typed: true } ? Refused(judged, NoCheck)
        : entry.Reason is null && step.Original is null ? Refused(judged, NoReason.Reason) with { WantsReason = true }
        : judged;

    /// <summary>In an independent check the other person reads the same thing for themselves; what stands on paper has been read by those who wrote it.</summary>
    private static bool IsSignedAlone(Step step) => step.Signatures.Count < 2 && step.Check != SecondCheck.Independent && step.Original is null;

    private static ScanVerdict Refused(ScanVerdict judged, Text sentence) => judged with { Kind = Verdict.EntryRefused, Sentence = sentence };
}
