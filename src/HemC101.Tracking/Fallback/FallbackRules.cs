using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Fallback;

/// <summary>Who prints, issues, destroys and counts fallback sets, and what stands against it.</summary>
public static class FallbackRules
{
    public const int MostAtOnce = 20;

    private static readonly Role[] Unit = [Role.ApheresisNurse, Role.ApheresisPhysician];

    private static readonly Role[] Hands = [Role.QualityAssurance, .. Unit];

    public static IReadOnlyList<SignatureDemand> Printing { get; } = [new(Meaning.Performed, Role.QualityAssurance), new(Meaning.Verified, Hands)];

    public static IReadOnlyList<SignatureDemand> Issuing { get; } = [new(Meaning.Handed, Role.QualityAssurance), new(Meaning.Received, Unit)];

    public static IReadOnlyList<SignatureDemand> ByTwo { get; } = [new(Meaning.Performed, Hands), new(Meaning.Verified, Hands)];

    public static Refusal HowMany { get; } = new("fallback-how-many", new(
        $"За один раз печатают от 1 до {MostAtOnce} наборов. Укажите число.", $"From 1 to {MostAtOnce} sets are printed at once. Say how many."));

    public static Refusal NotApproved { get; } = new("fallback-not-approved", new(
        "Шаблон этикетки резервного набора не утверждён. Откройте «Этикетки», «Утверждение шаблонов», и подпишите.",
        "The template of the fallback label is not approved. Open Labels, Approval of templates, and sign."));

    public static Refusal NothingScanned { get; } = new("fallback-nothing-scanned", new(
        "Ни один набор не отсканирован. Отсканируйте этикетку пакета каждого набора.", "No set was scanned. Scan the bag label of each set."));

    public static Refusal NoSuchSet { get; } = new("fallback-no-such-set", new(
        "Такого набора в записях нет. Отложите его и вызовите ОК (QA).", "No record of such a set. Put it aside and call QA."));

    public static Refusal NoReason { get; } = new("fallback-no-reason", new(
        "Укажите, почему набор уничтожен.", "Say why the set was destroyed."));

    public static IReadOnlyList<(string Code, Text Name)> DestroyReasons { get; } =
    [
        ("spoilt", new("Испорчен или заполнен с ошибкой", "Spoilt, or filled in wrongly")),
        ("illegible", new("Код не читается", "The code does not read")),
        ("not-printed", new("Не вышел из принтера", "Did not come out of the printer")),
        ("withdrawn", new("Больше не нужен", "No longer needed")),
        ("found", new("Нашёлся после недостачи", "Turned up after it was missing")),
    ];

    public static Text NameOf(FallbackState state) => state switch
    {
        FallbackState.Printed => new("напечатан, не выдан", "printed, not issued"),
        FallbackState.Issued => new("выдан в отделение", "issued to the unit"),
        FallbackState.Used => new("использован", "used"),
        FallbackState.Destroyed => new("уничтожен", "destroyed"),
        FallbackState.Missing => new("НЕ НАЙДЕН", "MISSING"),
    };

    /// <summary>What the one who scans it on the shelf is told.</summary>
    /// <returns>Null for a set that has to be there.</returns>
    public static Refusal? OnShelf(FallbackSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.IsOnShelf ? null : new("fallback-gone", new(
            $"Набор № {set.Number}: {NameOf(set.State).Ru}. Ему здесь не место: отложите его и вызовите ОК (QA).",
            $"Set no. {set.Number}: {NameOf(set.State).En}. It does not belong here: put it aside and call QA."));
    }

    public static IReadOnlyList<Refusal> OfIssue(IReadOnlyList<FallbackSet> scanned)
    {
        ArgumentNullException.ThrowIfNull(scanned);
        return scanned.Count == 0 ? [NothingScanned] : [.. scanned.Where(set => set.State != FallbackState.Printed).Select(set => new Refusal("fallback-not-new", new(
            $"Набор № {set.Number}: {NameOf(set.State).Ru}. Выдают только напечатанный и ещё не выданный; отсканируйте другой.",
            $"Set no. {set.Number}: {NameOf(set.State).En}. Only a printed set that was not issued yet is issued; scan another one.")))];
    }

    public static Refusal? OfDestroying(FallbackSet set, string? reason)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.State is FallbackState.Used or FallbackState.Destroyed
            ? new("fallback-kept", new(
                $"Набор № {set.Number}: {NameOf(set.State).Ru}. Уничтожить его здесь нельзя: этикетки использованного набора уничтожают со страницы цепочки.",
                $"Set no. {set.Number}: {NameOf(set.State).En}. It cannot be destroyed here: labels of a used set are destroyed from the page of the chain."))
            : DestroyReasons.Any(known => known.Code == reason) ? null : NoReason;
    }

    /// <summary>What a count of the whole shelf did not find.</summary>
    public static IReadOnlyList<FallbackSet> Absent(IReadOnlyList<FallbackSet> all, IReadOnlySet<DonationNumber> scanned)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(scanned);
        return [.. all.Where(set => set.IsOnShelf && !scanned.Contains(set.Donation))];
    }

    /// <param name="document">Number of the site's own deviation report; empty when all is there.</param>
    public static Refusal? OfCount(IReadOnlyList<FallbackSet> absent, string document)
    {
        ArgumentNullException.ThrowIfNull(absent);
        ArgumentNullException.ThrowIfNull(document);
        var numbers = string.Join(", ", absent.Select(set => set.Number));
        return absent.Count == 0 || document.Length > 0 ? null : new("fallback-gap", new(
            $"НЕ СОШЛОСЬ: нет наборов № {numbers}. Найдите их и отсканируйте. Если их нет, заведите отклонение и укажите его номер: наборы будут записаны как не найденные.",
            $"IT DISAGREES: sets no. {numbers} are not there. Find and scan them. If they are gone, open a deviation and give its number: the sets are recorded as missing."));
    }
}
