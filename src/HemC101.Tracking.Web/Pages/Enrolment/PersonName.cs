namespace HemC101.Tracking.Web.Pages.Enrolment;

/// <summary>What may stand in a surname, given name or patronymic: it goes onto a wristband and is compared with a document.</summary>
internal static class PersonName
{
    public const int Longest = 100;

    private static readonly Text Missing = new("заполните, как в документе.", "fill it in as in the document.");

    private static readonly Text TooLong = new($"не длиннее {Longest} знаков.", $"at most {Longest} characters.");

    private static readonly Text Digits = new("в имени не бывает цифр. Введите, как в документе.", "a name holds no digits. Enter it as in the document.");

    private static readonly Text NoLetter = new("имя начинается с буквы.", "a name begins with a letter.");

    private static readonly Text Sign = new(
        "знаку «{0}» здесь не место: только буквы, пробел, дефис, апостроф и точка.",
        "the sign \"{0}\" has no place here: only letters, space, hyphen, apostrophe and full stop.");

    /// <returns>What is wrong with it; null when it is a name.</returns>
    public static Text? Fault(string? name) => name?.Trim() switch
    {
        null or "" => Missing,
        { Length: > Longest } => TooLong,
        var text when text.Any(char.IsDigit) => Digits,
        var text when text.EnumerateRunes().FirstOrDefault(rune => !Fits(rune)) is { Value: not 0 } found => Sign.With(Shown(found)),
        [var first, ..] when !char.IsLetter(first) => NoLetter,
        _ => null,
    };

    private static bool Fits(System.Text.Rune rune) => System.Text.Rune.IsLetter(rune) || rune.Value is ' ' or '-' or '\'' or '’' or '.';

    private static string Shown(System.Text.Rune found) => System.Text.Rune.IsControl(found) || System.Text.Rune.IsWhiteSpace(found) ? $"U+{found.Value:X4}" : found.ToString();
}
