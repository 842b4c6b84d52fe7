using System.Globalization;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.Printing;

/// <summary>How values are written on paper: days and moments in ISO order on the Moscow clock, decimal comma.</summary>
internal static class LabelWords
{
    /// <summary>Place for a number that is written by hand, because it is not known before the needle.</summary>
    public const string ByHand = "______";

    private static readonly Text Single = new("ОДНА ДОЗА", "SINGLE DOSE");

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => $"{Local(at, "yyyy-MM-dd HH:mm")} МСК";

    /// <summary>The second day is only written when it is another one.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset until) =>
        MoscowTime.DayOf(from) == MoscowTime.DayOf(until)
            ? $"{Local(from, "yyyy-MM-dd HH:mm")}–{Local(until, "HH:mm")} МСК"
            : $"{Local(from, "yyyy-MM-dd HH:mm")} – {Local(until, "yyyy-MM-dd HH:mm")} МСК";

    /// <summary>In place of what the tag of a collection says.</summary>
    public static string SeeTag(LabelForm form) => form.English ? "см. бирку / see tag" : "см. бирку";

    public static string SecondBag(LabelForm form) => form.English ? " · ПАКЕТ 2 / BAG 2" : " · ПАКЕТ 2";

    /// <summary>Which of how many doses a bag is.</summary>
    public static Text DoseOf(int day, bool isSingle, bool isRedesignated) =>
        isSingle ? Single
        : isRedesignated ? new($"ДОЗА {day}", $"DOSE {day}")
        : new($"ДОЗА {day} из 2", $"DOSE {day} of 2");

    /// <summary>A template from before there were single doses says “1 of 2” by itself.</summary>
    public static IReadOnlyList<string> MustSay(IReadOnlyDictionary<string, string> fields) =>
        fields.GetValueOrDefault("dose_of") == Single.Ru ? ["dose_of"] : [];

    /// <summary>As it was recorded: rounded, a result that failed could read as one that passed.</summary>
    public static string Exact(decimal value) => value.ToString("0.############", Russian);

    public static string Number(decimal value, int decimals) => value.ToString($"F{decimals}", Russian);

    /// <summary><c>Образцова Мария Петровна</c> becomes <c>Образцова М. П.</c></summary>
    public static string Short(string fullName)
    {
        var parts = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts.Take(1).Concat(parts.Skip(1).Select(part => $"{part[0]}.")));
    }

    /// <summary>Who signed; without a signature, who did it.</summary>
    public static string Signers(Act act) => act.Signatures.Count > 0
        ? string.Join(", ", act.Signatures.Select(signature => Short(signature.FullName)))
        : act.By.ToString();

    private static string Local(DateTimeOffset at, string format) => at.ToOffset(MoscowTime.Offset).ToString(format, CultureInfo.InvariantCulture);
}
