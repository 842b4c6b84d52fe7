using HemC101.Tracking.Fallback;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Steps;

/// <summary>Judges the label of a pre-printed set, which names no chain until it is taken for one.</summary>
internal static class FallbackJudge
{
    private static readonly Text Tag = new(
        "Это бирка резервного набора. Отсканируйте его этикетку для пакета.", "This is the tag of a fallback set. Scan its label for the bag.");

    private static readonly Text Used = new(
        "Этот резервный набор уже использован. Возьмите другой.", "This fallback set was used already. Take another one.");

    private static readonly Text Gone = new(
        "Этот резервный набор уничтожен или числится не найденным. Не использовать: отложите его и вызовите ОК (QA).",
        "This fallback set was destroyed, or is recorded as missing. Do not use it: put it aside and call QA.");

    private static readonly Text NotIssued = new(
        "Этот резервный набор в отделение не выдан. Возьмите выданный.", "This fallback set was not issued to the unit. Take one that was.");

    /// <summary>For who scans a set's label where the label of the bag is wanted.</summary>
    public static readonly Text TakeItFirst = new(
        "Это этикетка резервного набора, его ещё не взяли. На странице цепочки выполните «Взять резервный набор этикеток», затем вернитесь к этому шагу.",
        "This is a label of a fallback set that nobody has taken yet. On the page of the chain take the step “Take a fallback set of labels”, then come back.");

    public static bool IsUntaken(Facts facts, ContainerCode code) =>
        facts.FallbackSet is { State: FallbackState.Issued } set && set.Donation == code.Donation && (code.Serial == set.Bag || code.Serial == set.Tag);

    public static ScanVerdict Judge(ScanDemand demand, Facts facts, ScannedCode code)
    {
        if (code is not ContainerCode { Coi: null, Product: null, Donation: { } donation, Serial: { } serial })
        {
            return new(Verdict.WrongKind, demand.Prompt, demand.Key, ScanJudge.Identifier(code, null));
        }

        var got = donation.ToString();
        if (facts.FallbackSet is not { } set || set.Donation != donation || (serial != set.Bag && serial != set.Tag))
        {
            return new(Verdict.VoidPrint, ScanSentences.UnknownPrint, demand.Key, got);
        }

        return set.State switch
        {
            FallbackState.Used => new(Verdict.Held, Used, demand.Key, got),
            FallbackState.Destroyed or FallbackState.Missing => new(Verdict.VoidPrint, Gone, demand.Key, got, Serial: serial),
            FallbackState.Printed => new(Verdict.NotDue, NotIssued, demand.Key, got),
            FallbackState.Issued => serial == set.Tag ? new(Verdict.WrongKind, Tag, demand.Key, got, set.Bag.ToString())
                : OtherForm(facts) is { } other ? new(Verdict.NotDue, other, demand.Key, got)
                : new(Verdict.Accepted, demand.Prompt, demand.Key, got, Serial: serial),
        };
    }

    /// <summary>It has no place for what must stand on the labels of this chain, or one for what must not.</summary>
    private static Text? OtherForm(Facts facts)
    {
        if (facts.FallbackIdentity is not { } printed || printed <= facts.LabelForm.Identity)
        {
            return null;
        }

        var (wanted, got) = (LabelForm.NameOf(facts.LabelForm.Identity), LabelForm.NameOf(printed));
        return new(
            $"Этот резервный набор другого вида: на нём {got.Ru}, а на этикетках этого участника {wanted.Ru}. Отложите его и возьмите набор нужного вида.",
            $"This fallback set is of another form: it says {got.En}, and the labels of this participant say {wanted.En}. Put it aside and take a set of the right form.");
    }
}
