using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HemC101.Tracking.People;

/// <summary>
/// Whether a text names a person: a word that is a part of their name, in any case and with the endings of Russian cases, or their birth
/// date. It warns and cannot be relied on: an unusual form, a nickname or a slip passes it.
/// </summary>
public static partial class NamesInText
{
    /// <summary>Shorter stems begin too many words: with an ending they count only when they begin with a capital.</summary>
    private const int LongStem = 4;

    private static readonly SearchValues<char> Soft = SearchValues.Create("АЯОЕИЫУЮЙЬ");

    private static readonly string[] Adjective = ["ИЙ", "ЫЙ", "ОЙ", "АЯ", "ЯЯ"];

    private static readonly string[] Days = ["dd.MM.yyyy", "d.M.yyyy", "dd.MM.yy", "yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy"];

    private static readonly HashSet<string> Endings =
    [
        "", "А", "Я", "О", "Е", "И", "Ы", "У", "Ю", "Й", "Ь", "ОЙ", "ОЮ", "ЕЙ", "ЕЮ", "ОМ", "ЕМ", "АМ", "ЯМ", "ЫМ", "ИМ", "АХ", "ЯХ", "ЫХ", "ИХ",
        "ЬЮ", "ИЯ", "ИИ", "ИЮ", "ИЕЙ", "ИЕМ", "ЫЙ", "ИЙ", "АЯ", "ЯЯ", "УЮ", "ЮЮ", "ОГО", "ЕГО", "ОМУ", "ЕМУ", "АМИ", "ЯМИ", "ЫМИ", "ИМИ", "S",
    ];

    /// <param name="text">As it was typed.</param>
    /// <param name="names">Surname, given name, patronymic; empty ones are left aside.</param>
    /// <param name="born">The birth date.</param>
    public static bool Finds(string text, IEnumerable<string?> names, DateOnly born)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        var known = names.OfType<string>()
            .SelectMany(name => Words().Matches(name.Normalize()).Select(word => Plain(word.Value)))
            .Where(name => name.Length > 1)
            .ToList();
        return Says(text, born) || Words().Matches(text.Normalize()).Any(word => known.Any(name => IsOf(name, word.Value)));
    }

    private static bool IsOf(string name, string word)
    {
        var (plain, isCapital) = (Plain(word), char.IsUpper(word[0]));
        return plain == name ? isCapital || name.Length > 2
            : StemsOf(name).Any(stem =>
                (isCapital || stem.Length >= LongStem) && plain.StartsWith(stem, StringComparison.Ordinal) && Endings.Contains(plain[stem.Length..]));
    }

    /// <summary>What stays the same in every case; also without the vowel that flees from the last syllable (Павел, Павла).</summary>
    private static IEnumerable<string> StemsOf(string name)
    {
        if (name.Length > 4 && Adjective.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)))
        {
            yield return name[..^2];
        }
        else if (Soft.Contains(name[^1]))
        {
            yield return name[..^1];
        }
        else
        {
            yield return name;
            if (name.Length > 3 && name[^2] is 'Е' or 'О')
            {
                yield return name[..^2] + name[^1];
            }
        }
    }

    private static bool Says(string text, DateOnly day) => Days.Any(form =>
    {
        var said = day.ToString(form, CultureInfo.InvariantCulture);
        for (var at = text.IndexOf(said, StringComparison.Ordinal); at >= 0; at = text.IndexOf(said, at + 1, StringComparison.Ordinal))
        {
            if (!IsDigit(at - 1) && !IsDigit(at + said.Length))
            {
                return true;
            }
        }

        return false;

        bool IsDigit(int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
    });

    private static string Plain(string word) => word.ToUpperInvariant().Replace('Ё', 'Е');

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
