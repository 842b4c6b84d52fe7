using System.Buffers;
using System.Globalization;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>Cuts a GS1 element string into identifiers and values, and refuses what separators leave open.</summary>
internal static class Gs1Elements
{
    private const char Separator = '\x1D';

    /// <summary>CSET 82, the characters of an alphanumeric value.</summary>
    private static readonly SearchValues<char> Cset82 =
        SearchValues.Create("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <returns>Why the text is refused; null when every element is good.</returns>
    public static Text? Split(string text, out Dictionary<string, string> elements)
    {
        elements = new(StringComparer.Ordinal);
        var separated = text.TrimEnd(Separator).Contains(Separator, StringComparison.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            if (Gs1Identifiers.At(text.AsSpan(at)) is not { } identifier)
            {
                return at == 0 ? ReadingReasons.NotGs1 : ReadingReasons.UnknownAi.With(Shown(text[at..]));
            }

            var from = at + identifier.Ai.Length;
            var to = End(text, from, identifier);
            var value = text[from..to];
            if (Fault(identifier, value, separated, next: to < text.Length ? text[to] : null) is { } fault)
            {
                return fault.With(identifier.Ai);
            }

            if (!elements.TryAdd(identifier.Ai, value))
            {
                return ReadingReasons.AiTwice.With(identifier.Ai);
            }

            at = to < text.Length && text[to] == Separator ? to + 1 : to;
        }

        return elements.Count == 0 ? ReadingReasons.NotGs1 : null;
    }

    /// <summary>YYMMDD, 20yy; DD 00 is the last day of the month.</summary>
    public static DateOnly? Date(string yymmdd)
    {
        int Part(int start) => int.Parse(yymmdd.AsSpan(start, 2), CultureInfo.InvariantCulture);
        var (year, month, day) = (2000 + Part(0), Part(2), Part(4));
        return month is < 1 or > 12 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day == 0 ? DateTime.DaysInMonth(year, month) : day);
    }

    private static int End(string text, int from, Gs1Identifier identifier)
    {
        var separator = text.IndexOf(Separator, from);
        var limit = separator < 0 ? text.Length : separator;
        return identifier.Variable ? limit : Math.Min(limit, from + identifier.Max);
    }

    private static Text? Fault(Gs1Identifier identifier, string value, bool separated, char? next)
    {
        if (identifier.Variable && value.Length > identifier.Max)
        {
            return ReadingReasons.MissingSeparator;
        }

        if (!identifier.Variable && !identifier.Predefined && value.Length == identifier.Max && next is not (null or Separator))
        {
            return ReadingReasons.MissingSeparator;
        }

        return !IsGood(identifier, value) ? ReadingReasons.AiValue
            : !separated && next is null && HidesDate(identifier, value) ? ReadingReasons.MissingSeparator
            : null;
    }

    private static bool IsGood(Gs1Identifier identifier, string value) =>
        value.Length > 0
        && (identifier.Variable || value.Length == identifier.Max)
        && (identifier.Numeric ? !value.AsSpan().ContainsAnyExceptInRange('0', '9') : !value.AsSpan().ContainsAnyExcept(Cset82))
        && (!identifier.HasCheckDigit || Gs1CheckDigit.IsValid(value))
        && (!identifier.IsDate || Date(value) is not null)
        && (identifier.Ai != "7003" || IsMoment(value));

    /// <summary>YYMMDDhhmm with a real day.</summary>
    private static bool IsMoment(string value) =>
        value[4..6] != "00" && Date(value[..6]) is not null
        && string.CompareOrdinal(value[6..8], "24") < 0 && string.CompareOrdinal(value[8..], "60") < 0;

    /// <summary>True when a last value may have swallowed a date, because no separator was seen in the whole text.</summary>
    private static bool HidesDate(Gs1Identifier identifier, string value) =>
        identifier is { Variable: true, Numeric: false } && value.Length > 8
        && Gs1Identifiers.At(value.AsSpan(value.Length - 8)) is { IsDate: true } date && IsGood(date, value[^6..]);

    private static string Shown(string rest) => new([.. rest.Take(12).Select(c => char.IsControl(c) ? '·' : c)]);
}
