namespace HemC101.Tracking.People;

/// <summary>Which surnames sound alike on a ward: in any case of letters, with ё or е, a woman's or a man's form.</summary>
public static class Surnames
{
    /// <summary>A woman's ending and the man's that it stands for; adjectives lose theirs.</summary>
    private static readonly (string Ending, string Becomes)[] Endings =
    [
        ("ОВА", "ОВ"), ("ЕВА", "ЕВ"), ("ИНА", "ИН"), ("ЫНА", "ЫН"), ("АЯ", ""), ("ЯЯ", ""), ("ИЙ", ""), ("ЫЙ", ""), ("ОЙ", ""),
    ];

    /// <summary>Shorter words are a surname by themselves, with whatever they end.</summary>
    private const int ShortestStem = 2;

    /// <returns>Equal for surnames that are to be told apart by the birth date.</returns>
    public static string KeyOf(string surname)
    {
        ArgumentNullException.ThrowIfNull(surname);
        var words = surname.Normalize().ToUpperInvariant().Replace('Ё', 'Е')
            .Split([' ', '-', '\u2010', '\u2011', '\u2013', '\u2014', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('-', words.Select(StemOf));
    }

    private static string StemOf(string word)
    {
        foreach (var (ending, becomes) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem)
            {
                return word[..^ending.Length] + becomes;
            }
        }

        return word;
    }
}
